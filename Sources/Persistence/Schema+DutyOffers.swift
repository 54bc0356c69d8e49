extension Schema {
    /// Weeks of duties that those who have them offer to other volunteers, or to one of them.
    static let dutyOffers = """
        ALTER TABLE duty_turn ADD COLUMN offered INTEGER NOT NULL DEFAULT 0 CHECK (offered IN (0, 1));
        ALTER TABLE duty_turn ADD COLUMN asked INTEGER REFERENCES person ON DELETE SET NULL
            CHECK (asked IS NULL OR offered = 1);
        CREATE INDEX duty_turn_by_asked ON duty_turn(asked);
        """
}
