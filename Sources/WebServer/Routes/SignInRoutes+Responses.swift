import HTTPTypes
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService

/// What a browser is answered whose owner signs in or out.
struct SignedInResponses {
    let visitors: Visitors
    let pages: PageRoutes

    private var configuration: ServerConfiguration { visitors.configuration }

    /// Lets a browser stay signed in and go on where its owner came from; what it was signed in with before ends.
    ///
    /// - Parameters:
    ///   - request: what the browser asked.
    ///   - signedIn: what it is signed in by, and where its owner came from.
    ///   - takingSeat: whether they take the seat that waits there first.
    /// - Returns: what sends the browser on, or why the seat is not theirs.
    /// - Throws: `StorageFailure`.
    func response(to request: Request, _ signedIn: SignedIn, takingSeat: Bool = false) async throws -> Response {
        let setting = try await keep(signedIn.token, of: request)
        let back = (signedIn.program, signedIn.session)
        guard takingSeat, let session = signedIn.session else { return goOn(to: back, setting) }
        do {
            try await takeSeat(in: session, by: signedIn.token)
            return goOn(to: back, setting)
        } catch  where Failure(error).kind.status < 500 {
            var page = SignInLinkPage(frame: pages.frame("/sign-in", nil))
            page.problem = Failure(error).wordsElsewhere
            page.back = SignInPage.Back(href: configuration.root + path(to: back), title: session)
            var response = respond(pages.templates.signInLink(page), Problem(error).httpStatus)
            response.headers.append(contentsOf: setting)
            return response
        }
    }

    /// Lets a browser stay signed in, by an answer that shows something else.
    func keep(_ secret: String, of request: Request, in response: inout Response) async throws {
        response.headers.append(contentsOf: try await keep(secret, of: request))
    }

    private func keep(_ secret: String, of request: Request) async throws -> HTTPFields {
        let cookie = configuration.sessionCookie
        try await end(cookie.secret(of: request), unless: secret)
        return cookie.setting(secret)
    }

    /// Takes a seat, or a place in the queue, for whoever has just signed in; they join the program if they take no part in it.
    /// - Throws: as joining and enrolling do.
    func takeSeat(in session: String, by secret: String) async throws {
        guard let principal = try await visitors.service.principal(browser: secret) else { return }
        try await visitors.service.takeOfferedSeat(in: session, by: principal, joining: configuration.joining)
    }

    /// Sends a browser on to where its owner came from.
    func goOn(to back: (program: Program.Name?, session: String?), _ headers: HTTPFields = [:]) -> Response {
        seeOther(path(to: back), headers)
    }

    /// Sends a browser on to one of our pages (RFC 9110 §15.4.4).
    func seeOther(_ path: String, _ headers: HTTPFields = [:]) -> Response {
        var all: HTTPFields = [.location: configuration.root + path, .cacheControl: "no-store"]
        all.append(contentsOf: headers)
        return Response(status: .seeOther, headers: all)
    }

    /// A page about one person: nothing in between may keep it.
    ///
    /// Its form says from which site it is sent, which a page without a referrer could not (the Fetch standard has it say `null`);
    /// and no request for what it loads says at which address it is, which may hold a secret.
    func respond(_ html: String, _ status: HTTPResponse.Status = .ok) -> Response {
        .forOnePerson(html, status: status, [.referrerPolicy: "strict-origin"])
    }

    /// Names of programs and codes need no encoding; both were looked up, so that nobody is sent elsewhere.
    private func path(to back: (program: Program.Name?, session: String?)) -> String {
        guard let program = back.program else { return "/me" }
        return "/\(program)" + (back.session.map { "/\($0)" } ?? "")
    }

    private func end(_ secret: String?, unless new: String) async throws {
        guard let secret, secret != new, let principal = try await visitors.service.principal(browser: secret) else {
            return
        }
        _ = try await visitors.client(as: principal).ask(SignOut())
    }
}
