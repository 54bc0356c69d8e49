import Foundation
import HTTPTypes
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService

/// The pages by which somebody signs in: where they give their address, where they type the code that was mailed, what stands
/// behind the link in the mail; where they join who are new; and where they sign out.
///
/// Whoever follows links without being asked to, as scanners of mail do, changes nothing: only the button does.
struct SignInRoutes {
    let visitors: Visitors
    let limit: SignUpLimit
    let pages: PageRoutes

    var service: TrainingService { visitors.service }
    var configuration: ServerConfiguration { visitors.configuration }

    func add(to router: MeridianRouter) {
        router.get("sign-in") { [self] request, _ in
            let origin = try await origin(request.queryField("program"), request.queryField("session"))
            if let visitor = try await visitors.visitor(of: request) {
                return try await goOn(to: origin, as: visitor.person.email)
            }
            return respond(try await page(at: request, from: origin))
        }
        router.post("sign-in") { [self] request, context in try await ask(request, context) }
        router.get("sign-in/code") { [self] _, _ in seeOther("/sign-in") }
        router.post("sign-in/code") { [self] request, _ in try await take(request) }
        router.post("sign-out") { [self] request, _ in try await signOut(request) }
        addLink(to: router)
        addJoining(to: router)
    }

    /// By what somebody asks for a mail of whom nothing is known but where their request comes from.
    func stranger(at request: Request, _ context: MeridianRequestContext) -> Client {
        let sender = Peer(of: request, through: context.channel)
        return visitors.client(as: .nobody, door: limit.door(for: sender, isOpen: configuration.isOpenToAll))
    }

    /// Has the mail written, and shows where its code is typed: the same whosever address it is.
    private func ask(_ request: Request, _ context: MeridianRequestContext) async throws -> Response {
        var shown = try await page(at: request)
        guard !shown.isImpossible else { return respond(shown, status: .forbidden) }
        do {
            let form = try await Form(of: ["email"] + SignInPage.originNames, in: request.body)
            let origin = try await origin(of: form)
            shown = try await page(at: request, from: origin)
            shown.email = try form.text("email")
            let email = try EmailAddress(shown.email)
            let asked = try await stranger(at: request, context).ask(
                AskToSignIn(email: email, program: shown.program, session: shown.session))
            shown.sent = SignInPage.Sent(attempt: asked.attempt, again: shown.address)
            return respond(shown)
        } catch  where Failure(error).kind.status < 500 {
            shown.problem = Problem(error).detail
            return respond(shown, status: Problem(error).httpStatus)
        }
    }

    /// Signs in whoever types the code where the mail was asked for.
    private func take(_ request: Request) async throws -> Response {
        var shown = try await page(at: request)
        guard !shown.isImpossible else { return respond(shown, status: .forbidden) }
        do {
            let form = try await Form(of: ["attempt", "code"] + SignInPage.originNames, in: request.body)
            // Whoever has to ask for another mail comes from where they came from before.
            let origin = try await origin(of: form)
            shown = try await page(at: request, from: origin)
            let attempt = try form.text("attempt")
            // While it can be tried again it is asked for again.
            shown.sent = SignInPage.Sent(attempt: attempt, again: shown.address)
            let result = try await visitors.client(as: .nobody, in: request).ask(
                ConfirmSignIn(attempt: attempt, code: form.text("code")))
            return try await response(to: request, result)
        } catch  where Failure(error).kind.status < 500 {
            if Failure(error).kind == .notFound { shown.sent = nil }
            shown.problem = Problem(error).detail
            return respond(shown, status: Problem(error).httpStatus)
        }
    }

    /// Ends what a browser is signed in with; who is not signed in any more is out.
    private func signOut(_ request: Request) async throws -> Response {
        guard try await visitors.visitor(of: request) != nil else {
            return seeOther("/", configuration.sessionCookie.ending)
        }
        return try await visitors.answer(formOf: [], from: request) { visitor, _ in
            _ = try await visitors.client(for: visitor).ask(SignOut())
            return seeOther("/", configuration.sessionCookie.ending)
        }
    }

    private func origin(
        _ program: String?, _ session: String?
    ) async throws -> (program: Program.Name?, session: String?) {
        try await service.origin(program: program, session: session)
    }

    private func origin(of form: Form) async throws -> (program: Program.Name?, session: String?) {
        try await origin(form["program"], form["session"])
    }

    private func page(
        at request: Request, from origin: (program: Program.Name?, session: String?) = (nil, nil)
    ) async throws -> SignInPage {
        let frame = try await pages.frame(for: request)
        return SignInPage(from: origin, isPossible: configuration.sessionCookie.isPossible, in: frame)
    }

    private func respond(_ page: SignInPage, status: HTTPResponse.Status = .ok) -> Response {
        pages.respond(pages.templates.signIn(page), status: status)
    }
}

extension Request {
    /// A field of the query; nil for one that is not there, or is longer than anything that it can mean.
    func queryField(_ name: String) -> String? {
        uri.queryParameters.get(name).flatMap { $0.utf8.count <= 100 ? $0 : nil }
    }
}
