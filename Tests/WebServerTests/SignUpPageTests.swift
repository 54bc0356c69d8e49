import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import NIOHTTP1
import TestSupport
import Testing
import WebServer
import WebServerFixture

@Suite("The pages by which somebody joins")
struct SignUpPageTests {
    private static let form = "name=Ann+%3Cb%3E&email=ann%40example.net&zone=Africa%2FLagos"
    private static let header = [("Content-Type", "application/x-www-form-urlencoded")]

    @Test("a form, a mail, a button, a token that works")
    func joins() async throws {
        let service = try await Season2027().service()
        try await LiveServer.run(service: service, isOpenToAll: true) { server in
            #expect(try await server.ask("/nova").text.contains("href=\"/nova/join\""))
            let form = try await server.ask("/nova/join").text
            #expect(form.contains("name=\"email\""))
            #expect(form.contains("Joining takes no seat yet") && !form.contains("You get a seat"))
            let sent = try await server.ask(
                "/nova/join", method: .POST, headers: Self.header, body: Array(Self.form.utf8))
            #expect(sent.status == 200)
            #expect(sent.text.contains("Look into your mail"))
            // Anybody can guess; nobody can tell.
            let other = try await server.ask(
                "/nova/join", method: .POST, headers: Self.header,
                body: Array("name=Ann+%3Cb%3E&email=priya%40canary.example&zone=Africa%2FLagos".utf8))
            #expect(other.body == sent.body)

            let secret = try #require(try await service.mailedSecrets().first)
            let button = try await server.ask("/sign-ups/\(secret)")
            #expect(button.text.contains("<button>It was me: join</button>"))
            #expect(button.text.contains("value=\"Ann &lt;b&gt;\""))
            #expect(button["Referrer-Policy"] == "strict-origin")
            #expect(button["Cache-Control"] == "no-store")
            #expect(try await service.ask(ListTrainees(program: "nova")).isEmpty)
            let welcome = try await server.ask("/sign-ups/\(secret)", method: .POST)
            #expect(welcome.text.contains("Welcome, <bdi>Ann &lt;b&gt;</bdi>"))
            // Her browser acts from now on, and keeps what it acts with: it is no token.
            #expect(welcome.text.contains("meridian login https://training.example.org"))
            let cookie = try #require(welcome.cookie)
            #expect(cookie.attributes == "Max-Age=34560000; Path=/; HttpOnly; SameSite=Lax; Secure")
            let feed = try await server.ask(
                "/api/v1/feed", method: .PUT, headers: [("Authorization", "Bearer \(cookie.secret)")])
            #expect(feed.status == 401)
            let signIn = try await server.ask(
                "/sign-in?program=nova", headers: [cookie.header], followsRedirects: false)
            #expect((signIn.status, signIn["Location"]) == (303, "/nova"))
        }
    }

    @Test(
        "what was typed in wrongly is said beside what was typed in, escaped",
        arguments: [
            ("name=%3Cscript%3E&email=nobody&zone=Africa%2FLagos", "is not a mail address"),
            ("name=Ann&email=ann%40example.net&zone=%22%3E%3Cimg%3E", "is not a time zone name"),
            ("", "the form lacks name"),
            ("name=%22%CC%81+onfocus=x&email=%22%E2%80%8D+x&zone=%22%CC%88%3E%CC%81", "is not a mail address"),
            ("%%%", "something that this page does not ask for"),
            ("name=+&email=ann%40example.net&zone=Africa%2FLagos", "name"),
        ])
    func wrong(form: String, words: String) async throws {
        let service = try await Season2027().service()
        try await LiveServer.run(service: service, isOpenToAll: true) { server in
            let answer = try await server.ask(
                "/nova/join", method: .POST, headers: Self.header, body: Array(form.utf8))
            #expect(answer.status == 400)
            #expect(answer.text.contains(words))
            #expect(!answer.text.contains("<script>&") && !answer.text.contains("<img>"))
            // An accent makes one character with what it follows, and a quotation mark still ends an attribute.
            #expect(["\"\u{301}", "\"\u{200D}", "\"\u{308}", ">\u{301}"].allSatisfy { !answer.text.contains($0) })
            #expect(try await service.mailedSecrets().isEmpty)
        }
    }

    @Test("that is refused is shown again with what was typed, and why")
    func refused() async throws {
        let service = try await Season2027().service()
        _ = try await service.ask(PauseProgram(program: "nova"))
        try await LiveServer.run(service: service, isOpenToAll: true) { server in
            let form = "name=Ann&email=ann%40example.net&zone=Africa%2FLagos"
            let answer = try await server.ask(
                "/nova/join", method: .POST, headers: Self.header, body: Array(form.utf8))
            #expect(answer.status == 403)
            #expect(answer.text.contains("<form") && answer.text.contains("ann@example.net"))
            #expect(answer.text.contains("sign-up is closed meanwhile"))
            #expect(answer.text.contains("Africa/Lagos"))
        }
    }

    @Test("is closed unless it was opened: no form, no link, and the API says whom to ask")
    func closed() async throws {
        try await LiveServer.run { server in
            #expect(try await server.ask("/nova").text.contains("/join") == false)
            #expect(try await server.ask("/nova/join").status == 404)
            #expect(
                try await server.ask("/nova/join", method: .POST, headers: Self.header, body: Array(Self.form.utf8))
                    .status == 405)
            let answer = try await server.ask(
                "/api/v1/programs/nova/sign-ups", method: .POST,
                body: Array(#"{"name": "Ann", "email": "ann@example.net", "zone": "Africa/Lagos"}"#.utf8))
            #expect(answer.status == 403)
            #expect(answer.text.contains("nova-training@example.org"))
        }
    }

    @Test("whoever opens the link chooses the name, the zone and the program; opening it changes nothing")
    func chooses() async throws {
        let service = try await Season2027().service()
        try await LiveServer.run(service: service, isOpenToAll: true) { server in
            _ = try await server.ask("/nova/join", method: .POST, headers: Self.header, body: Array(Self.form.utf8))
            let secret = try #require(try await service.mailedSecrets().first)
            for _ in 1...3 { #expect(try await server.ask("/sign-ups/\(secret)").status == 200) }
            #expect(try await service.ask(ListTrainees(program: "nova")).isEmpty)
            let welcome = try await server.ask(
                "/sign-ups/\(secret)", method: .POST, headers: Self.header,
                body: Array("program=nova&name=Ann+Lee&zone=Asia%2FSeoul".utf8))
            #expect(welcome.text.contains("Welcome, <bdi>Ann Lee</bdi>"))
            let ann = try #require(try await service.ask(ListTrainees(program: "nova")).first)
            #expect((ann.name, ann.zone.name) == ("Ann Lee", "Asia/Seoul"))
        }
    }

    @Test("who is known is asked for neither name nor zone, keeps both whatever is sent, and is told so")
    func known() async throws {
        let service = try await Season2027().service()
        _ = try await service.ask(
            JoinProgram(program: "nova", name: "Priya", email: EmailAddress("ann@example.net"), zone: "Asia/Tokyo"))
        try await LiveServer.run(service: service, isOpenToAll: true) { server in
            _ = try await server.ask("/nova/join", method: .POST, headers: Self.header, body: Array(Self.form.utf8))
            let secret = try #require(try await service.mailedSecrets().first)
            let page = try await server.ask("/sign-ups/\(secret)").text
            #expect(page.contains("You are known here as <bdi>Priya</bdi>, in Asia/Tokyo."))
            #expect(!page.contains("name=\"name\"") && !page.contains("name=\"zone\""))
            let welcome = try await server.ask(
                "/sign-ups/\(secret)", method: .POST, headers: Self.header,
                body: Array("program=nova&name=Ann+Lee&zone=Asia%2FSeoul".utf8))
            #expect(welcome.text.contains("Welcome, <bdi>Priya</bdi>"))
            #expect(welcome.text.contains("You were known here already by this name, in Asia/Tokyo"))
            let known = try #require(try await service.ask(ListTrainees(program: "nova")).first)
            #expect((known.name, known.zone.name) == ("Priya", "Asia/Tokyo"))
        }
    }

    @Test(
        "what another site's page sends is refused; what our own sends, and what no browser sends, is not",
        arguments: [
            ([("Origin", "https://evil.example")], 403), ([("Origin", "null")], 403),
            ([("Sec-Fetch-Site", "cross-site")], 403), ([("Sec-Fetch-Site", "same-site")], 403),
            ([("Sec-Fetch-Site", "cross-site"), ("Origin", "https://training.example.org")], 403),
            ([("Origin", "https://training.example.org.evil.example")], 403),
            ([("Origin", "https://training.example.org")], 200), ([("Sec-Fetch-Site", "same-origin")], 200), ([], 200),
        ] as [([(String, String)], UInt)])
    func otherSites(headers: [(String, String)], status: UInt) async throws {
        let service = try await Season2027().service()
        try await LiveServer.run(service: service, isOpenToAll: true) { server in
            let answer = try await server.ask(
                "/nova/join", method: .POST, headers: Self.header + headers, body: Array(Self.form.utf8))
            #expect(answer.status == status)
            let body = Array(#"{"name": "Bea", "email": "bea@example.net", "zone": "Africa/Lagos"}"#.utf8)
            let asked = try await server.ask(
                "/api/v1/programs/nova/sign-ups", method: .POST, headers: headers, body: body)
            #expect(asked.status == status)
            #expect(try await service.mailedSecrets().count == (status == 200 ? 2 : 0))
        }
    }

    @Test("a sender signs up 20 people an hour, by page and API together, and nobody else is kept waiting by that")
    func often() async throws {
        let service = try await Season2027().service()
        try await LiveServer.run(service: service, isOpenToAll: true) { server in
            func signUp(_ number: Int, from sender: String) async throws -> UInt {
                let forwarded = ("X-Forwarded-For", sender)
                guard number.isMultiple(of: 2) else {
                    let form = "name=Ann&email=ann\(number)%40example.net&zone=Africa%2FLagos"
                    return try await server.ask(
                        "/nova/join", method: .POST, headers: Self.header + [forwarded], body: Array(form.utf8)
                    ).status
                }
                let body = Array(
                    #"{"name": "Ann", "email": "ann\#(number)@example.net", "zone": "Africa/Lagos"}"#.utf8)
                return try await server.ask(
                    "/api/v1/programs/nova/sign-ups", method: .POST, headers: [forwarded], body: body
                ).status
            }
            var statuses: [UInt] = []
            // An IPv6 network is one sender.
            for number in 1...22 { statuses.append(try await signUp(number, from: "2001:db8:1:1::\(number)")) }
            #expect(statuses == Array(repeating: 200, count: 20) + [429, 429])
            #expect(try await signUp(23, from: "2001:db8:1:2::1") == 200)
            #expect(try await service.mailedSecrets().count == 21)
        }
    }

    @Test(
        "a link that is none leads to a page that says so", arguments: ["x", "<b>", String(repeating: "a", count: 52)])
    func noLink(secret: String) async throws {
        try await LiveServer.run { server in
            let path = "/sign-ups/\(secret.replacing("<", with: "%3C").replacing(">", with: "%3E"))"
            let answer = try await server.ask(path, method: .POST)
            #expect(answer.status == 404)
        }
    }
}
