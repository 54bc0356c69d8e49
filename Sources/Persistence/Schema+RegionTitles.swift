extension Schema {
    /// What a program calls its regions, one a line (`asia APAC`); those that are not there have the usual title.
    static let regionTitles = """
        ALTER TABLE program ADD COLUMN region_titles TEXT NOT NULL DEFAULT '';
        """
}
