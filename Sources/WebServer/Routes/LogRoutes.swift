import CivilTime
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService
import TimeZoneCatalog

/// The log in a browser, a page at a time: a program's for who organizes it, the whole server's for administrators.
struct LogRoutes {
    let visitors: Visitors
    let pages: PageRoutes

    func add(to router: MeridianRouter) {
        router.read("me/log/{program}") { [self] request, context in
            guard let visitor = try await visitors.visitor(of: request) else { return pages.toSignIn }
            let client = visitors.client(for: visitor)
            let name = try context.parameter("program")
            let wish = try LogViewPage.Wish(Query(request))
            let asked = ShowLog(
                program: name, who: wish.who, about: wish.about, since: wish.since,
                zone: visitor.person.zone.name, before: wish.before, after: wish.after,
                most: LogViewPage.length + 1)
            try asked.checkFields()
            let entries = try await client.ask(asked)
            let title = try await client.ask(ShowProgram(program: name)).title
            return try show(entries, wish, of: title, "/me/organizing/\(name)", to: visitor, request)
        }
        router.read("me/log") { [self] request, _ in
            guard let visitor = try await visitors.visitor(of: request) else { return pages.toSignIn }
            let wish = try LogViewPage.Wish(Query(request))
            let asked = ShowWholeLog(
                who: wish.who, about: wish.about, since: wish.since, zone: visitor.person.zone.name,
                before: wish.before, after: wish.after, most: LogViewPage.length + 1)
            try asked.checkFields()
            let entries = try await visitors.client(for: visitor).ask(asked)
            return try show(entries, wish, of: nil, "/me", to: visitor, request)
        }
    }

    private func show(
        _ entries: [LogEntryView], _ wish: LogViewPage.Wish, of program: String?, _ back: String,
        to visitor: SignedInPerson, _ request: Request
    ) throws -> Response {
        let clock = try visitors.service.zones.rules(for: visitor.person.zone)
        let page = LogViewPage(
            entries, wish, of: program, backTo: back, in: pages.frame(for: request, by: visitor), on: clock)
        return pages.respond(pages.templates.log(page))
    }
}
