extension Schema {
    /// Answers that come in by mail, and what follows from them: confirmed seats, swaps, reminders, attendance.
    static let answers = """
        ALTER TABLE enrollment ADD COLUMN yields INTEGER NOT NULL DEFAULT 0 CHECK (yields IN (0, 1));
        ALTER TABLE enrollment ADD COLUMN confirm_by INTEGER CHECK (confirm_by IS NULL OR seat IS NOT NULL);
        CREATE INDEX enrollment_to_confirm ON enrollment(confirm_by) WHERE confirm_by IS NOT NULL;
        CREATE INDEX enrollment_yielding ON enrollment(session) WHERE yields AND seat IS NULL;

        ALTER TABLE session ADD COLUMN agreed INTEGER NOT NULL DEFAULT 0 CHECK (agreed IN (0, 1));

        CREATE TABLE review(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            url TEXT NOT NULL,
            title TEXT NOT NULL,
            area TEXT,
            difficulty INTEGER CHECK (difficulty BETWEEN 1 AND 5),
            proposer INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            proposed INTEGER NOT NULL,
            UNIQUE (program, url)
        ) STRICT;
        CREATE INDEX review_by_proposer ON review(proposer);

        CREATE TABLE review_vote(
            review INTEGER NOT NULL REFERENCES review ON DELETE CASCADE,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            PRIMARY KEY (review, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX review_vote_by_person ON review_vote(person);

        ALTER TABLE session ADD COLUMN review INTEGER REFERENCES review ON DELETE SET NULL;
        CREATE INDEX session_by_review ON session(review);
        CREATE INDEX session_by_start ON session(program, season, start);

        ALTER TABLE invitation ADD COLUMN token TEXT;
        ALTER TABLE invitation ADD COLUMN answered INTEGER;
        CREATE UNIQUE INDEX invitation_by_token ON invitation(token) WHERE token IS NOT NULL;

        CREATE TRIGGER invitation_token BEFORE UPDATE OF token ON invitation WHEN NEW.token IS NOT OLD.token
        BEGIN SELECT RAISE(ABORT, 'the token of an invitation never changes'); END;

        ALTER TABLE outbox ADD COLUMN sender TEXT;
        ALTER TABLE outbox ADD COLUMN due INTEGER;

        CREATE TRIGGER outbox_sender BEFORE UPDATE OF sender ON outbox
        BEGIN SELECT RAISE(ABORT, 'a message in the outbox is never rewritten'); END;

        CREATE TABLE suppressed_address(
            address TEXT NOT NULL PRIMARY KEY,
            since INTEGER NOT NULL,
            reason TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE reminder(
            session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('day', 'hour')),
            start INTEGER NOT NULL,
            PRIMARY KEY (session, person, kind, start)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX reminder_by_person ON reminder(person);

        CREATE TABLE attendance(
            session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            present INTEGER NOT NULL CHECK (present IN (0, 1)),
            PRIMARY KEY (session, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX attendance_by_person ON attendance(person);

        CREATE TABLE time_proposal(
            session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            start INTEGER,
            comment TEXT,
            made INTEGER NOT NULL,
            PRIMARY KEY (session, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX time_proposal_by_person ON time_proposal(person);

        CREATE TABLE mail_set_aside(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            received INTEGER NOT NULL,
            sender TEXT NOT NULL,
            subject TEXT NOT NULL,
            reason TEXT NOT NULL,
            bytes BLOB NOT NULL CHECK (length(bytes) <= 65536)
        ) STRICT;

        CREATE TABLE swap_offer(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
            mentor INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            asked INTEGER REFERENCES person ON DELETE CASCADE,
            made INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'withdrawn')),
            accepted_by INTEGER REFERENCES person ON DELETE CASCADE,
            CHECK (state = 'open' OR state = 'withdrawn' OR accepted_by IS NOT NULL)
        ) STRICT;
        CREATE UNIQUE INDEX swap_offer_open ON swap_offer(session) WHERE state = 'open';
        CREATE INDEX swap_offer_by_mentor ON swap_offer(mentor);
        CREATE INDEX swap_offer_by_asked ON swap_offer(asked);
        CREATE INDEX swap_offer_by_accepted ON swap_offer(accepted_by);

        CREATE TABLE access_token(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            role TEXT NOT NULL CHECK (role IN ('trainee', 'mentor', 'organizer')),
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
            created INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX access_token_by_person ON access_token(person);

        -- What was answered to a write over the network, in the transaction that did it: a retry gets the same.
        CREATE TABLE recorded_answer(
            email TEXT NOT NULL,
            key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
            request BLOB NOT NULL CHECK (length(request) = 32),
            bytes BLOB NOT NULL,
            made INTEGER NOT NULL,
            PRIMARY KEY (email, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX recorded_answer_by_age ON recorded_answer(made);

        CREATE TABLE feed_address(
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            generation INTEGER NOT NULL CHECK (generation >= 1),
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
            PRIMARY KEY (person, generation)
        ) STRICT, WITHOUT ROWID;
        """ + idleSeats

    // No seat stays free while somebody eligible waits. Within a transaction it may, between leaving and moving up; so what
    // must not be is written down as a row whose foreign key nothing satisfies, and COMMIT fails while there is one.
    private static let idleSeats =
        """

        CREATE TABLE no_row(id INTEGER PRIMARY KEY CHECK (id IS NULL)) STRICT;
        CREATE TABLE idle_seat(
            session INTEGER NOT NULL PRIMARY KEY REFERENCES session ON DELETE CASCADE,
            must_not_be INTEGER NOT NULL REFERENCES no_row DEFERRABLE INITIALLY DEFERRED
        ) STRICT, WITHOUT ROWID;

        """
        + [
            ("after_enrolling", "INSERT ON enrollment", "NEW.session"),
            ("after_leaving", "DELETE ON enrollment", "OLD.session"),
            ("after_moving_up", "UPDATE OF seat, yields ON enrollment", "NEW.session"),
            ("after_revision", "UPDATE OF capacity, status ON session", "NEW.id"),
        ].map { name, event, session in
            """
            CREATE TRIGGER idle_seat_\(name) AFTER \(event) BEGIN
                DELETE FROM idle_seat WHERE session = \(session);
                INSERT INTO idle_seat SELECT id, 1 FROM session
                WHERE id = \(session) AND status IN ('tentative', 'announced')
                    AND EXISTS (SELECT 1 FROM enrollment WHERE session = \(session) AND seat IS NULL AND NOT yields)
                    AND (SELECT count(seat) FROM enrollment WHERE session = \(session)) < capacity;
            END;
            """
        }.joined(separator: "\n")
}
