import CivilTime
import ICalendar
import Mentoring
import MentoringAPI
import MentoringService
import NIOHTTP1
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog
import WebServerFixture

@testable import WebServer

/// What organizers look at in a browser: pictures, who did what, and what is in force.
@Suite("What an organizer looks at")
struct OrganizerPageTests {
    @Test("report, health and plan have a picture beside their words, with an account for who does not see it")
    func pictures() async throws {
        try await Cast.run(as: .organizer) { olga, _ in
            for path in ["/me/see/programs/nova/report", "/me/see/programs/nova/health", "/me/plan/nova"] {
                let page = try await olga.get(path)
                #expect(page.status == 200, "\(path)")
                #expect(page.text.contains("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"turns\""), "\(path)")
                #expect(page.text.contains("<desc id=\"desc\">") && page.text.contains("<h1>"), "\(path)")
                #expect(!page.text.contains("<style"), "\(path)")
            }
            let stylesheet = try await olga.get("/meridian.css").text
            #expect(stylesheet.contains(".turns .cell"))
            // The hatching of what is frozen stands beside the pictures of a page, not in them.
            let hatching = try #require(stylesheet.firstRange(of: ".defs .hatching {"))
            #expect(stylesheet[hatching.upperBound...].prefix { $0 != "}" }.contains("stroke: var(--"))
            // What is only read has none.
            #expect(try await !olga.get("/me/see/programs/nova/forecast").text.contains("class=\"turns\""))
        }
    }

    @Test("a form has what is in force, a mentor's own and an organizer's of each mentor")
    func terms() async throws {
        try await Cast.run(as: .mentor) { akira, cast in
            let page = try await akira.get("/me/mentoring/nova").text
            #expect(
                page.contains("name=\"maxPerMonth\" value=\"4\"") && page.contains("name=\"minGapWeeks\" value=\"2\""))
            let olga = try await SignedInBrowser(of: "olga@canary.example", at: cast.service, on: akira.server)
            let office = try await olga.get("/me/organizing/nova").text
            #expect(office.contains("name=\"maxPerMonth\" value=\"4\""))
            let ids = office.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
            #expect(Set(ids).count == ids.count)
        }
    }

    @Test("beside each thing stands who did what with it last, and the log can be looked through")
    func deeds() async throws {
        try await Cast.run(as: .organizer) { olga, _ in
            let fields = [("from", "2027-05-03"), ("to", "2027-05-04"), ("reason", "<b>feast</b>"), ("regions", "")]
            #expect(try await olga.post("/me/do/post/programs/nova/freezes", fields).status == 303)
            let cancelled = try await olga.post(
                "/me/do/post/sessions/nova-202701-w01-asia/cancellation", [("reason", "ill")])
            #expect(cancelled.status == 303)
            let page = try await olga.get("/me/organizing/nova").text
            #expect(page.contains("last: add freeze, ") && page.contains("cancel session, "))
            #expect(page.contains("&lt;b&gt;feast") && !page.contains("<b>feast"))

            let log = try await olga.get("/me/log/nova").text
            #expect(log.contains("cancel session nova-202701-w01-asia") && log.contains("add freeze"))
            #expect(log.contains("scope=\"col\"") && log.contains("<label for=\"about\""))
            let one = try await olga.get("/me/log/nova?about=nova-w1-asia&who=&since=").text
            #expect(one.contains("cancel session") && !one.contains("add freeze"))
            #expect(
                try await olga.get("/me/log/nova?about=nova-202701-w02-asia").text.contains("nothing is written down"))
            // Who is no organizer of this very program is named to administrators alone.
            let whole = try await olga.get("/me/log").text
            #expect(whole.contains(">Program</th>") && whole.contains("add freeze"))
            let long = String(repeating: "a", count: 2000)
            for query in ["?since=soon", "?before=x", "?after=-1", "?who=\(long)", "?about=\(long)"] {
                #expect(try await olga.get("/me/log/nova" + query).status == 400, "\(query)")
            }
            let session = try await olga.get("/nova/nova-202701-w01-asia").text
            #expect(session.contains("Who did what with it") && session.contains("cancel session, "))
        }
    }

    @Test("what an administrator did is said to be an administrator's, and not whose")
    func administrator() async throws {
        try await Cast.run(as: .organizer) { olga, cast in
            let fields = [("from", "2027-05-03"), ("to", "2027-05-04"), ("reason", "feast"), ("regions", "")]
            #expect(try await olga.post("/me/do/post/programs/nova/freezes", fields).status == 303)
            let email = try EmailAddress("otto@canary.example")
            _ = try await cast.service.ask(
                JoinProgram(program: "nova", name: "Otto", email: email, zone: "Asia/Tokyo"))
            let otto = try await SignedInBrowser(of: "otto@canary.example", at: cast.service, on: olga.server)
            #expect(try await otto.get("/me/log/nova").text.contains("an administrator"))
            #expect(try await otto.get("/me/organizing/nova").text.contains("add freeze, an administrator, "))
        }
    }

    @Test("from an answer one comes back to the page from which one came, and nowhere else")
    func back() async throws {
        try await Cast.run(as: .organizer) { olga, _ in
            let office = "/me/organizing/nova"
            let page = try await olga.get(office).text
            for path in ["report", "forecast", "health", "trainees/progress", "mail"] {
                let address = "/me/see/programs/nova/\(path)?form-page=\(office)"
                #expect(page.contains("href=\"\(address)\""), "\(path)")
                #expect(try await olga.get(address).text.contains("href=\"\(office)\">Back"), "\(path)")
            }
            let session = "/nova/nova-202701-w02-asia"
            let why = "/me/see/sessions/nova-202701-w02-asia/reasons?form-page="
            #expect(page.contains("href=\"\(why)\(office)\""))
            let shown = try await olga.get(session).text
            #expect(shown.contains("href=\"\(why)\(session)\""))
            #expect(shown.contains("name=\"form-page\" value=\"\(session)\""))
            for (place, way) in [(session, session), ("//evil.example", "/me"), ("javascript:alert(1)", "/me")] {
                #expect(try await olga.get(why + place).text.contains("href=\"\(way)\">Back"), "\(place)")
            }
        }
    }

    @Test("letting somebody in is seen first, and told in words of its own")
    func letIn() async throws {
        try await Cast.run(as: .organizer) { olga, cast in
            let path = "post/programs/nova/trainees"
            #expect(try await olga.get("/me/organizing/nova").text.contains("action=\"/me/look/\(path)\""))
            let emails = { try await cast.service.ask(ListTrainees(program: "nova")).map { "\($0.email)" } }
            _ = try await cast.service.ask(
                JoinProgram(
                    program: "nova", name: "Otto", email: EmailAddress("otto@canary.example"), zone: "Asia/Tokyo"))
            let otto = try await SignedInBrowser(of: "otto@canary.example", at: cast.service, on: olga.server)
            // An administrator lets anybody in; an organizer invites whom nobody knows.
            for (browser, name, words) in [
                (olga, "mona", "mona@canary.example, takes part from now on"),
                (otto, "lena", "lena@canary.example is invited"),
            ] {
                let fields = [
                    ("name", name.uppercased()), ("email", "\(name)@canary.example"), ("zone", "Seoul"),
                    ("form-key", "k"), ("form-page", "/me/organizing/nova"),
                ]
                let look = try await browser.post("/me/look/\(path)", fields)
                #expect(look.status == 200 && look.text.contains(words), "\(look.text)")
                let before = try await emails()
                #expect(!before.contains("\(name)@canary.example"))
                let done = try await browser.post("/me/do/\(path)", fields)
                let place = try #require(done["Location"], "\(done.text)")
                let told = try await browser.get(place).text
                let note = try #require(told.firstMatch(of: /<section class="done"(?s:.*?)<\/section>/), "\(told)")
                    .output
                #expect(note.contains(words) && !note.contains("Join a program"), "\(note)")
                let after = try await emails()
                #expect(after.contains("\(name)@canary.example"))
            }
        }
    }

    @Test("the log has pages, older and newer ones")
    func pages() async throws {
        try await Cast.run(as: .organizer) { olga, _ in
            for number in 1...26 {
                for purpose in ["put", "delete"] {
                    let address = "/me/do/\(purpose)/programs/nova/organizers/o\(number)@canary.example"
                    #expect(try await olga.post(address, []).status == 303)
                }
            }
            let newest = try await olga.get("/me/log/nova").text
            #expect(!newest.contains("rel=\"prev\""))
            let older = try #require(newest.firstMatch(of: /href="([^"]*before=\d+)" rel="next"/)?.1)
            let last = try await olga.get(String(older)).text
            #expect(last.contains("o1@canary.example") && !last.contains("rel=\"next\""))
            let newer = try #require(last.firstMatch(of: /href="([^"]*after=\d+)" rel="prev"/)?.1)
            let again = try await olga.get(String(newer)).text
            #expect(again.contains("o26@canary.example") && again.contains("rel=\"next\""))
        }
    }

    @Test("of who did what others see nothing", arguments: [Asker.mentor, .trainee])
    func others(asker: Asker) async throws {
        try await Cast.run(as: asker) { browser, _ in
            #expect(try await browser.get("/me/log/nova").status == 403)
            #expect(try await browser.get("/me/log").status == 403)
            let session = try await browser.get("/nova/nova-202701-w01-asia")
            #expect(session.status == 200 && !session.text.contains("Who did what"))
        }
    }

    @Test("beside a person stands what they did to themself, unless it was done to another")
    func ownDeeds() throws {
        let ada = try EmailAddress("ada@example.org")
        let entry = { (action: String, subject: String) in
            LogEntryView(
                id: Identifier(1), moment: Instant(secondsSinceEpoch: 1_799_140_000), actor: ada, way: .web,
                action: action, program: "nova", subject: subject, fields: [])
        }
        let clock = try TimeZoneCatalog.shipped.rules(named: "Asia/Tokyo")
        let own = Deeds([entry("enroll", "nova-202701-w01-asia")], on: clock)
        #expect(own.last("ada@example.org")?.hasPrefix("last: enroll, ") == true)
        #expect(own.last("nova-202701-w01-asia") != nil)
        let toAnother = Deeds([entry("removeTrainee", "bob@example.org")], on: clock)
        #expect(toAnother.last("ada@example.org") == nil && toAnother.last("bob@example.org") != nil)
    }

    @Test("before days are frozen it is said in words which, and what lies on them; a number there is not yet")
    func frozenDays() async throws {
        try await Cast.run(as: .organizer) { olga, _ in
            let look = try await olga.post(
                "/me/look/post/programs/nova/freezes",
                [("from", "2027-01-04"), ("to", "2027-01-10"), ("reason", "FOSDEM"), ("regions", "asia")])
            #expect(look.status == 200)
            let words = "freeze: Monday 4 January 2027 to Sunday 10 January 2027, asia: FOSDEM"
            #expect(look.text.contains(words), "\(look.text)")
            #expect(look.text.contains("attention: on it: nova-202701-w01-asia; the next plan leaves none of it so"))
        }
    }

    @Test("whom the program wrote to stands under Organizing, with subject and state")
    func outbox() async throws {
        try await Cast.run(as: .organizer) { olga, cast in
            let path = "/me/see/programs/nova/outbox?form-page=/me/organizing/nova"
            #expect(try await olga.get("/me/organizing/nova").text.contains("href=\"\(path)\""))
            let priya = try EmailAddress("priya@canary.example")
            try await cast.store.write { transaction in
                let mail = OutboxMessage(
                    program: "nova", recipient: priya, subject: "A seat for you", bytes: [], created: cast.service.now)
                _ = try transaction.add(mail)
            }
            let page = try await olga.get(path)
            #expect(page.status == 200 && page.text.contains("\(priya)"), "\(page.text)")
            #expect(page.text.contains("A seat for you"))
            #expect(page.text.contains("href=\"/me/organizing/nova\""))
        }
    }

    @Test("holidays are looked at before they are frozen")
    func holidays() async throws {
        try await Cast.run(as: .organizer) { olga, cast in
            let calendar = [
                "BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a", "SUMMARY:Spring feast", "DTSTART;VALUE=DATE:20270105",
                "END:VEVENT", "END:VCALENDAR", "",
            ].joined(separator: "\r\n")
            #expect(try await olga.get("/me/organizing/nova").text.contains("Or take holidays from a calendar"))
            let look = try await olga.post(
                "/me/look/post/programs/nova/freezes/import", [("calendar", calendar), ("regions", "")])
            #expect(look.status == 200)
            for words in ["Spring feast", "week 1 (1 day)", "on it: nova-202701-w01-asia", "Nothing is done yet"] {
                #expect(look.text.contains(words), "\(words)")
            }
            #expect(try await cast.service.ask(ListFreezes(program: "nova")).count == 1)
            let done = try await olga.post(
                "/me/do/post/programs/nova/freezes/import", [("calendar", calendar), ("regions", "")])
            #expect(done.status == 303)
            #expect(try await cast.service.ask(ListFreezes(program: "nova")).count == 2)
            #expect(try await olga.get("/me/organizing/nova").text.contains("last: import freezes, "))
        }
    }

    @Test(
        "before anything is planned it is said what is there and what is missing, and mentors can be asked for their times"
    )
    func firstSteps() async throws {
        try await Cast.run(as: .organizer) { olga, cast in
            let file = """
                program: swift
                title: Swift
                contact: swift@canary.example
                location: ircs://irc.example.org/swift
                season: { start: 2027-01-04, weeks: 4 }
                cadence: every-region
                session: { minutes: 60, capacity: 12 }
                regions: [asia, europe]
                announce-weeks: 4
                mentors:
                  - { name: Cai, email: cai@canary.example, zone: Asia/Tokyo, slots: [{ every: "Thu 17:00" }] }
                  - { name: Bea, email: bea@canary.example, zone: Europe/Berlin }
                """
            _ = try await cast.service.ask(ApplyProgram(text: file))
            let page = try await olga.get("/me/organizing/swift").text
            for words in [
                "First steps", "1 of 2 mentors has published a time; not yet: Bea",
                "nobody has a time in any of 4 weeks",
                "It can be planned", "Ask the mentors for their times", "href=\"/me/plan/swift\"",
            ] {
                #expect(page.contains(words), "\(words)")
            }
            let address = "post/programs/swift/mentors/invitations"
            let look = try await olga.post("/me/look/\(address)", [])
            #expect(look.text.contains("when they can lead: Bea"))
            #expect(try await olga.post("/me/do/\(address)", []).status == 303)
            let mails = try await cast.service.ask(ListOutbox())
            #expect(mails.count { "\($0.to)" == "bea@canary.example" } == 1)
            #expect(try await !olga.get("/me/organizing/nova").text.contains("First steps"))
            // Whoever comes by that mail is led to where they enter their times.
            let bea = try await SignedInBrowser(of: "bea@canary.example", at: cast.service, on: olga.server)
            let answer = try await bea.get("/sign-in?program=swift")
            #expect(answer.status == 303 && answer["Location"] == "/me/mentoring/swift")
            let atHome = try await olga.get("/sign-in?program=swift")
            #expect(atHome.status == 303 && atHome["Location"] == "/swift")
            // Nobody is asked while no mail leaves, and what is archived has nothing to begin with.
            _ = try await cast.service.ask(PauseProgram(program: "swift"))
            let paused = try await olga.get("/me/organizing/swift").text
            #expect(paused.contains("First steps") && !paused.contains("Ask the mentors for their times"))
            _ = try await cast.service.ask(ArchiveProgram(program: "swift"))
            let archived = try await olga.get("/me/organizing/swift")
            #expect(archived.status == 200 && !archived.text.contains("First steps"))
        }
    }

    @Test("what cannot be computed now is said in its place, and all else stands on the page")
    func computedForOthers() async throws {
        let cast = try await Cast()
        let service = cast.service
        let visitor = try await LiveServer.run(service: service) { server in
            let olga = try await SignedInBrowser(of: "olga@canary.example", at: service, on: server)
            let configuration = try ServerConfiguration(port: 0, baseURL: "https://training.example.org")
            let visitors = Visitors(
                service: service, calendar: CalendarEncoder(zones: service.zones), configuration: configuration)
            return try await visitors.visitor(by: olga.secret)
        }
        let frame = PageFrame(
            root: "/r", release: "2027a", script: "/page.js", path: "/me/organizing/nova", zone: "", query: "",
            zoneList: "/zones", visitor: nil, signIn: nil)
        let clock = try service.zones.rules(for: #require(TimeZoneID("Etc/UTC")))
        let program = try await service.ask(ShowProgram(program: "nova"))
        for (error, words) in [
            (ComputingLanes.oneAtATime, "Something else is being computed for you; "),
            (ComputingLanes.tooMuch, "The server is computing for others; "),
        ] {
            let facts = OrganizingPage.Facts(
                program: program, sessions: [], freezes: [], mentors: [], trainees: [], blocks: [], organizers: [],
                reviews: [], slots: [], deeds: Deeds([], on: clock), readiness: .failure(error), now: service.now)
            let actions = Actions(for: try #require(visitor), root: "/r", page: frame.path)
            let page = try PageTemplates().organizing(OrganizingPage(facts, actions, in: frame, on: clock))
            #expect(page.contains("First steps"))
            #expect(page.contains("Whether the season can be planned is not known yet."))
            #expect(page.contains(words) && page.contains("href=\"/r/me/plan/nova\">See what a plan would be"))
            #expect(!page.contains("Ask the mentors for their times") && page.contains("Add this mentor"))
        }
    }
}
