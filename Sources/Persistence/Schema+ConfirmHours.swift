extension Schema {
    /// How long somebody who moved up has at least to say that they come.
    static let confirmHours = """
        ALTER TABLE program ADD COLUMN confirm_hours INTEGER NOT NULL DEFAULT 24 CHECK (confirm_hours BETWEEN 1 AND 168);
        """
}
