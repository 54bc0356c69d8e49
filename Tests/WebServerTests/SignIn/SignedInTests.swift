import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import NIOHTTP1
import Persistence
import TestSupport
import Testing
import WebServerFixture

@testable import WebServer

/// What a browser that is signed in may do, and what others can make it do.
@Suite("A browser that is signed in")
struct SignedInTests {
    private static let priya = "priya@canary.example"

    private let clock = HandClock(Instant(secondsSinceEpoch: 1_798_761_600))
    private let database: WatchedDatabase
    private var service: TrainingService { database.service }

    init() async throws {
        database = try await WatchedDatabase(clock: clock)
        _ = try await database.service.ask(
            JoinProgram(program: "nova", name: "Priya", email: EmailAddress(Self.priya), zone: "Asia/Tokyo"))
    }

    /// Runs with Priya's browser signed in.
    private func run(
        at base: String = "https://training.example.org", _ body: (Browser) async throws -> Void
    ) async throws {
        try await LiveServer.run(service: service, baseURL: base) { server in
            try await body(signedIn(Browser(server: server)))
        }
    }

    private func signedIn(_ browser: Browser) async throws -> Browser {
        var browser = browser
        _ = try await browser.ask(Self.priya)
        let link = try #require(try await service.mailedSignIns().last?.link)
        browser.cookie = try await browser.press(link).cookie
        return browser
    }

    private func isIn(_ browser: Browser) async throws -> Bool { try await browser.get("/sign-in").status == 303 }

    private func token(_ browser: Browser) throws -> String {
        FormToken(of: try #require(browser.cookie).secret).masked
    }

    @Test("signs out by its own form alone; then it is out, and saying so again does no harm")
    func signsOut() async throws {
        try await run { browser in
            let other = try await signedIn(Browser(server: browser.server))
            for token in [nil, "", "x", try token(other), String(try token(browser).dropLast(4))] {
                let answer = try await browser.post("/sign-out", token.map { [("form-token", $0)] } ?? [])
                #expect((answer.status == 403 || answer.status == 400) && answer.cookie == nil)
            }
            #expect(try await isIn(browser))
            let out = try await browser.post("/sign-out", [("form-token", try token(browser))])
            #expect((out.status, out["Location"]) == (303, "/"))
            #expect(out["Set-Cookie"] == "__Host-meridian=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure")
            #expect(try await !isIn(browser))
            #expect(try await browser.post("/sign-out", [("form-token", try token(browser))]).status == 303)
            #expect(try await isIn(other))
        }
    }

    @Test(
        "does nothing that another site's page sends, or that nobody says from where, whatever else it has",
        arguments: [
            ("Origin", "https://evil.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"),
            ("Sec-Fetch-Site", "same-site"), ("Authorization", "Basic YTpi"), ("X-Nothing", "at all"),
        ])
    func otherSites(said: (String, String)) async throws {
        try await run { browser in
            #expect(try await browser.post("/sign-out", [("form-token", try token(browser))], from: said).status == 403)
            #expect(try await isIn(browser))
            _ = try await browser.ask(Self.priya)
            let link = try #require(try await service.mailedSignIns().last?.link)
            let forms: [(String, [(String, String)])] = [
                ("/sign-in", [("email", Self.priya)]), ("/sign-in/code", [("attempt", "a"), ("code", "123456")]),
                ("/sign-in/\(link)", [("page", "x")]), ("/nova/join", [("name", "Ann")]), ("/sign-ups/x", []),
                ("/m/x", []), ("/api/v1/feed/rotation", []),
            ]
            for (path, fields) in forms {
                #expect(try await browser.post(path, fields, from: said).status == 403, "\(path)")
            }
            // Without a cookie the link is another site's to press as little, which would sign a browser in as somebody else.
            var stranger = browser
            stranger.cookie = nil
            guard said.0 == "Origin" || said.0 == "Sec-Fetch-Site" else { return }
            let pressed = try await stranger.post("/sign-in/\(link)", [("page", "x")], from: said)
            #expect(pressed.status == 403 && pressed.cookie == nil)
        }
    }

    @Test("is listed with its name, ended like a token, and with the address by which it was signed in")
    func ends() async throws {
        try await run { browser in
            let email = try EmailAddress(Self.priya)
            let own = try await service.ask(ListTokens()).filter { $0.kind == .browser }
            #expect(own.map(\.label) == ["browser: a browser"])
            #expect(own.map(\.expires) == [clock.now().adding(seconds: 30 * 86_400)])
            _ = try await service.ask(RevokeToken(token: own[0].id))
            #expect(try await !isIn(browser))
            let again = try await signedIn(Browser(server: browser.server))
            _ = try await service.ask(MovePerson(old: email, new: EmailAddress("priya@moved.example")))
            #expect(try await !isIn(again))
        }
    }

    @Test("stays so for 30 days after it was used last, which is written once a day")
    func days() async throws {
        try await run { browser in
            func wait(days: Int64) { clock.move(to: clock.now().adding(seconds: days * 86_400)) }
            for _ in 1...3 {
                wait(days: 29)
                let isIn = try await isIn(browser)
                #expect(isIn)
                let changes = database.store.changeCount
                for _ in 1...3 { _ = try await browser.get("/sign-in") }
                #expect(database.store.changeCount == changes)
            }
            wait(days: 30)
            #expect(try await !isIn(browser))
        }
    }

    @Test("acts by its cookie alone: neither a token nor the address of a calendar is one, nor is it a token")
    func kinds() async throws {
        try await run { browser in
            let email = try EmailAddress(Self.priya)
            let token = try await service.ask(CreateToken(email: email)).token
            let feed = try await service.ask(ShowPersonalFeed(), as: email).url
            let secret = try #require(feed.firstMatch(of: /feeds\/([a-z2-7]{52})\.ics/)).output.1
            for other in [token, String(secret), String(repeating: "a", count: 52), "", "x"] {
                var impostor = browser
                impostor.cookie = GivenCookie(name: "__Host-meridian", secret: other, attributes: "")
                #expect(try await !isIn(impostor))
                #expect(try await service.principal(browser: other) == nil)
            }
            let bearer = [("Authorization", "Bearer \(try #require(browser.cookie).secret)")]
            #expect(try await browser.server.ask("/api/v1/token", headers: bearer).status == 401)
            // Nor does the cookie do anything at the API.
            #expect(try await browser.get("/api/v1/token").status == 403)
            var sibling = browser
            sibling.cookie = browser.cookie.map { GivenCookie(name: "meridian", secret: $0.secret, attributes: "") }
            #expect(try await !isIn(sibling))
        }
    }

    @Test("signing in as somebody else ends what the browser was signed in with")
    func anotherPerson() async throws {
        let email = try EmailAddress("ravi@canary.example")
        _ = try await service.ask(JoinProgram(program: "nova", name: "Ravi", email: email, zone: "Asia/Kolkata"))
        try await run { browser in
            _ = try await browser.ask("ravi@canary.example")
            let link = try #require(try await service.mailedSignIns().last?.link)
            #expect(try await browser.press(link).cookie != nil)
            #expect(try await !isIn(browser))
        }
    }

    @Test(
        "over http nobody signs in but on this machine, where the cookie has another name",
        arguments: [
            ("http://127.0.0.1:8080", "meridian"), ("http://localhost", "meridian"), ("http://[::1]:80", "meridian"),
            ("http://training.example.org", nil), ("http://127.0.0.1.evil.example", nil), ("http://0.0.0.0:80", nil),
            ("HTTPS://training.example.org/base", "__Host-meridian"),
        ])
    func addresses(base: String, name: String?) async throws {
        #expect(SessionCookie(base: base).name == name)
        guard base.hasPrefix("http://") else { return }
        try await LiveServer.run(service: service, baseURL: base) { server in
            var browser = Browser(server: server)
            browser.base = base
            let page = try await browser.get("/sign-in")
            #expect(page.text.contains("Nobody can sign in at this address") == (name == nil))
            #expect(try await browser.ask(Self.priya).status == (name == nil ? 403 : 200))
            #expect(try await service.mailedSignIns().count == (name == nil ? 0 : 1))
            guard let link = try await service.mailedSignIns().last?.link else { return }
            browser.cookie = try await browser.press(link).cookie
            #expect(browser.cookie?.attributes == "Max-Age=34560000; Path=/; HttpOnly; SameSite=Lax")
            #expect(try await isIn(browser))
        }
    }

    @Test("a form's token is another one each time, and only its own secret's")
    func formToken() {
        let (own, other) = (FormToken(of: "a"), FormToken(of: "b"))
        let masked = (0..<50).map { _ in own.masked }
        #expect(Set(masked).count == 50)
        #expect(masked.allSatisfy { own.matches($0) && !other.matches($0) })
        #expect(!own.matches("") && !own.matches(String(repeating: "A", count: 88)))
    }

    @Test(
        "is called by words of ours",
        arguments: [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
                "Safari on an iPhone"
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0 Safari/537.36 Edg/137.0",
                "Edge on Windows"
            ),
            ("\u{1B}[31m<b>evil</b>", "a browser"), ("", "a browser"), (nil, "a browser"),
        ] as [(String?, String)])
    func names(userAgent: String?, name: String) { #expect(BrowserName.name(of: userAgent) == name) }
}
