import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import NIOHTTP1
import Persistence
import TestSupport
import Testing
import WebServerFixture

/// The pages by which somebody signs in.
@Suite("Signing in by mail")
struct SignInPageTests {
    private static let priya = "priya@canary.example"
    private static let code = "nova-202701-w02-asia"
    private static let origin = [("program", "nova"), ("session", code)]

    private let clock = HandClock(Instant(secondsSinceEpoch: 1_798_761_600))
    private let database: WatchedDatabase
    private var service: TrainingService { database.service }

    /// Priya takes part, and has no seat in the second week.
    init() async throws {
        database = try await WatchedDatabase(clock: clock)
        _ = try await database.service.ask(
            JoinProgram(program: "nova", name: "Priya", email: EmailAddress(Self.priya), zone: "Asia/Tokyo"))
    }

    private func run(_ body: (Browser) async throws -> Void) async throws {
        try await LiveServer.run(service: service, isOpenToAll: true) { try await body(Browser(server: $0)) }
    }

    private func mailed() async throws -> (to: String, code: String, link: String) {
        try #require(try await service.mailedSignIns().last)
    }

    private func wait(minutes: Int64) { clock.move(to: clock.now().adding(seconds: 60 * minutes)) }

    private func hasSeat() async throws -> Bool {
        let viewer = Viewer(email: try EmailAddress(Self.priya))
        return try await service.session(Self.code, for: viewer).yours?.enrollment == .enrolled
    }

    @Test("from a session's page to its seat: the button, the link in the mail, and one more button")
    func threeClicks() async throws {
        try await run { browser in
            var browser = browser
            let form = try await browser.get("/sign-in?program=nova&session=\(Self.code)")
            #expect((form.status, form["Cache-Control"]) == (200, "no-store"))
            #expect(form.hidden("session") == Self.code)
            #expect(try await browser.ask(Self.priya, from: Self.origin).text.contains("Look into your mail"))
            let mail = try await mailed()
            #expect(mail.to == Self.priya)
            let button = try await browser.get("/sign-in/\(mail.link)")
            #expect(button.text.contains("Sign in and take the seat") && button.text.contains("Only sign in"))
            let done = try await browser.press(mail.link, then: "seat", page: button.hidden("page"))
            #expect((done.status, done["Location"]) == (303, "/nova/\(Self.code)"))
            #expect(try await hasSeat())
            browser.cookie = done.cookie
            #expect(browser.cookie?.name == "__Host-meridian")
            #expect(browser.cookie?.attributes == "Max-Age=34560000; Path=/; HttpOnly; SameSite=Lax; Secure")
            #expect(try await browser.get("/sign-in").status == 303)
            let subjects = try await service.ask(ListOutbox()).filter { $0.to.description == Self.priya }.map(\.subject)
            #expect(subjects.last == "enrolled")
        }
    }

    @Test("after a wrong code, or a used one, another mail is asked for from where one came from")
    func askAgain() async throws {
        try await run { browser in
            let sent = try await browser.ask(Self.priya, from: Self.origin)
            let again = "href=\"/sign-in?program=nova&amp;session=\(Self.code)\""
            #expect(sent.text.contains(again) && sent.hidden("session") == Self.code)
            let attempt = try #require(sent.hidden("attempt"))
            for attempt in [attempt, "nothing"] {
                let wrong = try await browser.post(
                    "/sign-in/code", [("attempt", attempt), ("code", "000000")] + Self.origin)
                #expect(wrong.status >= 400 && wrong.hidden("session") == Self.code, "\(wrong.text)")
            }
            let elsewhere = try await browser.post(
                "/sign-in/code", [("attempt", attempt), ("code", "0"), ("program", "evil"), ("session", "<b>")])
            #expect(elsewhere.hidden("program") == nil && !elsewhere.text.contains("<b>"))
        }
    }

    @Test("the button that takes a seat takes none when all are taken by then, and says so")
    func staleSeat() async throws {
        try await run { browser in
            _ = try await browser.ask(Self.priya, from: Self.origin)
            let link = try await mailed().link
            let shown = try await browser.get("/sign-in/\(link)")
            for name in ["One", "Two"] {
                let email = try EmailAddress("\(name)@example.org".lowercased())
                _ = try await service.ask(JoinProgram(program: "nova", name: name, email: email, zone: "Asia/Tokyo"))
                _ = try await service.ask(Enroll(session: Self.code), as: email)
            }
            let done = try await browser.press(link, then: "seat", page: shown.hidden("page"))
            #expect(done.status == 409 && done.text.contains("are taken by now") && done.cookie != nil)
            #expect(done.text.contains("You are signed in") && done.text.contains("Sign out"))
            #expect(try await !hasSeat())
            // Who sees that it is full says so, and waits.
            let other = Browser(server: browser.server)
            wait(minutes: 1)
            _ = try await other.ask("one@example.org", from: Self.origin)
            _ = try await other.ask(Self.priya, from: Self.origin)
            let queue = try await mailed().link
            let page = try await other.get("/sign-in/\(queue)")
            #expect(page.text.contains("value=\"queue\"") && page.text.contains("Tue 12 January 2027, 17:00"))
            #expect(try await other.press(queue, then: "queue", page: page.hidden("page")).status == 303)
            let viewer = Viewer(email: try EmailAddress(Self.priya))
            #expect(try await service.session(Self.code, for: viewer).yours?.position == 1)
        }
    }

    @Test("a stranger joins by the same mail, and the seat is taken by the same click")
    func stranger() async throws {
        try await run { browser in
            _ = try await browser.ask("ann@example.net", from: Self.origin)
            #expect(try await service.mailedSignIns().isEmpty)
            let secret = try #require(try await service.mailedSecrets().first)
            let page = try await browser.get("/sign-ups/\(secret)")
            #expect(page.text.contains("join, and take the seat") && page.text.contains("Only join"))
            let fields = [("program", "nova"), ("name", ""), ("zone", ""), ("then", "seat")]
            #expect(try await browser.post("/sign-ups/\(secret)", fields).status == 400)
            let named = [("program", "nova"), ("name", "Ann"), ("zone", "Africa/Lagos"), ("then", "seat")]
            let done = try await browser.post("/sign-ups/\(secret)", named)
            #expect((done.status, done["Location"]) == (303, "/nova/\(Self.code)"))
            let ann = Viewer(email: try EmailAddress("ann@example.net"))
            #expect(try await service.session(Self.code, for: ann).yours?.enrollment == .enrolled)
            var signedIn = browser
            signedIn.cookie = done.cookie
            #expect(try await signedIn.get("/sign-in").status == 303)
            // Pressed twice, as some do.
            let again = try await browser.post("/sign-ups/\(secret)", named)
            #expect(again.status == 200 && again.cookie?.secret == done.cookie?.secret)
        }
    }

    @Test(
        "whoever is known, unknown, blocked or has had their mails of the hour: the page is the same but for its secret"
    )
    func sameAnswer() async throws {
        _ = try await service.block(EmailAddress("eve@example.net"), in: nil, by: .onThisMachine(as: nil))
        try await run { browser in
            var pages: [String] = []
            let addresses = [Self.priya, "ann@example.net", "eve@example.net", "root@localhost"]
            for email in addresses + Array(repeating: Self.priya, count: 5) {
                let page = try await browser.ask(email)
                let attempt = try #require(page.hidden("attempt"))
                #expect(attempt.utf8.count == 52 && page.status == 200)
                let headers = page.headers.filter { $0.name.lowercased() != "date" }.map { "\($0.name): \($0.value)" }
                pages.append(page.text.replacing(attempt, with: "") + headers.sorted().joined(separator: "\n"))
            }
            #expect(Set(pages).count == 1)
            #expect(try await service.mailedSignIns().count == SignIn.mostInAnHour)
            #expect(try await service.mailedSecrets().count == 1)
            for wrong in ["priya", "", "a@b@c", "<script>@example.net"] {
                let page = try await browser.ask(wrong)
                #expect(page.status == 400 && !page.text.contains("<script>@") && page.text.contains("aria-invalid"))
            }
        }
    }

    @Test(
        "a code is tried five times, for an address that is nobody's, too, in the same words; the link is good after that"
    )
    func tries() async throws {
        try await run { browser in
            var words: [[String]] = []
            for email in [Self.priya, "nobody@example.net"] {
                let attempt = try #require(try await browser.ask(email).hidden("attempt"))
                let right = try await service.mailedSignIns().last { $0.to == email }?.code
                let wrong = right == "000000" ? "000001" : "000000"
                var said: [String] = []
                for code in ["12345", "12345a"] + Array(repeating: wrong, count: 5) + [right ?? wrong] {
                    let page = try await browser.post("/sign-in/code", [("attempt", attempt), ("code", code)])
                    #expect(page.cookie == nil)
                    said.append("\(page.status) " + page.text.replacing(attempt, with: ""))
                }
                words.append(said)
                #expect(said.map { $0.prefix(3) } == ["400", "400", "403", "403", "403", "403", "404", "404"])
            }
            #expect(words[0] == words[1])
            let mail = try await mailed()
            #expect(try await browser.press(mail.link).cookie != nil)
        }
    }

    @Test("a code signs in where it was asked for, and nowhere else; link and code are good once together")
    func code() async throws {
        try await run { browser in
            let attempt = try #require(try await browser.ask(Self.priya, from: Self.origin).hidden("attempt"))
            let other = try #require(try await browser.ask("nobody@example.net").hidden("attempt"))
            let mail = try await mailed()
            let elsewhere = try await browser.post("/sign-in/code", [("attempt", other), ("code", mail.code)])
            #expect(elsewhere.status == 403 && elsewhere.cookie == nil)
            let spaced = "\(mail.code.prefix(3)) \(mail.code.suffix(3))"
            let done = try await browser.post("/sign-in/code", [("attempt", attempt), ("code", spaced)])
            #expect((done.status, done["Location"]) == (303, "/nova/\(Self.code)"))
            // The same form twice, as when the answer was lost.
            let again = try await browser.post("/sign-in/code", [("attempt", attempt), ("code", mail.code)])
            #expect(again.cookie?.secret == done.cookie?.secret)
            #expect(try await browser.get("/sign-in/\(mail.link)").status == 404)
            #expect(try await browser.press(mail.link, page: "x").cookie == nil)
            #expect(try await !hasSeat())
        }
    }

    @Test("scanners that open the link change nothing; it works in any browser, once, and the same press again")
    func link() async throws {
        try await run { browser in
            _ = try await browser.ask(Self.priya)
            let mail = try await mailed()
            for method in [HTTPMethod.GET, .HEAD, .GET] {
                let page = try await browser.get("/sign-in/\(mail.link)", method: method)
                #expect((page.status, page["Cache-Control"]) == (200, "no-store"))
                #expect(page["Referrer-Policy"] == "strict-origin" && page.cookie == nil)
            }
            let page = try #require(try await browser.get("/sign-in/\(mail.link)").hidden("page"))
            let first = try await browser.press(mail.link, page: page)
            #expect((first.status, first["Location"]) == (303, "/me"))
            #expect(try await browser.press(mail.link, page: page).cookie?.secret == first.cookie?.secret)
            for other in ["x", ""] {
                let refused = try await browser.press(mail.link, page: other)
                #expect(refused.status == 404 && refused.cookie == nil)
                #expect(refused.text.contains("Ask for another mail"))
            }
            for unknown in ["x", "%3Cb%3E", "code", String(repeating: "a", count: 52)] {
                let page = try await browser.get("/sign-in/\(unknown)")
                #expect(page.status == (unknown == "code" ? 303 : 404) && !page.text.contains("<b>"))
            }
        }
    }

    @Test(
        "a network has 20 mails written within an hour, by page and API together; another is not kept waiting by that")
    func networks() async throws {
        try await run { browser in
            for network in ["192.0.2.1", "2001:db8:1:1::1", "2001:db8:1:2::1"] {
                var browser = browser
                browser.network = network
                var statuses: [UInt] = []
                for number in 0..<11 {
                    statuses.append(try await browser.ask("ann\(number)@example.net").status)
                    let body = Array(#"{"email": "bob\#(number)@example.net"}"#.utf8)
                    statuses.append(
                        try await browser.server.ask(
                            "/api/v1/sign-ins", method: .POST, headers: [("X-Forwarded-For", network)], body: body
                        ).status)
                }
                #expect(statuses == Array(repeating: 200, count: 20) + [429, 429])
            }
            #expect(try await service.mailedSecrets().count == 20)
        }
    }

    @Test("after a quarter of an hour neither link nor code is good")
    func stale() async throws {
        try await run { browser in
            let attempt = try #require(try await browser.ask(Self.priya).hidden("attempt"))
            let mail = try await mailed()
            wait(minutes: 15)
            #expect(try await browser.get("/sign-in/\(mail.link)").status == 404)
            #expect(try await browser.press(mail.link, page: "x").status == 404)
            let late = try await browser.post("/sign-in/code", [("attempt", attempt), ("code", mail.code)])
            #expect(late.status == 404 && late.text.contains("not good any more"))
        }
    }

    @Test(
        "from wherever somebody says that they come, nobody is sent elsewhere",
        arguments: [
            [("program", "//evil.example"), ("session", "")], [("program", "https://evil.example")],
            [("program", "nova"), ("session", "../../evil")], [("program", "evil.example"), ("session", "nova")],
            [("program", "nova\r\nSet-Cookie: a=b")], [("program", "swift"), ("session", "nova-202701-w02-asia")],
            [("program", "\"><script>alert(1)</script>")], [("session", String(repeating: "a", count: 5_000))],
        ])
    func hostileOrigin(origin: [(String, String)]) async throws {
        try await run { browser in
            let query = origin.map { "\($0)=\($1.percentEncoded(keeping: ""))" }.joined(separator: "&")
            let page = try await browser.get("/sign-in?\(query)")
            #expect(page.status == 200 && !page.text.contains("<script>alert") && !page.text.contains("evil"))
            #expect(try await browser.ask(Self.priya, from: origin).status == 200)
            let done = try await browser.press(mailed().link)
            #expect(
                done.status == 303 && ["/me", "/nova", "/nova/nova-202701-w02-asia"].contains(done["Location"] ?? ""))
        }
    }
}
