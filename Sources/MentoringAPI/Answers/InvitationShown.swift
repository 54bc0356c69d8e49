public import Mentoring

/// What a person was last told of a session, with all that an iTIP message of it needs.
public struct InvitationShown: Sendable {
    /// What they were told.
    public let invitation: Invitation
    /// The session as it is.
    public let session: Session
    /// Its program.
    public let program: Program

    package init(invitation: Invitation, session: Session, program: Program) {
        self.invitation = invitation
        self.session = session
        self.program = program
    }
}
