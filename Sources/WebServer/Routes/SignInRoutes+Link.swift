import HTTPTypes
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService

/// The page behind the link in the mail: who would be signed in, and the buttons that do it.
struct SignInLinkRoutes {
    let visitors: Visitors
    let pages: PageRoutes

    private var responses: SignedInResponses { SignedInResponses(visitors: visitors, pages: pages) }

    func show(_ context: MeridianRequestContext) async throws -> Response {
        let secret = try context.parameter("secret")
        var page = SignInLinkPage(frame: frame(secret))
        guard visitors.configuration.sessionCookie.isPossible else { return responses.seeOther("/sign-in") }
        do {
            let shown = try await visitors.service.signInShown(
                secret, joining: visitors.configuration.joining)
            page.name = shown.name
            page.page = ReplyAddress.newToken()
            page.seat = shown.seat.map(SeatLine.init)
            return respond(page)
        } catch  where Failure(error).kind.status < 500 {
            page.problem = Failure(error).wordsElsewhere
            return respond(page, Problem(error).httpStatus)
        }
    }

    func press(_ request: Request, _ context: MeridianRequestContext) async throws -> Response {
        let secret = try context.parameter("secret")
        var page = SignInLinkPage(frame: frame(secret))
        guard visitors.configuration.sessionCookie.isPossible else { return responses.seeOther("/sign-in") }
        do {
            let form = try await Form(of: ["page", SignInLinkPage.thenName], in: request.body)
            let place = SignInPlace.browser(BrowserName.name(of: request.headers[.userAgent]))
            let (service, shown) = (visitors.service, form["page"] ?? "")
            let result = try await service.signIn(link: secret, page: shown, as: place)
            let takesSeat = form[SignInLinkPage.thenName] == SignInLinkPage.takeSeat
            return try await responses.response(to: request, result, takingSeat: takesSeat)
        } catch  where Failure(error).kind.status < 500 {
            page.problem = Failure(error).wordsElsewhere
            return respond(page, Problem(error).httpStatus)
        }
    }

    /// The page's address, as it was asked for: it is shown again in the form.
    private func frame(_ secret: String) -> PageFrame {
        pages.frame("/sign-in/\(secret.percentEncoded(keeping: ""))", nil)
    }

    private func respond(_ page: SignInLinkPage, _ status: HTTPResponse.Status = .ok) -> Response {
        responses.respond(pages.templates.signInLink(page), status)
    }
}
