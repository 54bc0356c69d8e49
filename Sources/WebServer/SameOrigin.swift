import HTTPTypes
import Hummingbird

/// Turns away what another site's page has a visitor's browser send.
///
/// Browsers say from where (the Fetch standard's `Origin`, Fetch Metadata's `Sec-Fetch-Site`); programs that are no browsers
/// say neither, and whoever sends a token says who they are, which no other site can have them do. With a cookie anybody's page
/// could, so whoever is signed in has to send from a page of this site, and to say so.
struct SameOrigin: RouterMiddleware {
    typealias Context = MeridianRequestContext

    /// The address under which people reach the server.
    let base: String
    /// The cookie by which somebody is signed in.
    let cookie: SessionCookie

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard isSafe(request) || isTrusted(request) else {
            throw HTTPError(
                .forbidden, message: "this was sent by another site's page; open the page here, and send it from there")
        }
        return try await next(request, context)
    }

    private func isSafe(_ request: Request) -> Bool { request.method == .get || request.method == .head }

    private func isTrusted(_ request: Request) -> Bool {
        guard cookie.secret(of: request) != nil else {
            return request.headers[.authorization] != nil || comesFromHere(request)
        }
        let saysWhence = request.headers[.secFetchSite] != nil || request.headers[.origin] != nil
        return saysWhence && comesFromHere(request)
    }

    private func comesFromHere(_ request: Request) -> Bool {
        if let site = request.headers[.secFetchSite] { return site == "same-origin" || site == "none" }
        guard let origin = request.headers[.origin] else { return true }
        return origin == Self.origin(of: base) || Self.authority(of: origin).map(String.init) == request.head.authority
    }

    private static func origin(of address: String) -> Substring {
        let authority = authority(of: address)
        return address[..<(authority?.endIndex ?? address.endIndex)]
    }

    /// What stands between the scheme and the path; nil where there is no scheme, as in `null`.
    private static func authority(of address: String) -> Substring? {
        guard let start = address.firstRange(of: "://")?.upperBound else { return nil }
        return address[start...].prefix { $0 != "/" }
    }
}

extension HTTPField.Name {
    fileprivate static let secFetchSite = HTTPField.Name(validated: "Sec-Fetch-Site")
}
