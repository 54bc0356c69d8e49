import CivilTime
public import Mentoring
public import MentoringAPI

extension ShowInvitation: HandledRequest {
    public func carryOut(for client: Client) async throws -> CalendarText {
        let attendee = try attendee.address
        try client.caller.require(owner: attendee)
        let shown = try await client.service.invitation(to: attendee, for: session)
        return CalendarText(try client.writer.calendar(of: shown, addresses: client.addresses))
    }
}

extension TrainingService {
    /// The current invitation of a person to a session.
    /// - Throws: `Refusal` not-found when the person or session is unknown, or nothing has been sent yet.
    public func invitation(to email: EmailAddress, for code: String) async throws -> InvitationShown {
        let now = clock.now()
        return try await store.read { transaction in
            let session = try transaction.requireSession(code, by: zones)
            let program = try transaction.requireProgram(of: session.code)
            if let person = try transaction.person(email),
                let invitation = try transaction.invitation(to: person.id, for: session.id)
            {
                return InvitationShown(invitation: invitation, session: session, program: program)
            }
            if session.status == .tentative {
                let season = session.code.season
                let choice = program.seasonMeant(at: now).name == season ? "" : " --season \(season)"
                throw Refusal(
                    .notFound,
                    "\(session.code) is still tentative; invites go out when it is announced (meridian plan \(program.name) --publish\(choice))"
                )
            }
            throw Refusal(.notFound, "\(email) takes no part in \(session.code), so there is no invite")
        }
    }
}
