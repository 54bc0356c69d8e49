extension Schema {
    /// What becomes of a move once the new address has proved itself.
    ///
    /// Which of two seats stays, where whoever has it becomes the same person by that; of those that were asked before, nobody has
    /// become anybody. And which programs alone knew whoever moves, where one of their organizers asked.
    static let joiningMoves = """
        ALTER TABLE address_move ADD COLUMN keeping TEXT CHECK (keeping IN ('unsaid', 'earlier', 'old', 'new'));
        ALTER TABLE address_move ADD COLUMN known_in TEXT;
        """
}
