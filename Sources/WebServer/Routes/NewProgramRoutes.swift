import AppResources
import CivilTime
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService
import ProgramFile
import TimeZoneCatalog
import Wording

/// The pages on which an administrator begins a program: a form, or a file that somebody has.
struct NewProgramRoutes {
    let visitors: Visitors
    let pages: PageRoutes

    func add(to router: MeridianRouter) {
        let root = visitors.configuration.root
        // The addresses that people are told and type.
        router.read("new") { _, _ in .sendingOn(to: "\(root)/me/new") }
        router.read("{program}/plan") { _, context in
            .sendingOn(to: "\(root)/me/plan/\(try context.parameter("program").percentEncoded(keeping: ""))")
        }
        show("me/new", on: router) { visitor, frame in
            let clock = try visitors.service.zones.rules(for: visitor.person.zone)
            return pages.templates.new(
                NewProgramPage(
                    on: clock.local(at: visitors.service.now).date,
                    Actions(for: visitor, root: root, page: "/me/new"), in: frame))
        }
        show("me/new/file", on: router) { visitor, frame in
            pages.templates.file(
                FilePage(
                    example: AppResources.exampleProgram, backTo: PagePath("/me/new"),
                    Actions(for: visitor, root: root, page: "/me"), in: frame))
        }
        // Whoever loads what was written once more begins anew.
        router.get(RouterPath(NewProgramPage.address)) { _, _ in Response.sendingOn(to: "\(root)/me/new") }
        router.act(
            RouterPath(NewProgramPage.address), of: NewProgram.fields.map(\.name) + Actions.ownFields, as: visitors
        ) { [self] visitor, form, request, _ in
            let client = visitors.client(for: visitor)
            try await client.requireAdministrator()
            let taken = try await visitors.service.programs().map(\.name)
            let clock = try visitors.service.zones.rules(for: visitor.person.zone)
            let today = clock.local(at: visitors.service.now).date
            let wish = NewProgram(form, besides: taken, on: today, zones: visitors.service.zones)
            let frame = pages.frame(for: request, by: visitor)
            guard let document = wish.document else {
                let actions = Actions(for: visitor, root: root, page: "/me/new")
                return pages.respond(
                    pages.templates.new(NewProgramPage(form, wish.faults, actions, in: frame)), status: .badRequest)
            }
            return try await show(document.program, try document.yaml(), client, to: visitor, in: frame)
        }
    }

    /// The file that was written, with what it would do.
    private func show(
        _ program: Program, _ text: String, _ client: Client, to visitor: SignedInPerson, in frame: PageFrame
    ) async throws -> Response {
        let clock = try visitors.service.zones.rules(for: visitor.person.zone)
        var (parts, problems): ([AnswerPart], [String]) = ([], [])
        do {
            let asked = ApplyProgram(text: text, program: program.name, isNew: true, dryRun: true)
            let changes = try await client.at(client.service.rehearsing).ask(asked)
            parts = AnswerPart.of(ApplyProgram.self, changes, on: clock, as: .conditional)
        } catch  where Failure(error).kind.status < 500 {
            problems = Problem(error).sentences
        }
        // Whoever has made it comes to its first steps.
        let actions = Actions(for: visitor, root: frame.root, page: "/me/organizing/\(program.name)")
        return pages.respond(
            pages.templates.file(
                FilePage(
                    written: program, text, parts, wrong: problems, backTo: PagePath("/me/new"), actions,
                    changing: Actions(for: visitor, root: frame.root, page: "/me"), in: frame)),
            status: problems.isEmpty ? .ok : .badRequest)
    }

    /// A page for whoever administers the server; everybody else is told at once that it is not for them.
    private func show(
        _ path: RouterPath, on router: MeridianRouter,
        _ page: @escaping @Sendable (SignedInPerson, PageFrame) async throws -> String
    ) {
        router.read(path) { [self] request, _ in
            guard let visitor = try await visitors.visitor(of: request) else { return pages.toSignIn }
            try await visitors.client(for: visitor).requireAdministrator()
            return pages.respond(try await page(visitor, pages.frame(for: request, by: visitor)))
        }
    }
}
