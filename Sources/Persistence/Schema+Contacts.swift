extension Schema {
    /// The contact in the organizer address of what calendars were sent, which they know for good, whatever the program's becomes.
    ///
    /// Of what was sent before it is the program's at the upgrade.
    static let contacts = """
        ALTER TABLE invitation ADD COLUMN contact TEXT;
        UPDATE invitation SET contact = (SELECT program.contact FROM session JOIN program ON program.name = session.program
            WHERE session.id = invitation.session);

        ALTER TABLE former_invitation ADD COLUMN contact TEXT;
        UPDATE former_invitation SET contact = (SELECT program.contact FROM session JOIN program ON program.name = session.program
            WHERE session.id = former_invitation.session);

        ALTER TABLE duty_turn ADD COLUMN contact TEXT;
        UPDATE duty_turn SET contact = (SELECT program.contact FROM program WHERE program.name = duty_turn.program)
            WHERE status <> 'tentative';
        """
}
