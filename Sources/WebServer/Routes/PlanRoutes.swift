import Crypto
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService
import TimeZoneCatalog
import Wording

/// The page of what planning a season now would change, and whom it would tell; from it the plan is published.
struct PlanRoutes {
    /// The names of the fields of its forms.
    private enum Field {
        static let seen = "seen", changes = "changes", without = "without", slot = "slot"
    }

    let visitors: Visitors
    let pages: PageRoutes
    let lanes: ComputingLanes

    func add(to router: MeridianRouter) {
        router.read("me/plan/{program}") { [self] request, context in
            guard let visitor = try await visitors.visitor(of: request) else { return pages.toSignIn }
            let program = try context.parameter("program")
            let query = Dictionary(Query(request).fields.map { ($0.name, $0.text) }) { first, _ in first }
            let wish = try Wish(query.filter { !$0.value.isEmpty })
            do {
                return try await show(program, wish, nil, to: visitor, request)
            } catch  where error.isOfLanes {
                return pages.comeAgain(
                    after: error, to: request, backTo: PagePath("/me/organizing/\(program)"),
                    in: pages.frame(for: request, by: visitor))
            }
        }
        router.act(
            "me/plan/{program}/publication", of: [Field.seen, Field.changes] + Actions.ownFields, as: visitors
        ) { [self] visitor, form, request, context in
            let program = try context.parameter("program")
            let wish = try Wish([Field.changes: form[Field.changes] ?? ""].filter { !$0.value.isEmpty })
            let done: (key: RequestKey?, isRepeated: Bool)
            do {
                do {
                    done = try await publish(program, wish, form, as: visitor)
                } catch is PlanDiffers {
                    let note =
                        "Something has changed since you looked, so nothing was published now. This is what planning would do."
                    return try await show(program, wish, note, to: visitor, request)
                }
            } catch  where error.isOfLanes {
                let frame = pages.frame(for: request, by: visitor)
                let plan = PagePath("/me/plan/\(program)" + (wish.changes.map { "?\(Field.changes)=\($0)" } ?? ""))
                let actions = Actions(for: visitor, root: frame.root, page: plan.text)
                let again = publication(of: program, seen: form[Field.seen] ?? "", wish, actions)
                return pages.respond(
                    ErrorPage(undone: error, backTo: plan, again: again, in: frame), after: error)
            }
            let page = PagePath("/me/organizing/\(program)")
            let place = done.key.map {
                page.saying(DoneNote.value(of: PlanSeason.self, $0), isRepeated: done.isRepeated)
            }
            return .sendingOn(to: visitors.configuration.root + (place ?? page.text))
        }
    }

    /// Publishes the plan that was looked at, once, and no other.
    /// - Returns: under which key it is kept what that came to, and whether it was done when the form was sent before.
    private func publish(
        _ program: String, _ wish: Wish, _ form: Form, as visitor: SignedInPerson
    ) async throws -> (key: RequestKey?, isRepeated: Bool) {
        let client = visitors.client(for: visitor)
        let seen = form[Field.seen] ?? ""
        var service = client.service
        let text = "\(program) \(seen) \(wish.changes.map { "\($0)" } ?? "")"
        let once = try form.key(of: visitor, for: text)
        if let once {
            service = service.answeringOnce(once, to: text) { try JSON.bytes($0) }
        }
        let publishing = client.at(service.publishing { try Self.digest(of: $0) == seen })
        do {
            _ = try await lanes.page(for: ComputingQuestion(person: visitor.person.email, repetition: nil)) {
                _ = try await publishing.ask(wish.request(program, publish: true))
                return ""
            }
            return (once, false)
        } catch is AlreadyAnswered {
            // It was published when the form was sent first.
            return (once, true)
        }
    }

    /// What the page is asked to suppose.
    private struct Wish: Sendable {
        let changes: Int?
        let without: String?
        let slot: String?

        /// - Throws: `BadInput` for a number that is none.
        init(_ texts: [String: String]) throws(BadInput) {
            if let text = texts[Field.changes] {
                guard let number = Int(text), (0...1000).contains(number) else {
                    throw BadInput("changes is a number from 0 to 1000, not “\(OneLine.shown(text))”")
                }
                changes = number
            } else {
                changes = nil
            }
            (without, slot) = (texts[Field.without], texts[Field.slot])
        }

        /// Whether it only supposes something, which is no fact that could be published.
        var isSupposed: Bool { without != nil || slot != nil }

        func request(_ program: String, publish: Bool) -> PlanSeason {
            PlanSeason(
                program: program, publish: publish ? true : nil, without: without.map { [$0] },
                withSlots: slot.map { [$0] }, changes: changes)
        }
    }

    private func show(
        _ program: String, _ wish: Wish, _ note: String?, to visitor: SignedInPerson, _ request: Request
    ) async throws -> Response {
        let client = visitors.client(for: visitor)
        let frame = pages.frame(for: request, by: visitor)
        let clock = try visitors.service.zones.rules(for: visitor.person.zone)
        let actions = Actions(for: visitor, root: frame.root, page: "/me/organizing/\(program)")
        let title = try await client.ask(ShowProgram(program: program)).title
        // Another browser of theirs has forms of its own.
        let repetition = note == nil ? "\(request.uri) \(visitor.token.id)" : nil
        let question = ComputingQuestion(person: visitor.person.email, repetition: repetition)
        let html = try await lanes.page(for: question, whileAsked: note == nil ? request : nil) {
            let plan = try await client.ask(wish.request(program, publish: false))
            let seen = try Self.digest(of: plan)
            return pages.templates.plan(
                PlanPage(
                    frame: frame, program: title, programHref: "\(frame.root)/\(program)",
                    back: "\(frame.root)/me/organizing/\(program)", note: note, isSupposed: wish.isSupposed,
                    picture: AnswerPage.picture(of: plan),
                    parts: AnswerPart.of(plan, below: "What planning would do now", on: clock),
                    publish: wish.isSupposed
                        ? nil : publication(of: program, seen: seen, wish, actions),
                    address: "\(frame.root)/me/plan/\(program)", without: wish.without ?? "",
                    slot: wish.slot ?? "", changes: wish.changes.map { "\($0)" } ?? ""))
        }
        return note == nil ? pages.respond(html).closing : pages.respond(html)
    }

    /// The button that publishes a plan that was looked at.
    private func publication(of program: String, seen: String, _ wish: Wish, _ actions: Actions) -> Action {
        let hidden = [
            Action.Hidden(name: Field.seen, value: seen),
            Action.Hidden(name: Field.changes, value: wish.changes.map { "\($0)" } ?? ""),
        ]
        return actions.button(at: "/me/plan/\(program)/publication", hidden, "Publish this plan")
    }

    /// Tells a plan from others: by what it changes and whom that concerns, and not by who has a seat meanwhile.
    private static func digest(of plan: PlanView) throws -> String {
        var plan = plan
        plan.published = false
        return SHA256.hash(data: try JSON.bytes(PlanChanges(plan)) + JSON.bytes(plan.uncovered)).hexadecimal
    }
}
