import HTTPTypes
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService

/// What a browser is answered whose owner signs in or out.
extension SignInRoutes {
    /// Lets a browser stay signed in and go on where its owner came from; what it was signed in with before ends.
    ///
    /// - Parameters:
    ///   - request: what the browser asked.
    ///   - signedIn: what it is signed in by, and where its owner came from.
    ///   - wish: what they take first of what waits there.
    /// - Returns: what sends the browser on, or why the seat is not theirs.
    /// - Throws: `StorageFailure`.
    func response(to request: Request, _ signedIn: SignedIn, taking wish: SeatWish? = nil) async throws -> Response {
        let setting = try await keep(signedIn.token, of: request)
        let back = (signedIn.program, signedIn.session)
        guard let wish, let session = signedIn.session else {
            return try await goOn(to: back, as: signedIn.email, setting)
        }
        do {
            try await take(wish, in: session, by: signedIn.token)
            return try await goOn(to: back, as: signedIn.email, setting)
        } catch  where Failure(error).kind.status < 500 {
            let visitor = try await visitors.visitor(by: signedIn.token)
            var page = SignInLinkPage(frame: pages.frame(for: request, by: visitor))
            page.problem = Failure(error).wordsElsewhere
            page.back = SignInPage.Back(href: configuration.root + path(to: back), title: session)
            var response = pages.respond(pages.templates.signInLink(page), status: Problem(error).httpStatus)
            response.headers.append(contentsOf: setting)
            return response
        }
    }

    /// What lets a browser stay signed in; what it was signed in with before ends.
    func keep(_ secret: String, of request: Request) async throws -> HTTPFields {
        let cookie = configuration.sessionCookie
        try await end(cookie.secret(of: request), unless: secret)
        return cookie.setting(secret)
    }

    /// Takes a seat, or a place in the queue, for whoever has just signed in; they join the program if they take no part in it.
    /// - Throws: as joining and enrolling do.
    private func take(_ wish: SeatWish, in session: String, by secret: String) async throws {
        guard let principal = try await service.principal(browser: secret) else { return }
        try await service.takeOfferedSeat(
            in: session, by: principal, orNothing: wish == .seat, joining: configuration.joining)
    }

    /// Sends a browser on to where its owner came from; a mentor who has published no time yet, to where they do.
    func goOn(
        to back: (program: Program.Name?, session: String?), as email: EmailAddress, _ headers: HTTPFields = [:]
    ) async throws -> Response {
        if let program = back.program, back.session == nil,
            try await service.awaitsTimes(of: email, in: program)
        {
            return seeOther("/me/mentoring/\(program)", headers)
        }
        return seeOther(path(to: back), headers)
    }

    /// Sends a browser on to one of our pages (RFC 9110 §15.4.4).
    func seeOther(_ path: String, _ headers: HTTPFields = [:]) -> Response {
        var all: HTTPFields = [.location: configuration.root + path, .cacheControl: "no-store"]
        all.append(contentsOf: headers)
        return Response(status: .seeOther, headers: all)
    }

    /// Names of programs and codes need no encoding; both were looked up, so that nobody is sent elsewhere.
    private func path(to back: (program: Program.Name?, session: String?)) -> String {
        guard let program = back.program else { return "/me" }
        return "/\(program)" + (back.session.map { "/\($0)" } ?? "")
    }

    private func end(_ secret: String?, unless new: String) async throws {
        guard let secret, secret != new, let principal = try await service.principal(browser: secret) else {
            return
        }
        _ = try await visitors.client(as: principal).ask(SignOut())
    }
}
