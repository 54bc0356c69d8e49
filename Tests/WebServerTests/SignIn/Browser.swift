import NIOHTTP1
import Testing
import WebServerFixture

/// The cookie that a browser is given, and how it gives it back.
struct GivenCookie {
    let name: String
    let secret: String
    /// What stands behind it.
    let attributes: String

    /// As a browser sends it.
    var header: (String, String) { ("Cookie", "\(name)=\(secret)") }
}

extension LiveServer.Answer {
    /// The cookie that it gives; nil when it gives none.
    var cookie: GivenCookie? {
        guard let field = self["Set-Cookie"], let mark = field.firstIndex(of: "="),
            let end = field.firstIndex(of: ";")
        else { return nil }
        return GivenCookie(
            name: String(field[..<mark]), secret: String(field[field.index(after: mark)..<end]),
            attributes: String(field[field.index(end, offsetBy: 2)...]))
    }

    /// The value of a hidden field of the page's form.
    func hidden(_ name: String) -> String? {
        text.firstRange(of: "name=\"\(name)\" value=\"").map { String(text[$0.upperBound...].prefix { $0 != "\"" }) }
    }
}

/// Somebody's browser at a server.
struct Browser {
    let server: LiveServer
    var cookie: GivenCookie?
    /// The network from which it comes; nil for this machine.
    var network: String?
    /// The server's public address.
    var base = "https://training.example.org"

    private static let form = ("Content-Type", "application/x-www-form-urlencoded")

    func get(_ path: String, method: HTTPMethod = .GET) async throws -> LiveServer.Answer {
        try await server.ask(path, method: method, headers: headers, followsRedirects: false)
    }

    /// Sends a form from a page of the server, unless it is said from where.
    func post(
        _ path: String, _ fields: [(String, String)] = [], from said: (String, String)? = nil
    ) async throws -> LiveServer.Answer {
        let body = fields.map { "\($0)=\(Self.encoded($1))" }.joined(separator: "&")
        return try await server.ask(
            path, method: .POST, headers: headers + [Self.form, said ?? ("Origin", base)],
            body: Array(body.utf8), followsRedirects: false)
    }

    /// Gives an address; the page with the code's form.
    func ask(_ email: String, from origin: [(String, String)] = []) async throws -> LiveServer.Answer {
        try await post("/sign-in", [("email", email)] + origin)
    }

    /// Opens the link and presses its button.
    func press(_ link: String, then: String? = nil, page: String? = nil) async throws -> LiveServer.Answer {
        var shown = page
        if shown == nil { shown = try await get("/sign-in/\(link)").hidden("page") }
        return try await post(
            "/sign-in/\(link)", [("page", shown ?? "")] + (then.map { [("then", $0)] } ?? []))
    }

    private var headers: [(String, String)] {
        (cookie.map { [$0.header] } ?? []) + (network.map { [("X-Forwarded-For", $0)] } ?? [])
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                byte < 0x80 && (Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
