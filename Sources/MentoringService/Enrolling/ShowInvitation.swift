public import Mentoring
public import MentoringAPI

extension TrainingOffice {
    /// The current invitation of a person to a session.
    /// - Throws: `Refusal` not-found when the person or session is unknown, or nothing has been sent yet.
    public func invitation(to email: EmailAddress, for code: String) async throws -> InvitationShown {
        try await store.read { books in
            let session = try books.requireSession(code, by: zones)
            let program = try books.requireProgram(session.code.program)
            if let person = try books.person(email),
                let invitation = try books.invitation(to: person.id, for: session.id)
            {
                return InvitationShown(invitation: invitation, session: session, program: program)
            }
            if session.status == .tentative {
                throw Refusal(
                    .notFound,
                    "\(session.code) is still tentative; invites go out when it is announced (meridian plan \(program.name) --publish)"
                )
            }
            throw Refusal(.notFound, "\(email) takes no part in \(session.code), so there is no invite")
        }
    }
}
