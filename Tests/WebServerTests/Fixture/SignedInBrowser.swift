import CivilTime
import Mentoring
import MentoringAPI
import NIOHTTP1

@testable package import MentoringService
@testable import WebServer

/// A browser in which somebody is signed in at a live server.
package struct SignedInBrowser: Sendable {
    package let server: LiveServer
    /// What its cookie holds.
    package let secret: String

    package init(of email: String, at service: TrainingService, on server: LiveServer) async throws {
        let email = try EmailAddress(email)
        let secret = try service.secrets.newSecret(for: "test")
        try await service.store.write { transaction in
            try service.open(
                .browser("Test"), for: transaction.requirePerson(email), digest: service.secrets.digest(of: secret),
                at: service.clock.now(), in: transaction)
        }
        self.server = server
        self.secret = secret
    }

    /// The browser of whoever has signed in by themself.
    package init(secret: String, on server: LiveServer) {
        self.server = server
        self.secret = secret
    }

    /// Signs somebody in as they do it: gives an address, opens the link of the mail, and presses its button.
    ///
    /// - Parameters:
    ///   - email: the address.
    ///   - server: the server.
    ///   - mailed: the last part of the link that was mailed; nil where no mail was.
    /// - Returns: what the cookie holds; nil for whoever is not signed in.
    /// - Throws: when the server is not reached.
    package static func signIn(
        _ email: String, on server: LiveServer, mailed: () async throws -> String?
    ) async throws -> String? {
        let headers = [
            ("Sec-Fetch-Site", "same-origin"), ("Content-Type", "application/x-www-form-urlencoded"),
        ]
        func post(_ path: String, _ name: String, _ value: String) async throws -> LiveServer.Answer {
            try await server.ask(
                path, method: .POST, headers: headers, body: Array("\(name)=\(value.percentEncoded(keeping: ""))".utf8),
                followsRedirects: false)
        }
        _ = try await post("/sign-in", "email", email)
        guard let link = try await mailed() else { return nil }
        let page = try await server.ask("/sign-in/\(link)").text
        guard let shown = page.firstMatch(of: /name="page" value="([^"]*)"/)?.1 else { return nil }
        let answer = try await post("/sign-in/\(link)", "page", String(shown))
        return answer["Set-Cookie"]?.firstMatch(of: /=([a-z2-7]{52})/).map { String($0.1) }
    }

    /// The header field of its cookie.
    package var cookie: (String, String) { ("Cookie", "__Host-meridian=\(secret)") }

    /// What stands in a form that was made for it.
    package var formToken: String { FormToken(of: secret).masked }

    package func get(_ path: String) async throws -> LiveServer.Answer {
        try await server.ask(path, headers: [cookie], followsRedirects: false)
    }

    /// Sends a form of a page of this site.
    package func post(
        _ path: String, _ fields: KeyValuePairs<String, String>, token: String? = nil, site: String? = "same-origin"
    ) async throws -> LiveServer.Answer {
        try await post(path, fields.map { ($0.key, $0.value) }, token: token, site: site)
    }

    package func post(
        _ path: String, _ fields: [(String, String)], token: String? = nil, site: String? = "same-origin"
    ) async throws -> LiveServer.Answer {
        let form = (fields + [("form-token", token ?? formToken)])
            .map { "\($0.0)=\($0.1.percentEncoded(keeping: ""))" }.joined(separator: "&")
        var headers = [cookie, ("Content-Type", "application/x-www-form-urlencoded")]
        if let site { headers.append(("Sec-Fetch-Site", site)) }
        return try await server.ask(
            path, method: .POST, headers: headers, body: Array(form.utf8), followsRedirects: false)
    }
}
