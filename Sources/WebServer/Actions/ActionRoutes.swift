import Crypto
import HTTPTypes
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService

/// What a page of somebody who is signed in can have done: every request that changes something, sent by a form.
///
/// The address is the API's, with how it is asked before it, since a form can only post.
struct ActionRoutes {
    let visitors: Visitors
    let pages: PageRoutes

    func add(to router: MeridianRouter) {
        for asked in Requests.all where asked.route.method != .get && asked.route.role != nil {
            add(asked, to: router)
        }
    }

    private func add<R: HandledRequest>(_ asked: R.Type, to router: MeridianRouter) {
        // What weighs a whole season waits its turn in lanes, which a page has no way to show.
        guard !(R.self is any ComputingRequest.Type) else { return }
        let path = RouterPath("me/do/\(R.route.method.rawValue.lowercased())/\(R.route.path)")
        router.act(path, of: RequestReader<R>.formFields + Actions.ownFields, as: visitors) {
            [self] visitor, form, request, context in
            let back = PagePath(form[Actions.back] ?? "")
            do {
                try await carryOut(R.self, form, as: visitor, request, context)
            } catch  where Failure(error).kind.status < 500 {
                let root = visitors.configuration.root
                let again = Actions(for: visitor, root: root, page: back.text).again(
                    R.self, at: request.uri.path, form, after: error, zones: visitors.service.zones)
                let page = ErrorPage(
                    undone: error, backTo: back, again: again, in: pages.frame(for: request, by: visitor))
                return pages.respond(pages.templates.error(page), status: Problem(error).httpStatus)
            }
            return Response(
                status: .seeOther,
                headers: [.location: visitors.configuration.root + back.text, .cacheControl: "no-store"])
        }
    }

    private func carryOut<R: HandledRequest>(
        _ asked: R.Type, _ form: Form, as visitor: SignedInPerson, _ request: Request, _ context: MeridianRequestContext
    ) async throws {
        let client = visitors.client(for: visitor)
        let reading = try RequestReader<R>(request, context)
        try await R.requireMayAsk(at: client, of: reading.text("program"))
        let asked = try reading.asked(with: form, zones: visitors.service.zones)
        guard let key = form[Actions.once] else {
            _ = try await client.ask(asked)
            return
        }
        // The same form with something else filled in is another wish.
        let text = try "\(request.uri.path) \(String(decoding: JSON.bytes(asked), as: UTF8.self))"
        let digest = SHA256.hash(data: Array(text.utf8)).hexadecimal
        let once = try RequestKey(email: visitor.person.email, key: "form \(key) \(digest)".replacing(" ", with: "."))
        let service = client.service.answeringOnce(once, to: text) { try JSON.bytes($0) }
        do {
            _ = try await client.at(service).ask(asked)
        } catch is AlreadyAnswered {
            // It was done when the form was sent first.
        }
    }
}
