import HTTPTypes
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService

extension SignInRoutes {
    /// The page behind the link in the mail: who would be signed in, and the buttons that do it.
    func addLink(to router: MeridianRouter) {
        router.get("sign-in/{secret}") { [self] request, context in try await show(request, context) }
        router.post("sign-in/{secret}") { [self] request, context in try await press(request, context) }
    }

    private func show(_ request: Request, _ context: MeridianRequestContext) async throws -> Response {
        let secret = try context.parameter("secret")
        guard configuration.sessionCookie.isPossible else { return seeOther("/sign-in") }
        var page = SignInLinkPage(frame: try await pages.frame(for: request))
        do {
            let shown = try await service.signInShown(secret, joining: configuration.joining)
            page.name = shown.name
            page.page = ReplyAddress.newToken()
            page.seat = shown.seat.map(SeatLine.init)
            return respond(page)
        } catch  where Failure(error).kind.status < 500 {
            page.problem = Failure(error).wordsElsewhere
            return respond(page, Problem(error).httpStatus)
        }
    }

    private func press(_ request: Request, _ context: MeridianRequestContext) async throws -> Response {
        let secret = try context.parameter("secret")
        guard configuration.sessionCookie.isPossible else { return seeOther("/sign-in") }
        var page = SignInLinkPage(frame: try await pages.frame(for: request))
        do {
            let form = try await Form(of: ["page", SignInLinkPage.thenName], in: request.body)
            let place = SignInPlace.browser(BrowserName.name(of: request.headers[.userAgent]))
            let shown = form["page"] ?? ""
            let result = try await service.signIn(link: secret, page: shown, as: place)
            let wish = form[SignInLinkPage.thenName].flatMap(SeatWish.init)
            return try await response(to: request, result, taking: wish)
        } catch  where Failure(error).kind.status < 500 {
            page.problem = Failure(error).wordsElsewhere
            return respond(page, Problem(error).httpStatus)
        }
    }

    private func respond(_ page: SignInLinkPage, _ status: HTTPResponse.Status = .ok) -> Response {
        pages.respond(pages.templates.signInLink(page), status: status)
    }
}
