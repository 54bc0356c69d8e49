extension Schema {
    /// What somebody was told once, whatever it is.
    ///
    /// Before, each thing had a table or a column of its own (`reminder`, `pick_reminder`, `mentor_told`, `askers_told`); they
    /// stay as they were at the upgrade, since a schema is only appended to.
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
        DROP INDEX written_answers_untold;
        CREATE INDEX written_answers_open ON written_answers(session) WHERE signed_off IS NULL;
        """
}
