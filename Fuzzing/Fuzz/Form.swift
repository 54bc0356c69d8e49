import Mentoring

@testable import WebServer

/// What a page's form sends.
@Sendable func readForm(_ bytes: [UInt8]) {
    _ = try? Form(bytes, of: ["name", "email", "zone", "text"])
}
