extension Schema {
    /// What somebody was told once, whatever it is: what had a table or a column of its own before.
    static let told = """
        CREATE TABLE told(
            matter TEXT NOT NULL, about TEXT NOT NULL, reader INTEGER NOT NULL DEFAULT 0, sent INTEGER NOT NULL,
            PRIMARY KEY (matter, about, reader)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO told(matter, about, reader, sent)
            SELECT kind || '-before', session || ' ' || start, person, start FROM reminder;
        INSERT INTO told(matter, about, reader, sent)
            SELECT 'pick-due', session, person, sent FROM pick_reminder;
        INSERT INTO told(matter, about, sent)
            SELECT 'answers-wait', session || ' ' || person, mentor_told FROM written_answers
            WHERE mentor_told IS NOT NULL;
        INSERT INTO told(matter, about, sent)
            SELECT 'asked-to-join', name, askers_told FROM program WHERE askers_told IS NOT NULL;
        DROP TABLE reminder;
        DROP TABLE pick_reminder;
        DROP INDEX written_answers_untold;
        ALTER TABLE written_answers DROP COLUMN mentor_told;
        ALTER TABLE program DROP COLUMN askers_told;
        CREATE INDEX written_answers_open ON written_answers(session) WHERE signed_off IS NULL;
        """
}
