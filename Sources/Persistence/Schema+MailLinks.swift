extension Schema {
    /// What people can do by links in mails, each by the digest of its secret; who wants no reminders; and which mails hold links:
    /// those are emptied once they have left, and kept when they were refused, since they can be sent again.
    static let mailLinks = """
        CREATE TABLE mail_link(
            digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
            person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
            matter TEXT NOT NULL CHECK (
                matter IN ('attend', 'lead', 'pick', 'take-session', 'keep-week', 'take-week', 'reminders')),
            session INTEGER REFERENCES session ON DELETE CASCADE,
            offer INTEGER REFERENCES swap_offer ON DELETE CASCADE,
            turn INTEGER REFERENCES duty_turn ON DELETE CASCADE,
            made INTEGER NOT NULL,
            CHECK ((session IS NOT NULL) = (matter IN ('attend', 'lead', 'pick'))
                AND (offer IS NOT NULL) = (matter = 'take-session')
                AND (turn IS NOT NULL) = (matter IN ('keep-week', 'take-week')))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX mail_link_by_person ON mail_link(person);
        CREATE INDEX mail_link_by_session ON mail_link(session);
        CREATE INDEX mail_link_by_offer ON mail_link(offer);
        CREATE INDEX mail_link_by_turn ON mail_link(turn);

        CREATE TABLE without_reminders(
            person INTEGER NOT NULL PRIMARY KEY REFERENCES person ON DELETE CASCADE,
            since INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE outbox ADD COLUMN links INTEGER NOT NULL DEFAULT 0 CHECK (links IN (0, 1));
        CREATE TRIGGER outbox_links AFTER UPDATE OF state ON outbox
        WHEN NEW.links AND NEW.state = 'sent' AND length(NEW.bytes) > 0
        BEGIN UPDATE outbox SET bytes = x'' WHERE id = NEW.id; END;
        """
}
