import HTTPTypes
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService
import TimeZoneCatalog
import Wording

/// The pages of whoever is signed in, which are made for them alone and kept nowhere.
struct MeRoutes {
    let visitors: Visitors
    let pages: PageRoutes
    let lanes: ComputingLanes

    private var service: TrainingService { visitors.service }

    func add(to router: MeridianRouter) {
        show("me", on: router) { [self] visitor, frame, _ in
            let page = try await service.ownPage(of: visitor.person.email)
            let volunteering = try await service.volunteering(of: visitor.person.email)
            return try pages.templates.me(
                MePage(page, volunteering, actions(visitor, frame), in: frame, zones: service.zones))
        }
        show("me/reviews/{program}", on: router) { [self] visitor, frame, context in
            let client = visitors.client(for: visitor)
            let name = try context.parameter("program")
            let program = try await client.ask(ShowProgram(program: name))
            let reviews = try await client.ask(ListReviews(program: name))
            let sessions = try await client.ask(ListSessions(program: name))
            let actions = Actions(
                for: visitor, root: frame.root, page: frame.path, isInArchive: program.archived == true)
            return pages.templates.reviews(
                ReviewsPage(reviews, of: program, pickedIn: sessions, at: service.now, actions, in: frame))
        }
        show("me/reviews/{program}/{session}", on: router) { [self] visitor, frame, context in
            let client = visitors.client(for: visitor)
            let (name, code) = (try context.parameter("program"), try context.parameter("session"))
            // For whoever leads it, or organizes the program: those who may see who came.
            let attended = try await client.ask(ShowAttendance(session: code)).session
            let session = try await client.ask(ShowSession(session: attended))
            let program = try await client.ask(ShowProgram(program: name))
            let reviews = try await client.ask(ListReviews(program: name, session: attended))
            let sessions = try await client.ask(ListSessions(program: name))
            let actions = Actions(
                for: visitor, root: frame.root, page: frame.path, isInArchive: program.archived == true)
            return pages.templates.reviews(
                ReviewsPage(
                    reviews, of: program, pickedIn: sessions, for: session, at: service.now, actions, in: frame))
        }
        show("me/settings", on: router) { [self] visitor, frame, _ in
            let settings = try await service.ownSettings(
                of: visitor.token, addresses: visitors.configuration.addresses)
            return try pages.templates.settings(
                SettingsPage(
                    settings, here: visitor.token.id, actions(visitor, frame),
                    on: service.zones.rules(for: settings.myself.zone), in: frame))
        }
        show("me/leaving/{program}", on: router) { [self] visitor, frame, context in
            let client = visitors.client(for: visitor)
            let name = try context.parameter("program")
            let program = try await client.ask(ShowProgram(program: name))
            let departure = try await client.ask(LeaveProgram(program: name, dryRun: true))
            // Who has left comes back to where their other programs are.
            let actions = Actions(for: visitor, root: frame.root, page: "/me/settings")
            return pages.templates.leaving(LeavingPage(departure, from: program, actions, in: frame))
        }
        show("me/mentoring/{program}", on: router) { [self] visitor, frame, context in
            let client = visitors.client(for: visitor)
            let (name, email) = (try context.parameter("program"), visitor.person.email)
            let slots = try await client.ask(ListSlots(program: name, mentor: email))
            let own = try await service.ownPage(of: email)
            var answers: [AnswersView] = []
            for entry in own.led where entry.session.program == name {
                answers += try await client.ask(ShowAttendance(session: entry.session.code)).answers
            }
            let facts = try await MentoringPage.Facts(
                program: client.ask(ShowProgram(program: name)), own: own, slots: slots,
                absences: client.ask(ListAbsences()), offers: client.ask(ListSwaps(program: name)),
                answers: answers.filter { $0.signedOff == nil },
                volunteering: service.volunteering(of: email), email: email)
            return try pages.templates.mentoring(
                MentoringPage(
                    facts, actions(visitor, frame), in: frame, on: service.zones.rules(for: visitor.person.zone)))
        }
        show("me/organizing/{program}", on: router) { [self] visitor, frame, context in
            let client = visitors.client(for: visitor)
            let name = try context.parameter("program")
            let mentors = try await client.ask(ListMentors(program: name))
            // One reading for all that stands on the page.
            let log = try await client.ask(ShowLog(program: name, most: Deeds.most))
            let rules = try service.zones.rules(for: visitor.person.zone)
            let sessions = try await client.ask(ListSessions(program: name))
            let program = try await client.ask(ShowProgram(program: name))
            let isToBePlanned = sessions.isEmpty && program.archived != true
            let readiness = isToBePlanned ? try await readiness(of: name, for: visitor) : nil
            let facts = try await OrganizingPage.Facts(
                program: program, sessions: sessions,
                freezes: client.ask(ListFreezes(program: name)), mentors: mentors,
                trainees: client.ask(ListTrainees(program: name)), blocks: client.ask(ListBlocks(program: name)),
                organizers: client.ask(ListOrganizers(program: name)),
                reviews: client.ask(ListReviews(program: name)), slots: client.ask(ListSlots(program: name)),
                deeds: Deeds(log, on: rules), readiness: readiness, now: service.now)
            let actions = Actions(
                for: visitor, root: frame.root, page: frame.path, isInArchive: program.archived == true)
            return pages.templates.organizing(OrganizingPage(facts, actions, in: frame, on: rules))
        }
        show("me/organizing/{program}/file", on: router) { [self] visitor, frame, context in
            let client = visitors.client(for: visitor)
            let name = try context.parameter("program")
            let file = try await client.ask(ExportProgram(program: name))
            let program = try await client.ask(ShowProgram(program: name))
            let back = PagePath("/me/organizing/\(name)")
            return pages.templates.file(
                FilePage(
                    of: program, file.text, backTo: back, Actions(for: visitor, root: frame.root, page: back.text),
                    in: frame))
        }
        show("me/suppressed", on: router) { [self] visitor, frame, _ in
            let addresses = try await visitors.client(for: visitor).ask(ListSuppressed())
            let actions = actions(visitor, frame)
            let title = ListSuppressed.title
            let clock = try service.zones.rules(for: visitor.person.zone)
            return pages.templates.answer(
                AnswerPage(
                    title, nil, AnswerPart.of(addresses, below: title, on: clock),
                    addresses.map { actions.button(AllowMail(address: $0.address), "Send to \($0.address) again") },
                    backTo: PagePath("/me"), in: frame))
        }
        router.read("me/file/{program}") { [self] request, context in
            guard let visitor = try await visitors.visitor(of: request) else { return pages.toSignIn }
            let name = try context.parameter("program")
            let file = try await visitors.client(for: visitor).ask(ExportProgram(program: name))
            return own(file.text, as: "application/yaml; charset=utf-8")
        }
        router.read("me/export.json") { [self] request, _ in
            guard let visitor = try await visitors.visitor(of: request) else { return pages.toSignIn }
            let export = try await visitors.client(for: visitor).ask(ExportPerson(email: visitor.person.email))
            return own(String(decoding: try JSON.bytes(export), as: UTF8.self), as: "application/json")
        }
        router.read("me/evidence/{program}") { [self] request, context in
            guard let visitor = try await visitors.visitor(of: request) else { return pages.toSignIn }
            let name = try context.parameter("program")
            let person = Query(request).fields.first { $0.name == "person" }?.text
            let asked = ShowEvidence(program: name, person: person.map { WrittenPerson($0) })
            try asked.checkFields()
            let evidence = try await visitors.client(for: visitor).ask(asked)
            return own(evidence.markdown(), as: "text/markdown; charset=utf-8")
        }
    }

    /// Whether a season can be planned; why that cannot be computed now, where it is only that.
    private func readiness(
        of program: Program.Name, for visitor: SignedInPerson
    ) async throws -> Result<ReadinessView, HTTPError> {
        // Who loads the page again waits for the same.
        let question = ComputingQuestion(
            person: visitor.person.email, repetition: "readiness \(program) \(visitor.token.id)")
        do {
            let asked = ShowReadiness(program: program)
            return .success(try await lanes.answer(to: asked, of: visitors.client(for: visitor), for: question))
        } catch let error as HTTPError {
            return .failure(error)
        }
    }

    /// A page for whoever is signed in; everybody else is asked to.
    private func show(
        _ path: RouterPath, on router: MeridianRouter,
        _ page: @escaping @Sendable (SignedInPerson, PageFrame, MeridianRequestContext) async throws -> String
    ) {
        router.read(path) { [self] request, context in
            guard let visitor = try await visitors.visitor(of: request) else { return pages.toSignIn }
            var frame = pages.frame(for: request, by: visitor)
            frame.done = try await visitors.note(in: request, to: visitor)
            return own(try await page(visitor, frame, context), as: "text/html; charset=utf-8")
        }
    }

    private func actions(_ visitor: SignedInPerson, _ frame: PageFrame) -> Actions {
        Actions(for: visitor, root: frame.root, page: frame.path)
    }

    private func own(_ text: String, as contentType: String) -> Response {
        .forOnePerson(text, as: contentType)
    }
}
