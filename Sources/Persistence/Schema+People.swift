extension Schema {
    /// Who may take part no more, which programs pause, which proposals were seen by a mentor, and whose mail waits.
    ///
    /// An address may be blocked that is nobody's yet. A review that was stored before is seen: everybody has seen it. Of
    /// mail that was written before nobody knows the program, so no pause keeps it.
    static let people = """
        CREATE TABLE blocked_address(
            email TEXT NOT NULL CHECK (email = lower(email) AND email LIKE '_%@_%'),
            program TEXT REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            since INTEGER NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX blocked_address_once ON blocked_address(email, coalesce(program, ''));
        CREATE INDEX blocked_address_by_program ON blocked_address(program);

        CREATE TABLE paused_program(
            program TEXT NOT NULL PRIMARY KEY REFERENCES program ON DELETE CASCADE ON UPDATE RESTRICT,
            since INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE program ADD COLUMN proposals TEXT NOT NULL DEFAULT 'seen' CHECK (proposals IN ('seen', 'open'));
        ALTER TABLE review ADD COLUMN seen INTEGER NOT NULL DEFAULT 1 CHECK (seen IN (0, 1));
        ALTER TABLE outbox ADD COLUMN program TEXT;
        """
}
