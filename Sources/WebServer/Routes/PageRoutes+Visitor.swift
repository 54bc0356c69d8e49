import CivilTime
import Mentoring
import MentoringAPI
import MentoringService

extension PageRoutes {
    /// What a session is to whoever is signed in, with what they can do about it; nil when nobody is.
    func part(of session: SessionView, _ standing: SessionStanding?, at now: Instant) -> SessionPage.Part? {
        guard let visitor, let standing else { return nil }
        let page = "/\(session.program)/\(session.code)"
        let actions = Actions(for: visitor, root: configuration.root, page: page)
        return SessionPage.Part(session, standing, actions, at: now, in: frame(page, nil))
    }
}
