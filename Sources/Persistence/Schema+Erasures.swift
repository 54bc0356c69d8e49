extension Schema {
    /// Somebody who was erased keeps their row and their number, which others' sessions and evidence refer to, and nothing in it
    /// that tells who they were: the schema allows one of three words for a name, an address that is nobody's, and UTC.
    ///
    /// Of the address a salted digest stays, by which a program's file, or a backup from before, that has it is recognized. Mail to
    /// them that has not left yet is forgotten, row and all, as soon as it has left. Of the log the oldest entries can go, none of the
    /// last 30 days, and in an entry the address can give way to what stands for it; nothing else in it changes.
    static let erasures = """
        ALTER TABLE person ADD COLUMN erased INTEGER CHECK (CASE WHEN erased IS NULL THEN email NOT LIKE '%@erased.invalid'
            ELSE name IN ('a former mentor', 'a former trainee', 'a former volunteer') AND zone = 'UTC'
                AND email = 'erased-' || id || '@erased.invalid' END);
        CREATE TRIGGER person_stays_erased BEFORE UPDATE ON person WHEN OLD.erased IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'somebody who was erased stays so'); END;

        CREATE TABLE erased_address(
            digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
            salt TEXT NOT NULL CHECK (length(salt) >= 16),
            moment INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE erasure_due(
            person INTEGER PRIMARY KEY REFERENCES person ON DELETE CASCADE
        ) STRICT;

        ALTER TABLE outbox ADD COLUMN forgotten INTEGER NOT NULL DEFAULT 0 CHECK (forgotten IN (0, 1));
        CREATE INDEX outbox_to_empty ON outbox(created) WHERE state <> 'pending' AND length(bytes) > 0;
        CREATE INDEX outbox_to_forget ON outbox(created) WHERE forgotten = 1;
        CREATE TRIGGER outbox_forgotten AFTER UPDATE OF state, forgotten ON outbox
        WHEN NEW.forgotten AND NEW.state <> 'pending'
        BEGIN
            DELETE FROM outbox WHERE id = NEW.id;
            INSERT INTO setting(name, value) VALUES ('sweep', '1')
                ON CONFLICT(name) DO UPDATE SET value = CAST(value AS INTEGER) + 1;
        END;
        CREATE INDEX mail_set_aside_by_age ON mail_set_aside(received);

        DROP TRIGGER log_entry_stays;
        CREATE TRIGGER log_entry_stays BEFORE UPDATE ON log_entry
        WHEN (NEW.id, NEW.moment, NEW.role, NEW.way, NEW.action, NEW.program, NEW.fields)
                IS NOT (OLD.id, OLD.moment, OLD.role, OLD.way, OLD.action, OLD.program, OLD.fields)
            OR NEW.actor IS NOT OLD.actor AND coalesce(NEW.actor, '') NOT LIKE 'erased-%@erased.invalid'
            OR NEW.subject IS NOT OLD.subject AND coalesce(NEW.subject, '') NOT LIKE '%erased-%@erased.invalid%'
        BEGIN SELECT RAISE(ABORT, 'what was written down stays as it is'); END;
        DROP TRIGGER log_entry_is_kept;
        CREATE TRIGGER log_entry_is_kept BEFORE DELETE ON log_entry
        WHEN EXISTS (SELECT 1 FROM log_entry WHERE id < OLD.id)
            OR OLD.moment > (SELECT moment FROM log_entry ORDER BY id DESC LIMIT 1) - 30 * 86400
        BEGIN SELECT RAISE(ABORT, 'what was written down is kept'); END;
        """
}
