import CivilTime
import Mentoring
import MentoringAPI
import MentoringService

extension PageRoutes {
    /// What a session is to whoever is signed in, with what they can do about it; nil when nobody is.
    func part(of shown: SessionView, at now: Instant) async throws -> SessionPage.Part? {
        guard let visitor else { return nil }
        let session = try await visitors.client(for: visitor).ask(ShowSession(session: shown.code))
        let leads = try await service.leads(visitor.person.id, shown.code)
        let page = "/\(session.program)/\(session.code)"
        let actions = Actions(for: visitor, root: configuration.root, page: page)
        return SessionPage.Part(session, leads: leads, actions, at: now)
    }
}
