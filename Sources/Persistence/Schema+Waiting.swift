extension Schema {
    /// Whether a mentor was told of the answers that wait for them, and when a change's server was asked last.
    static let waiting = """
        ALTER TABLE written_answers ADD COLUMN mentor_told INTEGER;
        CREATE INDEX written_answers_untold ON written_answers(session) WHERE signed_off IS NULL AND mentor_told IS NULL;

        CREATE TABLE change_question(
            review INTEGER PRIMARY KEY REFERENCES review ON DELETE CASCADE,
            asked INTEGER NOT NULL
        ) STRICT;
        """
}
