import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import WebServerFixture

/// What mentors and organizers do in a browser.
@Suite("The pages of mentors and organizers")
struct OfficeTests {
    @Test("a mentor finds their turns, slots, absences and offers on one page")
    func mentoring() async throws {
        try await Cast.run(as: .mentor) { akira, _ in
            let page = try await akira.get("/me/mentoring/nova").text
            for words in [
                "nova-202701-w01-asia", "Tue 17:00, Asia/Tokyo", "Tue 1 June to Mon 7 June", "Publish another time",
                "action=\"/me/look/post/programs/nova/slots\"",
                "action=\"/me/look/post/sessions/nova-202701-w01-asia/cancellation\"",
            ] {
                #expect(page.contains(words) || page.contains(words.replacing(" June", with: " Jun")), "\(words)")
            }
            #expect(try await akira.get("/me").text.contains("href=\"/me/mentoring/nova\""))
        }
    }

    @Test("what a slot would be is seen before it is published, and nothing of it stays")
    func slot() async throws {
        try await Cast.run(as: .mentor) { akira, cast in
            let before = try await cast.service.ask(ListSlots(program: "nova"))
            let look = try await akira.post(
                "/me/look/post/programs/nova/slots",
                [
                    ("when", "Thu 23:30"), ("from", ""), ("until", ""), ("prefer", ""),
                    ("form-page", "/me/mentoring/nova"),
                ])
            #expect(look.status == 200)
            for words in ["Nothing is done yet", "Thursday 7 January 23:30", "outside your own day", "Do it"] {
                #expect(look.text.contains(words), "\(words)")
            }
            #expect(!look.text.contains("slot ") && look.text.contains("a time of Akira"))
            #expect(try await cast.service.ask(ListSlots(program: "nova")) == before)
            // The button of that page does it.
            let key = try #require(look.text.firstMatch(of: /name="form-key" value="([^"]*)"/)?.1)
            let done = try await akira.post(
                "/me/do/post/programs/nova/slots",
                [("when", "Thu 23:30"), ("form-key", String(key)), ("form-page", "/me/mentoring/nova")])
            let back = try #require(done["Location"])
            #expect(done.status == 303 && back.hasPrefix("/me/mentoring/nova?done=publishSlot."))
            // There it is said in the words of the answer, however often the page is loaded, and to nobody else.
            for _ in 1...2 { #expect(try await akira.get(back).text.contains("is published: every Thursday at 23:30")) }
            let seoyeon = try await SignedInBrowser(of: "seoyeon@canary.example", at: cast.service, on: akira.server)
            let theirs = try await seoyeon.get(back)
            #expect(theirs.status == 200 && !theirs.text.contains("What was done"))
            #expect(try await cast.service.ask(ListSlots(program: "nova")).count == before.count + 1)
        }
    }

    @Test("what calling a session off would do to whom is seen first, and nobody is told by that")
    func cancellation() async throws {
        try await Cast.run(as: .mentor) { akira, cast in
            let outbox = try await cast.service.ask(ListOutbox()).count
            let fields = [("reason", "ill"), ("form-page", "/me/mentoring/nova"), ("form-fields", "reason")]
            let look = try await akira.post("/me/look/post/sessions/nova-202701-w01-asia/cancellation", fields)
            #expect(look.status == 200)
            #expect(look.text.contains("nova-202701-w01-asia would be cancelled"))
            #expect(look.text.contains("nothing is changed yet") && !look.text.contains("--dry-run"))
            #expect(look.text.contains("action=\"/me/do/post/sessions/nova-202701-w01-asia/cancellation\""))
            #expect(look.text.contains("name=\"reason\" value=\"ill\""))
            let session = try await cast.service.ask(ShowSession(session: "nova-202701-w01-asia"))
            #expect(session.status == .announced)
            #expect(try await cast.service.ask(ListOutbox()).count == outbox)
            // Without a reason it is asked for again, with what was typed.
            let empty = try await akira.post(
                "/me/look/post/sessions/nova-202701-w01-asia/cancellation", [("reason", "")] + fields.dropFirst())
            #expect(empty.status == 400 && empty.text.contains("That was not done"))
        }
    }

    @Test("a trainee finds neither page", arguments: ["/me/mentoring/nova", "/me/organizing/nova", "/me/plan/nova"])
    func trainee(path: String) async throws {
        try await Cast.run(as: .trainee) { priya, _ in
            let answer = try await priya.get(path)
            #expect(answer.status == 403)
        }
    }

    @Test("an organizer sees the season, its people and its days, and reads report, forecast, health and log")
    func organizing() async throws {
        try await Cast.run(as: .organizer) { olga, _ in
            let page = try await olga.get("/me/organizing/nova").text
            for words in ["nova-202701-w01-asia", "Akira", "Priya", "freeze", "href=\"/me/plan/nova\"", "Unseen"] {
                #expect(page.contains(words), "\(words)")
            }
            for (path, words, hasTable) in [
                ("report", "Who leads", true), ("forecast", "Clock changes", false),
                ("health", "no region withers", true), ("log", "nothing is written down", false),
            ] {
                let answer = try await olga.get("/me/see/programs/nova/\(path)")
                #expect(answer.status == 200 && answer.text.contains(words), "\(path)")
                #expect(answer.text.contains("<table class=\"answer\"") == hasTable, "\(path)")
            }
            let why = try await olga.get("/me/see/sessions/nova-202701-w01-asia/reasons")
            #expect(why.status == 200 && why.text.contains("Akira"))
        }
    }

    @Test(
        "a plan is seen, and published as it was seen; one that has changed since is shown anew and asked about again")
    func plan() async throws {
        try await Cast.run(as: .organizer) { olga, cast in
            let page = try await olga.get("/me/plan/nova").text
            let seen = try #require(page.firstMatch(of: /name="seen" value="([0-9a-f]{64})"/)?.1)
            #expect(page.contains("Publish this plan") && page.contains("if published"))
            let fields = [("seen", String(seen)), ("changes", "")]
            _ = try await cast.service.ask(
                AddFreeze(program: "nova", days: DayRange("2027-04-05..2027-04-18"), reason: "meetup"))
            let changed = try await olga.post("/me/plan/nova/publication", fields)
            #expect(changed.status == 200 && changed.text.contains("nothing was published"))
            let before = try await cast.service.ask(ListSessions(program: "nova"))
            // Who has a seat meanwhile is none of the plan's matter.
            _ = try await cast.service.ask(
                Enroll(session: "nova-202701-w02-asia"), as: EmailAddress("olga@canary.example"))
            let anew = try #require(changed.text.firstMatch(of: /name="seen" value="([0-9a-f]{64})"/)?.1)
            #expect(anew != seen)
            let published = try await olga.post("/me/plan/nova/publication", [("seen", String(anew)), ("changes", "")])
            #expect(published.status == 303 && published["Location"]?.hasPrefix("/me/organizing/nova") == true)
            #expect(try await cast.service.ask(ListSessions(program: "nova")) != before)
            let stale = try await olga.post("/me/plan/nova/publication", [("seen", "x"), ("changes", "")])
            #expect(stale.text.contains("nothing was published"))
        }
    }

    @Test("a plan whose form is sent twice is published once, and the second press is no refusal")
    func publishedTwice() async throws {
        try await Cast.run(as: .organizer) { olga, cast in
            let page = try await olga.get("/me/plan/nova").text
            let seen = try #require(page.firstMatch(of: /name="seen" value="([0-9a-f]{64})"/)?.1)
            let fields = [("seen", String(seen)), ("changes", ""), ("form-key", "k")]
            for _ in 1...2 {
                let answer = try await olga.post("/me/plan/nova/publication", fields)
                #expect(answer.status == 303, "\(answer.text)")
            }
            let log = try await cast.service.ask(ShowLog(program: "nova"))
            #expect(log.count { $0.action.lowercased().contains("plan") } == 1)
        }
    }

    @Test("a name is added to what was recorded of a session, and takes nobody out")
    func attendance() async throws {
        try await Cast.run(as: .mentor) { akira, cast in
            let code = "nova-202701-w01-asia"
            _ = try await cast.begin(at: "2027-01-10T09:00:00Z")
            let priya = try EmailAddress("priya@canary.example")
            _ = try await cast.service.ask(RecordAttendance(session: code, present: [priya]))
            #expect(try await akira.get("/me/mentoring/nova").text.contains("Add to the record"))
            let answer = try await akira.post(
                "/me/do/put/sessions/\(code)/attendance",
                [
                    ("present", "Ravi"), ("absent", ""), ("log", ""), ("also", "true"),
                    ("form-page", "/me/mentoring/nova"),
                ])
            #expect(answer.status == 303, "\(answer.text)")
            let sheet = try await cast.service.ask(ShowAttendance(session: code))
            #expect(Set(sheet.present) == ["Priya", "Ravi"])
            let who = try await akira.get("/me/see/sessions/\(code)/attendance").text
            #expect(who.contains("Came: ") && who.contains("Priya") && who.contains("Ravi"))
        }
    }

    @Test("what is only supposed is shown, and cannot be published")
    func supposed() async throws {
        try await Cast.run(as: .organizer) { olga, _ in
            let page = try await olga.get("/me/plan/nova?without=Akira&slot=&changes=").text
            #expect(page.contains("supposing that Akira leads nothing"))
            #expect(!page.contains("Publish this plan") && page.contains("Plan without that"))
            #expect(try await olga.get("/me/plan/nova?changes=many").status == 400)
        }
    }

    @Test("a program's file is taken away, changed, looked at, and applied; what it would do is said first")
    func file() async throws {
        try await Cast.run(as: .organizer) { olga, cast in
            let page = try await olga.get("/me/organizing/nova/file").text
            #expect(page.contains("See what that would change") && page.contains("data-file"))
            let file = try await olga.get("/me/file/nova")
            #expect(file.status == 200 && file.text.contains("capacity: 2"))
            let fields = [
                ("text", file.text.replacing("capacity: 2", with: "capacity: 3")), ("form-page", "/me/organizing/nova"),
            ]
            let look = try await olga.post("/me/look/post/programs", fields)
            #expect(look.status == 200 && look.text.contains("capacity 2 becomes 3"), "\(look.text)")
            #expect(look.text.contains("1 change would be made; nothing is changed yet"))
            #expect(try await cast.service.ask(ShowProgram(program: "nova")).capacity == 2)
            let done = try await olga.post("/me/do/post/programs", fields)
            #expect(done.status == 303 && done["Location"] == "/me/organizing/nova")
            #expect(try await cast.service.ask(ShowProgram(program: "nova")).capacity == 3)
            let wrong = try await olga.post(
                "/me/look/post/programs", [("text", "program: ["), ("form-fields", "text")] + fields.dropFirst())
            #expect(wrong.status == 400 && wrong.text.contains("program: ["))
        }
    }

    @Test(
        "the file of another program is refused on this one's page, which says whose it is and keeps what was brought")
    func otherFile() async throws {
        try await Cast.run(as: .organizer) { olga, cast in
            let page = try await olga.get("/me/organizing/nova/file").text
            #expect(page.contains("name=\"program\" value=\"nova\""))
            // What is looked at is called by its program.
            let title = try await cast.service.ask(ShowProgram(program: "nova")).title
            #expect(page.contains("value=\"See what that would change: \(title)\""), "\(page)")
            let freeze = [("from", "2027-05-03"), ("to", "2027-05-04"), ("reason", "feast"), ("regions", "")]
            for (path, fields) in [
                ("post/programs", [("text", try await olga.get("/me/file/nova").text), ("program", "nova")]),
                ("post/programs/nova/freezes", freeze),
            ] {
                let look = try await olga.post("/me/look/\(path)", fields)
                #expect(look.text.contains("<p class=\"above\"><bdi>\(title)</bdi></p>"), "\(look.text)")
            }
            let aqua = try await olga.get("/me/file/nova").text.replacing("program: \"nova\"", with: "program: aqua")
            for purpose in ["look", "do"] {
                let answer = try await olga.post(
                    "/me/\(purpose)/post/programs",
                    [
                        ("text", aqua), ("program", "nova"), ("form-fields", "text"),
                        ("form-page", "/me/organizing/nova"),
                    ])
                #expect(answer.status == 400 && answer.text.contains("his is the file of aqua"), "\(answer.text)")
                #expect(answer.text.contains("name=\"program\" value=\"nova\""))
            }
            #expect(try await cast.service.ask(ListPrograms()).map(\.name) == ["nova"])
        }
    }

    @Test("each of several faults of a file is a sentence of its own")
    func faults() async throws {
        try await Cast.run(as: .organizer) { olga, _ in
            let answer = try await olga.post(
                "/me/look/post/programs", [("text", "program: nova\ntitle: Nova\n"), ("form-fields", "text")])
            #expect(answer.status == 400 && !answer.text.contains("\u{FFFD}"), "\(answer.text)")
            let words = answer.text.matches(of: /<p>([^<]*is missing[^<]*)<\/p>/).map { String($0.1) }
            #expect(words.count > 2 && words.allSatisfy { $0.hasSuffix(".") }, "\(words)")
        }
    }

    @Test("a file may be of 1 MiB, and every other form stays small")
    func large() async throws {
        try await Cast.run(as: .mentor) { akira, _ in
            let rows = String(repeating: "X-NOTE:a line that nobody reads\r\n", count: 4000)
            let calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n\(rows)END:VCALENDAR\r\n"
            let path = "/me/look/post/programs/nova/slots/import"
            let look = try await akira.post(path, [("calendar", calendar), ("form-page", "/me/mentoring/nova")])
            #expect(look.status == 200 && look.text.contains("slots added or changed: 0 of 0"), "\(look.text)")
            let huge = String(repeating: rows, count: 10)
            let refused = try await akira.post(path, [("calendar", huge)])
            #expect(refused.status == 400 && refused.text.contains("at most 1 MiB"))
            #expect(try await akira.post("/me/look/post/programs/nova/slots", [("when", rows)]).status == 413)
        }
    }

    @Test("what people wrote is listed for organizers, and the outbox without what is in the mails")
    func mail() async throws {
        try await Cast.run(as: .organizer) { olga, _ in
            let written = try await olga.get("/me/see/programs/nova/mail")
            #expect(written.status == 200 && written.text.contains("priya@canary.example"))
            let mail = try await olga.get("/me/see/mail/1")
            #expect(mail.status == 200 && mail.text.contains("When do we meet?"))
            let outbox = try await olga.get("/me/see/outbox")
            #expect(outbox.status == 200 && !outbox.text.contains("/m/"))
        }
    }
}
