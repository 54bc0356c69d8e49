extension Schema {
    // Rights are the person's, per program. An organizer is known by their address, which suffices; whoever had an organizer's
    // token organizes the programs that exist when the database is brought here. What a token was made for before goes on
    // narrowing what its person may do, so nobody may do more than before.
    static let rights = """
        CREATE TABLE organizer(
            program TEXT NOT NULL REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            email TEXT NOT NULL CHECK (email = lower(email) AND email LIKE '_%@_%'),
            PRIMARY KEY (program, email)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE administrator(
            email TEXT NOT NULL PRIMARY KEY CHECK (email = lower(email) AND email LIKE '_%@_%')
        ) STRICT, WITHOUT ROWID;

        INSERT INTO organizer(program, email)
            SELECT DISTINCT program.name, person.email
            FROM access_token JOIN person ON person.id = access_token.person CROSS JOIN program
            WHERE access_token.role = 'organizer';

        ALTER TABLE access_token ADD COLUMN program TEXT REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT;
        ALTER TABLE access_token ADD COLUMN scope TEXT NOT NULL DEFAULT 'all' CHECK (scope IN ('all', 'read'));
        ALTER TABLE access_token ADD COLUMN label TEXT;
        ALTER TABLE access_token ADD COLUMN expires INTEGER;
        ALTER TABLE access_token ADD COLUMN last_used INTEGER;
        ALTER TABLE access_token ADD COLUMN revoked INTEGER;
        CREATE TRIGGER access_token_stays_dead BEFORE UPDATE OF revoked ON access_token
            WHEN OLD.revoked IS NOT NULL AND NEW.revoked IS NOT OLD.revoked
            BEGIN SELECT RAISE(ABORT, 'a revoked token stays revoked'); END;
        """
}
