extension Schema {
    /// What the project's parts are called, who knows them, and how a program wants its reviews.
    static let areas = """
        ALTER TABLE program ADD COLUMN areas TEXT NOT NULL DEFAULT '';
        ALTER TABLE program ADD COLUMN review_hosts TEXT NOT NULL DEFAULT '';
        ALTER TABLE program ADD COLUMN pick_days INTEGER CHECK (pick_days BETWEEN 1 AND 28);
        ALTER TABLE mentor ADD COLUMN knows TEXT NOT NULL DEFAULT '';
        """
}
