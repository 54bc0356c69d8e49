extension Schema {
    // Instants are INTEGER seconds since 1970-01-01T00:00:00Z; dates and wall-clock times are ISO 8601 text; lists are
    // comma-separated text. `x IS date(x, '+0 days')` holds only for a date that exists: 2027-02-30 becomes 2027-03-02.
    // AUTOINCREMENT keeps a number from being given out twice, so that one in an old mail never names something else.
    //
    // What is a person's own goes with the person, and what is a program's goes with the program. A session stays:
    // neither its mentor nor its program can be deleted from under it.
    static let first = """
        CREATE TABLE setting(
            name TEXT NOT NULL PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE program(
            name TEXT NOT NULL PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 32 AND name NOT GLOB '*[^a-z0-9-]*'),
            title TEXT NOT NULL,
            contact TEXT NOT NULL,
            location TEXT NOT NULL,
            season_start TEXT NOT NULL
                CHECK (season_start IS date(season_start, '+0 days') AND strftime('%w', season_start) = '1'),
            season_weeks INTEGER NOT NULL CHECK (season_weeks BETWEEN 1 AND 104),
            cadence TEXT NOT NULL CHECK (cadence IN ('every-region', 'one-region-a-week')),
            minutes INTEGER NOT NULL CHECK (minutes >= 1),
            capacity INTEGER NOT NULL CHECK (capacity >= 1),
            regions TEXT NOT NULL,
            announce_weeks INTEGER NOT NULL CHECK (announce_weeks >= 0)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE freeze(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            first_day TEXT NOT NULL CHECK (first_day IS date(first_day, '+0 days')),
            last_day TEXT NOT NULL CHECK (last_day IS date(last_day, '+0 days') AND first_day <= last_day),
            reason TEXT NOT NULL,
            regions TEXT NOT NULL
        ) STRICT;
        CREATE INDEX freeze_by_program ON freeze(program, first_day);

        CREATE TABLE person(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            email TEXT NOT NULL UNIQUE CHECK (email = lower(email) AND email LIKE '_%@_%'),
            zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 64)
        ) STRICT;

        CREATE TABLE mentor(
            program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            region TEXT NOT NULL CHECK (region IN ('asia', 'europe', 'americas')),
            weight INTEGER NOT NULL CHECK (weight >= 1),
            min_gap_weeks INTEGER NOT NULL CHECK (min_gap_weeks >= 1),
            max_per_month INTEGER NOT NULL CHECK (max_per_month >= 1),
            since INTEGER NOT NULL,
            PRIMARY KEY (program, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX mentor_by_person ON mentor(person);

        CREATE TABLE trainee(
            program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            since INTEGER NOT NULL,
            PRIMARY KEY (program, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX trainee_by_person ON trainee(person);

        CREATE TABLE away(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            first_day TEXT NOT NULL CHECK (first_day IS date(first_day, '+0 days')),
            last_day TEXT NOT NULL CHECK (last_day IS date(last_day, '+0 days') AND first_day <= last_day)
        ) STRICT;
        CREATE INDEX away_by_person ON away(person, first_day);

        CREATE TABLE slot(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            program TEXT NOT NULL,
            mentor INTEGER NOT NULL,
            rule TEXT NOT NULL CHECK (rule LIKE 'FREQ=_%'),
            at TEXT NOT NULL CHECK (at IS strftime('%H:%M', at) OR at IS strftime('%H:%M:%S', at)),
            first_day TEXT CHECK (first_day IS date(first_day, '+0 days')),
            last_day TEXT CHECK (last_day IS date(last_day, '+0 days')),
            left_out TEXT NOT NULL,
            preference INTEGER NOT NULL CHECK (preference BETWEEN 0 AND 3),
            zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 64),
            -- Slots are offered by a mentor of the program, and go when that mentor leaves it.
            FOREIGN KEY (program, mentor) REFERENCES mentor(program, person) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX slot_by_mentor ON slot(program, mentor);
        """ + firstSessions + firstOutbox

    private static let firstSessions = """

        CREATE TABLE session(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            program TEXT NOT NULL REFERENCES program ON DELETE RESTRICT ON UPDATE RESTRICT,
            season TEXT NOT NULL CHECK (season IS date(season, '+0 days')),
            week INTEGER NOT NULL CHECK (week >= 1),
            region TEXT NOT NULL CHECK (region IN ('asia', 'europe', 'americas')),
            uid TEXT NOT NULL UNIQUE CHECK (length(CAST(uid AS BLOB)) BETWEEN 1 AND 255),
            status TEXT NOT NULL CHECK (status IN ('tentative', 'announced', 'cancelled', 'held')),
            mentor INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            slot INTEGER REFERENCES slot ON DELETE SET NULL,
            zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 64),
            local_start TEXT NOT NULL CHECK (local_start IS strftime('%Y-%m-%dT%H:%M:%S', local_start, '+0 days')),
            start INTEGER NOT NULL,
            minutes INTEGER NOT NULL CHECK (minutes >= 1),
            capacity INTEGER NOT NULL CHECK (capacity >= 1),
            location TEXT NOT NULL,
            sequence INTEGER NOT NULL CHECK (sequence >= 0),
            revised INTEGER NOT NULL,
            cancellation TEXT,
            called_off INTEGER NOT NULL CHECK (called_off IN (0, 1)),
            UNIQUE (program, season, week, region)
        ) STRICT;
        CREATE INDEX session_by_mentor ON session(mentor);
        CREATE INDEX session_by_slot ON session(slot);

        CREATE TRIGGER session_identity BEFORE UPDATE OF uid, program, season, week, region ON session
        WHEN (NEW.uid, NEW.program, NEW.season, NEW.week, NEW.region)
            IS NOT (OLD.uid, OLD.program, OLD.season, OLD.week, OLD.region)
        BEGIN SELECT RAISE(ABORT, 'a session keeps its uid, program, season, week and region'); END;

        CREATE TRIGGER session_sequence BEFORE UPDATE OF sequence ON session
        WHEN NEW.sequence < OLD.sequence
        BEGIN SELECT RAISE(ABORT, 'the sequence of a session is never lowered'); END;

        CREATE TRIGGER session_status BEFORE UPDATE OF status ON session
        WHEN (OLD.status = 'announced' AND NEW.status = 'tentative')
            OR (OLD.status = 'held' AND NEW.status IN ('tentative', 'announced'))
        BEGIN SELECT RAISE(ABORT, 'a session that was announced or held does not go back'); END;

        CREATE TRIGGER session_revival BEFORE UPDATE OF status ON session
        WHEN OLD.status = 'cancelled' AND NEW.status <> 'cancelled' AND NEW.sequence = OLD.sequence
        BEGIN SELECT RAISE(ABORT, 'a cancelled session is revived only with a higher sequence'); END;

        CREATE TABLE enrollment(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            seat INTEGER CHECK (seat >= 1),
            since INTEGER NOT NULL,
            UNIQUE (session, person),
            UNIQUE (session, seat)
        ) STRICT;
        CREATE INDEX enrollment_by_person ON enrollment(person);

        CREATE TRIGGER enrollment_capacity BEFORE INSERT ON enrollment
        WHEN NEW.seat > (SELECT capacity FROM session WHERE id = NEW.session)
        BEGIN SELECT RAISE(ABORT, 'the seat lies beyond the capacity of the session'); END;

        CREATE TRIGGER enrollment_capacity_kept BEFORE UPDATE OF seat, session ON enrollment
        WHEN NEW.seat > (SELECT capacity FROM session WHERE id = NEW.session)
        BEGIN SELECT RAISE(ABORT, 'the seat lies beyond the capacity of the session'); END;

        CREATE TRIGGER session_capacity BEFORE UPDATE OF capacity ON session
        WHEN NEW.capacity < (SELECT max(seat) FROM enrollment WHERE session = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'the capacity of a session is not lowered below a seat that is taken'); END;
        """

    private static let firstOutbox = """

        CREATE TABLE standing_enrollment(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            region TEXT NOT NULL CHECK (region IN ('asia', 'europe', 'americas')),
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            since INTEGER NOT NULL,
            UNIQUE (program, region, person)
        ) STRICT;
        CREATE INDEX standing_enrollment_by_person ON standing_enrollment(person);

        CREATE TABLE invitation(
            session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            role TEXT NOT NULL CHECK (role IN ('mentor', 'trainee')),
            method TEXT NOT NULL CHECK (method IN ('request', 'cancel')),
            sequence INTEGER NOT NULL CHECK (sequence >= 0),
            own_cancels INTEGER NOT NULL CHECK (own_cancels BETWEEN 0 AND sequence),
            stamp INTEGER NOT NULL,
            participation TEXT NOT NULL
                CHECK (participation IN ('NEEDS-ACTION', 'ACCEPTED', 'DECLINED', 'TENTATIVE')),
            local_start TEXT NOT NULL,
            zone TEXT NOT NULL,
            PRIMARY KEY (session, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX invitation_by_person ON invitation(person);

        CREATE TRIGGER invitation_sequence BEFORE UPDATE OF sequence ON invitation
        WHEN NEW.sequence < OLD.sequence
        BEGIN SELECT RAISE(ABORT, 'the sequence of an invitation is never lowered'); END;

        CREATE TABLE outbox(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            recipient TEXT NOT NULL,
            subject TEXT NOT NULL,
            bytes BLOB NOT NULL,
            created INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'refused')),
            attempts INTEGER NOT NULL CHECK (attempts >= 0),
            last_error TEXT
        ) STRICT;
        CREATE INDEX outbox_by_state ON outbox(state, id);

        CREATE TRIGGER outbox_message BEFORE UPDATE OF recipient, subject, bytes, created ON outbox
        BEGIN SELECT RAISE(ABORT, 'a message in the outbox is never rewritten'); END;
        """
}
