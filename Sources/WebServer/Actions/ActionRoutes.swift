import CivilTime
import HTTPTypes
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService
import TimeZoneCatalog
import Wording

/// What a page of somebody who is signed in can have done: every request that changes something, sent by a form.
///
/// The address is the API's, with how it is asked before it, since a form can only post.
struct ActionRoutes {
    let visitors: Visitors
    let pages: PageRoutes
    let lanes: ComputingLanes

    func add(to router: MeridianRouter) {
        // A plan has pages of its own.
        for asked in Requests.all
        where asked.route.method != .get && asked.route.role != nil && !(asked is PlanSeason.Type) {
            add(asked, to: router)
            addLook(at: asked, to: router)
        }
    }

    private func add<R: HandledRequest>(_ asked: R.Type, to router: MeridianRouter) {
        let path = RouterPath("\(Actions.path(to: .act, R.self))/\(R.route.path)")
        router.act(
            path, of: RequestReader<R>.formFields + Actions.ownFields, upTo: RequestReader<R>.formBytes, as: visitors
        ) {
            [self] visitor, form, request, context in
            let back = PagePath(form[Actions.back] ?? "")
            let done: (key: RequestKey?, answer: R.Answer?)
            do {
                done = try await carryOut(R.self, form, as: visitor, request, context)
            } catch  where Failure(error).kind.status < 500 || error.isOfLanes {
                return undone(R.self, form, after: error, as: visitor, request)
            }
            if let erasure = done.answer as? ErasureView, erasure.oneself {
                return try farewell(erasure, on: visitor.person.zone, request)
            }
            let place = done.key.map {
                back.saying(DoneNote.value(of: R.self, $0), isRepeated: done.answer == nil)
            }
            return .sendingOn(to: visitors.configuration.root + (place ?? back.text))
        }
    }

    /// Has what a form asks for done, once.
    /// - Returns: under which key it is kept what that came to, nil for a form that no page made; and what it came to, nil where
    ///   that was done before.
    private func carryOut<R: HandledRequest>(
        _ asked: R.Type, _ form: Form, as visitor: SignedInPerson, _ request: Request, _ context: MeridianRequestContext
    ) async throws -> (key: RequestKey?, answer: R.Answer?) {
        let client = visitors.client(for: visitor)
        let reading = try RequestReader<R>(request, context)
        let read = Result { try reading.asked(with: form, zones: visitors.service.zones) }
        do {
            try await R.requireMayAsk(at: client, of: reading.text("program"))
            let asked = try read.get()
            let text = try text(of: asked, at: request)
            guard let once = try form.key(of: visitor, for: text) else {
                return (nil, try await answer(to: asked, of: client))
            }
            let service = client.service.answeringOnce(once, to: text) { try JSON.bytes($0) }
            return (once, try await answer(to: asked, of: client.at(service)))
        } catch {
            // It may have been done when the form was sent first, and have taken from them the right to ask for it.
            guard let asked = try? read.get(),
                let once = try? form.key(of: visitor, for: text(of: asked, at: request)),
                try await client.service.answered(to: once) != nil
            else { throw error }
            return (once, nil)
        }
    }
}

extension ActionRoutes {
    /// What a request comes to; what weighs a whole season waits its turn in the lanes.
    private func answer<R: HandledRequest>(to asked: R, of client: Client) async throws -> R.Answer {
        guard R.self is any ComputingRequest.Type else { return try await client.ask(asked) }
        return try await lanes.answer(
            to: asked, of: client, for: ComputingQuestion(person: client.caller.email, repetition: nil))
    }

    /// What a form asks for, by which it is known again.
    private func text<R: HandledRequest>(of asked: R, at request: Request) throws -> String {
        try "\(request.uri.path) \(String(decoding: JSON.bytes(asked), as: UTF8.self))"
    }

    /// What a form asks for, if whoever sends it may ask for it.
    private func wish<R: HandledRequest>(
        _ asked: R.Type, _ form: Form, at client: Client, _ request: Request, _ context: MeridianRequestContext
    ) async throws -> R {
        let reading = try RequestReader<R>(request, context)
        try await R.requireMayAsk(at: client, of: reading.text("program"))
        return try reading.asked(with: form, zones: visitors.service.zones)
    }

    /// What is said to whoever has just erased themself: nothing is kept that a page could say of it later, and nobody is signed in.
    private func farewell(_ erasure: ErasureView, on zone: TimeZoneID, _ request: Request) throws -> Response {
        let title = "All that was kept about you is erased"
        let parts = try AnswerPart.of(
            ErasePerson.self, erasure, on: visitors.service.zones.rules(for: zone), as: .past)
        let page = AnswerPage(
            title, nil, parts, [], backTo: PagePath("/"), in: pages.frame(for: request, by: nil))
        var response = pages.respond(pages.templates.answer(page), status: .ok)
        response.headers.append(contentsOf: visitors.configuration.sessionCookie.ending)
        return response
    }

    /// The form that could not be done, and why.
    private func undone<R: HandledRequest>(
        _ asked: R.Type, _ form: Form, after error: any Error, as visitor: SignedInPerson, _ request: Request
    ) -> Response {
        let back = PagePath(form[Actions.back] ?? "")
        // What was looked at first is looked at again before it is done.
        let (act, look) = (Actions.path(to: .act, R.self), Actions.path(to: .look, R.self))
        let path = request.uri.path
        let place = form[Actions.looked] != nil && path.hasPrefix(act) ? look + path.dropFirst(act.count) : path
        let again = Actions(for: visitor, root: visitors.configuration.root, page: back.text).again(
            R.self, at: place, form, after: error, zones: visitors.service.zones)
        let page = ErrorPage(undone: error, backTo: back, again: again, in: pages.frame(for: request, by: visitor))
        return pages.respond(page, after: error)
    }
}

// MARK: - Looking first

extension ActionRoutes {
    /// Adds what shows what a request would do: it is carried out, its answer is told, and all of it is taken back.
    private func addLook<R: HandledRequest>(at asked: R.Type, to router: MeridianRouter) {
        guard R.hasWords else { return }
        let path = RouterPath("\(Actions.path(to: .look, R.self))/\(R.route.path)")
        router.act(
            path, of: RequestReader<R>.formFields + Actions.ownFields, upTo: RequestReader<R>.formBytes, as: visitors
        ) {
            [self] visitor, form, request, context in
            let back = PagePath(form[Actions.back] ?? "")
            let actions = Actions(for: visitor, root: visitors.configuration.root, page: back.text)
            do {
                let client = visitors.client(for: visitor)
                let asked = try await wish(R.self, form, at: client, request, context).onlySaid
                let answer = try await answer(to: asked, of: client.at(client.service.rehearsing))
                var page = AnswerPage(
                    form[Actions.named] ?? R.route.summary, "This is what would happen. Nothing is done yet.",
                    try AnswerPart.of(
                        R.self, answer, on: visitors.service.zones.rules(for: visitor.person.zone), as: .conditional),
                    [
                        actions.deed(
                            of: R.self, shownAt: request.uri.path, form,
                            confirming: (answer as? any AsksToConfirm)?.confirming ?? [])
                    ], backTo: back,
                    in: pages.frame(for: request, by: visitor))
                if let program = try RequestReader<R>(request, context).text("program") ?? form["program"] {
                    page.program = try? await visitors.service.program(program).title
                }
                return pages.respond(pages.templates.answer(page), status: .ok)
            } catch  where Failure(error).kind.status < 500 || error.isOfLanes {
                return undone(R.self, form, after: error, as: visitor, request)
            }
        }
    }
}

extension HandledRequest {
    /// The same, where it can say more beforehand than afterwards.
    fileprivate var onlySaid: Self {
        get throws {
            guard Self.route.fields.contains(where: { $0.name == FieldDescription.dryRun.name }) else { return self }
            var values = try values()
            values[FieldDescription.dryRun.name] = .flag(true)
            return try JSONValue.object(values).decoded(as: Self.self)
        }
    }
}
