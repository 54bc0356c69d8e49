import HTTPTypes
import Mentoring

/// The cookie by which a browser stays signed in (RFC 6265; its prefix and SameSite are RFC 6265bis's).
///
/// Over https it is `__Host-meridian`: bound to this host alone, so that no sibling in the domain can plant it. Over http there is
/// one on this machine only, under another name; everywhere else nobody signs in, since everybody on the way could.
struct SessionCookie: Hashable {
    /// The name; nil where nobody signs in.
    let name: String?
    private let isSecure: Bool

    /// The cookie of a server.
    /// - Parameter base: its public address.
    init(base: String) {
        isSecure = base.lowercased().hasPrefix("https://")
        let authority = base.split(separator: "/").dropFirst().first ?? ""
        name = isSecure ? "__Host-meridian" : Self.isLoopback(authority) ? "meridian" : nil
    }

    /// Whether anybody can sign in.
    var isPossible: Bool { name != nil }

    /// What a browser that is signed in proves it with; nil for all others.
    ///
    /// Whether it is good yet is not looked up. It is cheap, and the one thing by which what is shown to everybody may differ from what is shown to somebody.
    func secret(of request: some Inquiry) -> String? {
        guard let name, let field = request.field(.cookie) else { return nil }
        for pair in field.split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].drop(while: { $0 == " " }) == name else { continue }
            // As every secret is written; what else stands there is of something else on this machine.
            guard parts[1].utf8.count == 52, parts[1].utf8.allSatisfy(Self.isOfSecret) else { continue }
            return String(parts[1])
        }
        return nil
    }

    /// Has a browser keep a secret.
    ///
    /// It is told to keep it for as long as browsers do (RFC 6265bis §5.5: 400 days); when it ends is the server's to say.
    func setting(_ secret: String) -> HTTPFields { field("\(secret); Max-Age=34560000") }

    /// Has a browser forget it.
    var ending: HTTPFields { field("; Max-Age=0") }

    private func field(_ value: String) -> HTTPFields {
        guard let name else { return [:] }
        return [.setCookie: "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")"]
    }

    private static func isOfSecret(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "2")...UInt8(ascii: "7")).contains(byte)
    }

    /// Whether a host, with or without a port, is this machine's own and no other's.
    private static func isLoopback(_ authority: some StringProtocol) -> Bool {
        let host = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" } + ""
        if ["localhost", "[::1]"].contains(host.lowercased()) { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return numbers.count == 4 && numbers[0] == 127 && !numbers.contains(nil)
    }
}

extension ServerConfiguration {
    /// The cookie by which browsers stay signed in here.
    var sessionCookie: SessionCookie { SessionCookie(base: addresses.base) }
}
