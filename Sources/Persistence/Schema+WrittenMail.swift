extension Schema {
    /// Mails in which people wrote to a program in words.
    ///
    /// They share their numbers with those that are set aside, of which from now on the words are kept, too.
    static let writtenMail = """
        CREATE TABLE written_mail(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            sender TEXT CHECK (sender = lower(sender) AND sender LIKE '_%@_%'),
            author TEXT NOT NULL,
            subject TEXT NOT NULL,
            received INTEGER NOT NULL,
            text TEXT NOT NULL CHECK (length(CAST(text AS BLOB)) <= 65536),
            attachments TEXT NOT NULL,
            digest BLOB NOT NULL CHECK (length(digest) = 32),
            state TEXT NOT NULL CHECK (state IN ('forwarded', 'later', 'listed'))
        ) STRICT;
        CREATE UNIQUE INDEX written_mail_once ON written_mail(program, digest);
        CREATE INDEX written_mail_by_sender ON written_mail(program, sender, received);
        CREATE INDEX written_mail_by_time ON written_mail(received);
        CREATE INDEX written_mail_unlisted ON written_mail(received) WHERE state = 'later';

        ALTER TABLE mail_set_aside ADD COLUMN text TEXT CHECK (length(CAST(text AS BLOB)) <= 65536);
        """
}
