extension Schema {
    /// How many hours ahead a session is at least when it is planned; programs of before had the two days that are usual.
    static let noticeHours = """
        ALTER TABLE program ADD COLUMN notice_hours INTEGER NOT NULL DEFAULT 48 CHECK (notice_hours BETWEEN 0 AND 336);
        ALTER TABLE season ADD COLUMN notice_hours INTEGER CHECK (notice_hours BETWEEN 0 AND 336);
        """
}
