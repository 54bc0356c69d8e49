import AppResources
import Templates

/// The pages' templates.
struct PageTemplates {
    /// Read once, whatever the number of servers in a process.
    private static let embedded = Result { try read() }

    private let templates: [String: Template]

    /// - Throws: when an embedded template is malformed.
    init() throws { templates = try Self.embedded.get() }

    private static func read() throws -> [String: Template] {
        let templates: [String: AppResources.Template] = [
            "page": .page, "zone": .pageZone, "calendars": .pageCalendars, "home": .home, "program": .program,
            "session": .session, "choice": .choice, "own": .ownPage,
            "sign-up": .signUp, "confirmation": .confirmation, "mail-matter": .mailMatter,
            "me": .me, "entry": .meSession, "reviews": .meReviews, "settings": .meSettings, "leaving": .meLeaving,
            "action": .action, "answer": .answer, "answer-parts": .answerParts, "mentoring": .meMentoring,
            "organizing": .meOrganizing, "plan": .mePlan, "log": .meLog, "file": .meFile, "new": .meNew,
            "line": .meLine, "why-not": .whyNot, "volunteering": .meVolunteering, "hour-moves": .pageHourMoves,
            "duties": .pageDuties, "origin": .signInOrigin,
            "sign-in": .signIn, "sign-in-link": .signInLink,
            "embedded": .embedded, "error": .error,
        ]
        return try Template.linked(templates.mapValues(AppResources.template))
    }

    func home(_ page: HomePage) -> String { render(page, "home") }
    func program(_ page: ProgramPage) -> String { render(page, "program") }
    func embedded(_ page: ProgramPage) -> String { render(page, "embedded") }
    func error(_ page: ErrorPage) -> String { render(page, "error") }
    func signUp(_ page: SignUpPage) -> String { render(page, "sign-up") }
    func confirmation(_ page: ConfirmationPage) -> String { render(page, "confirmation") }
    func signIn(_ page: SignInPage) -> String { render(page, "sign-in") }
    func signInLink(_ page: SignInLinkPage) -> String { render(page, "sign-in-link") }
    func mailMatter(_ page: MailMatterPage) -> String { render(page, "mail-matter") }
    func session(_ page: SessionPage) -> String { render(page, "session") }
    func choice(_ page: ChoicePage) -> String { render(page, "choice") }
    func own(_ page: OwnPageText) -> String { render(page, "own") }

    func me(_ page: MePage) -> String { render(page, "me") }
    func reviews(_ page: ReviewsPage) -> String { render(page, "reviews") }
    func leaving(_ page: LeavingPage) -> String { render(page, "leaving") }
    func settings(_ page: SettingsPage) -> String { render(page, "settings") }

    func answer(_ page: AnswerPage) -> String { render(page, "answer") }
    func mentoring(_ page: MentoringPage) -> String { render(page, "mentoring") }
    func organizing(_ page: OrganizingPage) -> String { render(page, "organizing") }
    func file(_ page: FilePage) -> String { render(page, "file") }
    func new(_ page: NewProgramPage) -> String { render(page, "new") }
    func log(_ page: LogViewPage) -> String { render(page, "log") }
    func plan(_ page: PlanPage) -> String { render(page, "plan") }

    private func render(_ page: some Encodable, _ name: String) -> String {
        // No page's type has an encoding of its own that could fail, and every name is one of those above.
        guard let fields = try? Field(of: page), let template = templates[name] else { return "" }
        return template.render(fields)
    }
}
