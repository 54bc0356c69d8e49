extension Schema {
    /// What a program says of itself, and the address of its code of conduct.
    static let introduction = """
        ALTER TABLE program ADD COLUMN about TEXT;
        ALTER TABLE program ADD COLUMN conduct TEXT;
        """
}
