import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TimeZoneCatalog

extension PageRoutes {
    /// What a session is to whoever is signed in, with what they can do about it; nil when nobody is.
    func part(of session: SessionView, _ standing: SessionStanding?, at now: Instant) async throws -> SessionPage.Part?
    {
        guard let visitor, let standing else { return nil }
        let page = "/\(session.program)/\(session.code)"
        let actions = Actions(for: visitor, root: configuration.root, page: page)
        let history = try await history(of: session, for: visitor)
        return SessionPage.Part(session, standing, actions, at: now, in: frame(page, nil), history: history)
    }

    /// Who did what with a session; nil for whoever may not read its program's log.
    private func history(of session: SessionView, for visitor: SignedInPerson) async throws -> SessionPage.History? {
        let client = visitors.client(for: visitor)
        let asked = ShowLog(program: session.program, about: session.code, most: Deeds.mostOfOne)
        do {
            let entries = try await client.ask(asked)
            let deeds = Deeds(entries, on: try service.zones.rules(for: visitor.person.zone))
            let me = "\(configuration.root)/me"
            return SessionPage.History(
                deeds: deeds.lines(session.code, most: Deeds.mostOfOne),
                href: "\(me)/log/\(session.program)?about=\(session.code)",
                office: "\(me)/organizing/\(session.program)")
        } catch is Refusal {
            return nil
        }
    }
}
