extension Schema {
    /// Whether a mentor leads for a region that somebody chose, though their clock has another.
    static let keptRegions = """
        ALTER TABLE mentor ADD COLUMN keeps_region INTEGER NOT NULL DEFAULT 0 CHECK (keeps_region IN (0, 1));
        """
}
