extension Schema {
    /// A message that has left, or never will, can be emptied, and not changed otherwise; one that holds a secret is emptied at
    /// once.
    ///
    /// Those of earlier releases that asked whether somebody signed up are told by their subjects, and by having no sender.
    static let emptiedMail = """
        ALTER TABLE outbox ADD COLUMN secret INTEGER NOT NULL DEFAULT 0 CHECK (secret IN (0, 1));

        DROP TRIGGER outbox_message;
        CREATE TRIGGER outbox_message BEFORE UPDATE OF recipient, subject, bytes, created ON outbox
        WHEN (NEW.recipient, NEW.subject, NEW.created) IS NOT (OLD.recipient, OLD.subject, OLD.created)
            OR NEW.bytes IS NOT OLD.bytes AND (length(NEW.bytes) > 0 OR NEW.state = 'pending')
        BEGIN SELECT RAISE(ABORT, 'a message in the outbox is never rewritten'); END;

        CREATE TRIGGER outbox_emptied BEFORE UPDATE OF state ON outbox
        WHEN NEW.state = 'pending' AND OLD.state <> 'pending' AND length(NEW.bytes) = 0
        BEGIN SELECT RAISE(ABORT, 'an emptied message does not wait again'); END;

        CREATE TRIGGER outbox_secret_kept BEFORE UPDATE OF secret ON outbox WHEN OLD.secret AND NOT NEW.secret
        BEGIN SELECT RAISE(ABORT, 'a message that holds a secret goes on holding it'); END;

        CREATE TRIGGER outbox_secret AFTER UPDATE OF state, secret ON outbox
        WHEN NEW.secret AND NEW.state <> 'pending' AND length(NEW.bytes) > 0
        BEGIN UPDATE outbox SET bytes = x'' WHERE id = NEW.id; END;

        UPDATE outbox SET secret = 1 WHERE sender IS NULL AND subject LIKE 'Did you ask to join %?';
        """
}
