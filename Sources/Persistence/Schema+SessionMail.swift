extension Schema {
    /// What a mail in the outbox says of a session, for as long as it may become one with others; released is when it was
    /// let go.
    static let sessionMail = """
        CREATE TABLE session_mail(
            mail INTEGER PRIMARY KEY REFERENCES outbox ON DELETE CASCADE,
            session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
            word TEXT NOT NULL,
            method TEXT CHECK (method IN ('request', 'cancel')),
            knew TEXT CHECK (knew IN ('request', 'cancel')),
            knew_start INTEGER,
            shows TEXT,
            urgent INTEGER NOT NULL CHECK (urgent IN (0, 1)),
            released INTEGER
        ) STRICT;
        CREATE INDEX session_mail_by_session ON session_mail(session);
        CREATE INDEX session_mail_gathering ON session_mail(mail) WHERE released IS NULL;
        CREATE INDEX session_mail_released ON session_mail(released) WHERE urgent = 0;
        """
}
