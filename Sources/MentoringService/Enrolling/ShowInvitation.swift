import CivilTime
import Mentoring
public import MentoringAPI

extension ShowInvitation: HandledRequest {
    /// The current invitation of a person to a session.
    /// - Throws: `Refusal` not-found when the person or session is unknown, or nothing has been sent yet.
    public func carryOut(for client: Client) async throws -> CalendarText {
        let service = client.service
        let email = try attendee.address
        try client.caller.require(owner: email)
        let now = service.clock.now()
        let shown = try await service.store.read { transaction in
            let session = try transaction.requireSession(session, by: service.zones)
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
        return CalendarText(try client.writer.calendar(of: shown, addresses: client.addresses))
    }
}
