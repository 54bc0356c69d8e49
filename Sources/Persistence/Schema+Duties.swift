extension Schema {
    /// Duties: what falls to one volunteer a week, who volunteers, and whose week was which.
    ///
    /// A duty's weeks go with the duty; who had one cannot be deleted from under it, as with sessions.
    static let duties = """
        CREATE TABLE duty(
            program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 32 AND name NOT GLOB '*[^a-z0-9]*'),
            place INTEGER NOT NULL CHECK (place >= 1),
            title TEXT NOT NULL,
            link TEXT,
            min_gap_weeks INTEGER NOT NULL CHECK (min_gap_weeks >= 1),
            max_per_month INTEGER NOT NULL CHECK (max_per_month >= 1),
            PRIMARY KEY (program, name)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE volunteer(
            program TEXT NOT NULL,
            duty TEXT NOT NULL,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            since INTEGER NOT NULL,
            PRIMARY KEY (program, duty, person),
            FOREIGN KEY (program, duty) REFERENCES duty(program, name) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX volunteer_by_person ON volunteer(person);

        CREATE TABLE duty_turn(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            program TEXT NOT NULL,
            season TEXT NOT NULL CHECK (season IS date(season, '+0 days') AND strftime('%w', season) = '1'),
            week INTEGER NOT NULL CHECK (week >= 1),
            duty TEXT NOT NULL,
            uid TEXT NOT NULL UNIQUE CHECK (length(CAST(uid AS BLOB)) BETWEEN 1 AND 255),
            status TEXT NOT NULL CHECK (status IN ('tentative', 'announced', 'cancelled', 'held')),
            person INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            sequence INTEGER NOT NULL CHECK (sequence >= 0),
            revised INTEGER NOT NULL,
            cancellation TEXT,
            agreed INTEGER NOT NULL CHECK (agreed IN (0, 1)),
            UNIQUE (program, season, week, duty),
            FOREIGN KEY (program, duty) REFERENCES duty(program, name) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX duty_turn_by_duty ON duty_turn(program, duty);
        CREATE INDEX duty_turn_by_person ON duty_turn(person);

        CREATE TRIGGER duty_turn_identity BEFORE UPDATE OF uid, program, season, week, duty ON duty_turn
        WHEN (NEW.uid, NEW.program, NEW.season, NEW.week, NEW.duty)
            IS NOT (OLD.uid, OLD.program, OLD.season, OLD.week, OLD.duty)
        BEGIN SELECT RAISE(ABORT, 'a week of a duty keeps its uid, program, season, week and duty'); END;

        CREATE TRIGGER duty_turn_sequence BEFORE UPDATE OF sequence ON duty_turn
        WHEN NEW.sequence < OLD.sequence
        BEGIN SELECT RAISE(ABORT, 'the sequence of a week of a duty is never lowered'); END;

        CREATE TRIGGER duty_turn_person BEFORE UPDATE OF person ON duty_turn
        WHEN NEW.person <> OLD.person AND NEW.sequence = OLD.sequence
        BEGIN SELECT RAISE(ABORT, 'a week of a duty changes hands only with a higher sequence'); END;
        """
}
