import Foundation
import HTTPTypes
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService

/// The pages by which somebody signs in: where they give their address, where they type the code that was mailed, what stands
/// behind the link in the mail; and where they sign out.
///
/// Whoever follows links without being asked to, as scanners of mail do, changes nothing: only the button does.
struct SignInRoutes {
    let visitors: Visitors
    let limit: SignUpLimit
    let pages: PageRoutes

    private var service: TrainingService { visitors.service }
    private var configuration: ServerConfiguration { visitors.configuration }
    private var signedIn: SignedInResponses { SignedInResponses(visitors: visitors, pages: pages) }

    func add(to router: MeridianRouter) {
        router.get("sign-in") { [self] request, _ in
            let origin = try await origin(request.queryField("program"), request.queryField("session"))
            if try await visitors.visitor(of: request) != nil { return signedIn.goOn(to: origin) }
            return respond(page(from: origin))
        }
        router.post("sign-in") { [self] request, context in try await ask(request, context) }
        router.get("sign-in/code") { [self] _, _ in signedIn.seeOther("/sign-in") }
        router.post("sign-in/code") { [self] request, context in try await take(request, context) }
        let link = SignInLinkRoutes(visitors: visitors, pages: pages)
        router.get("sign-in/{secret}") { _, context in try await link.show(context) }
        router.post("sign-in/{secret}") { request, context in try await link.press(request, context) }
        router.post("sign-out") { [self] request, _ in try await signOut(request) }
    }

    /// Has the mail written, and shows where its code is typed: the same whosever address it is.
    private func ask(_ request: Request, _ context: MeridianRequestContext) async throws -> Response {
        var shown = page(from: (nil, nil))
        guard !shown.isImpossible else { return respond(shown, status: .forbidden) }
        do {
            let form = try await Form(of: ["email", "program", "session"], in: request.body)
            shown = page(from: try await origin(form["program"], form["session"]))
            shown.email = try form.text("email")
            let email = try EmailAddress(shown.email)
            let door = limit.door(
                for: Peer(of: request, through: context.channel), isOpen: configuration.isOpenToAll)
            let asked = try await visitors.client(as: .nobody, door: door).ask(
                AskToSignIn(email: email, program: shown.program, session: shown.session))
            shown.sent = SignInPage.Sent(attempt: asked.attempt, again: shown.address)
            return respond(shown)
        } catch  where Failure(error).kind.status < 500 {
            shown.problem = Problem(error).detail
            return respond(shown, status: Problem(error).httpStatus)
        }
    }

    /// Signs in whoever types the code where the mail was asked for.
    private func take(_ request: Request, _ context: MeridianRequestContext) async throws -> Response {
        var shown = page(from: (nil, nil))
        guard !shown.isImpossible else { return respond(shown, status: .forbidden) }
        do {
            let form = try await Form(of: ["attempt", "code"], in: request.body)
            let attempt = try form.text("attempt")
            // While it can be tried again it is asked for again.
            shown.sent = SignInPage.Sent(attempt: attempt, again: shown.address)
            let result = try await visitors.client(as: .nobody, in: request).ask(
                ConfirmSignIn(attempt: attempt, code: form.text("code")))
            return try await signedIn.response(to: request, result)
        } catch  where Failure(error).kind.status < 500 {
            if Failure(error).kind == .notFound { shown.sent = nil }
            shown.problem = Problem(error).detail
            return respond(shown, status: Problem(error).httpStatus)
        }
    }

    /// Ends what a browser is signed in with; who is not signed in any more is out.
    private func signOut(_ request: Request) async throws -> Response {
        guard try await visitors.visitor(of: request) != nil else {
            return signedIn.seeOther("/", configuration.sessionCookie.ending)
        }
        let (visitor, _) = try await visitors.form(of: [], from: request)
        _ = try await visitors.client(for: visitor).ask(SignOut())
        return signedIn.seeOther("/", configuration.sessionCookie.ending)
    }

    private func origin(
        _ program: String?, _ session: String?
    ) async throws -> (program: Program.Name?, session: String?) {
        try await service.origin(program: program, session: session)
    }

    private func page(from origin: (program: Program.Name?, session: String?)) -> SignInPage {
        SignInPage(
            from: origin, isPossible: configuration.sessionCookie.isPossible, in: pages.frame("/sign-in", nil))
    }

    private func respond(_ page: SignInPage, status: HTTPResponse.Status = .ok) -> Response {
        signedIn.respond(pages.templates.signIn(page), status)
    }
}

extension Request {
    /// A field of the query; nil for one that is not there, or is longer than anything that it can mean.
    func queryField(_ name: String) -> String? {
        uri.queryParameters.get(name).flatMap { $0.utf8.count <= 100 ? $0 : nil }
    }
}
