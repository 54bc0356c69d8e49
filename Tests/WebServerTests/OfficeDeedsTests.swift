import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import WebServerFixture

@testable import WebServer

/// What mentors, trainees and organizers once needed a command line for.
@Suite("The rest that is done in a browser")
struct OfficeDeedsTests {
    private static let page = "/me/mentoring/nova"

    private static func calendar(_ more: String) -> String {
        """
        BEGIN:VCALENDAR\r
        BEGIN:VEVENT\r
        SUMMARY:Dr. Secret\r
        DTSTART:\(more)\r
        DURATION:PT2H\r
        END:VEVENT\r
        END:VCALENDAR\r

        """
    }

    @Test("busy times of a calendar leave dates out once that was seen, and give them back")
    func busy() async throws {
        try await Cast.run(as: .mentor) { akira, cast in
            let path = "post/programs/nova/slots/busy"
            let fields = [
                ("calendar", Self.calendar("20270202T073000Z")), ("form-key", "k"), ("form-page", Self.page),
            ]
            let except = { try await cast.service.ask(ListSlots(program: "nova")).flatMap(\.except) }
            #expect(try await akira.get(Self.page).text.contains("action=\"/me/look/\(path)\""))
            let look = try await akira.post("/me/look/\(path)", fields)
            #expect(look.status == 200 && look.text.contains("would be left out"), "\(look.text)")
            #expect(!look.text.contains("name=\"confirmed\" value=\"true\"") && !look.text.contains("meridian slot"))
            #expect(try await except().isEmpty)
            let back = try #require(try await akira.post("/me/do/\(path)", fields)["Location"])
            #expect(try await except().map { "\($0)" } == ["2027-02-02"])
            let told = try await akira.get(back).text
            #expect(told.contains("17:00 is left out") && told.contains("Take these dates back in"), "\(told)")
            #expect(!told.contains("Secret"))
            let id = try #require(try await cast.service.ask(ListSlots(program: "nova")).first).id
            let undo = [("days", "2027-02-02"), ("form-page", Self.page)]
            #expect(try await akira.post("/me/do/post/slots/\(id)/restoration", undo).status == 303)
            #expect(try await except().isEmpty)
        }
    }

    @Test("a calendar that would leave out every date is asked about, and does nothing without that")
    func everyDate() async throws {
        try await Cast.run(as: .mentor) { akira, cast in
            let path = "post/programs/nova/slots/busy"
            let calendar = Self.calendar("20270105T073000Z\r\nRRULE:FREQ=WEEKLY")
            let fields = [("calendar", calendar), ("form-fields", "calendar"), ("form-page", Self.page)]
            let look = try await akira.post("/me/look/\(path)", fields)
            #expect(look.status == 200 && look.text.contains("would have no date left"), "\(look.text)")
            #expect(look.text.contains("name=\"confirmed\" value=\"true\""))
            let refused = try await akira.post("/me/do/\(path)", fields)
            #expect(refused.status == 409 && refused.text.contains("is it the right calendar?"))
            #expect(try await cast.service.ask(ListSlots(program: "nova")).flatMap(\.except).isEmpty)
            #expect(try await akira.post("/me/do/\(path)", fields + [("confirmed", "true")]).status == 303)
            #expect(try await !cast.service.ask(ListSlots(program: "nova")).flatMap(\.except).isEmpty)
        }
    }

    @Test("who spoke in a chat's log is seen, and added to what is recorded; a clock that has none of it is asked for")
    func log() async throws {
        try await Cast.run(as: .mentor, at: "2027-01-06T10:00:00Z") { akira, cast in
            let path = "put/sessions/nova-202701-w01-asia/attendance"
            let log = ["17:01:00 <pri> hello", "17:02:00 <stranger> hello", "17:03:00 all quiet"]
                .map { "2027-01-05 \($0)\n" }.joined()
            let fields = { (zone: String) in
                [
                    ("chat", log), ("zone", zone), ("ignored", ""), ("log", ""), ("present", ""), ("also", "true"),
                    ("form-fields", "chat zone ignored log"), ("form-key", "k"), ("form-page", Self.page),
                ]
            }
            #expect(try await akira.get(Self.page).text.contains("action=\"/me/look/\(path)\""))
            let elsewhere = try await akira.post("/me/look/\(path)", fields("America/Bogota"))
            #expect(elsewhere.status == 400 && elsewhere.text.contains("name=\"zone\""), "\(elsewhere.text)")
            let look = try await akira.post("/me/look/\(path)", fields("tokyo"))
            #expect(look.status == 200 && look.text.contains("Priya as pri"), "\(look.text)")
            #expect(look.text.contains("1 line unread, first at line 3"))
            #expect(look.text.contains("stranger") && !look.text.contains("meridian nick"))
            let sheet = { try await cast.service.ask(ShowAttendance(session: "nova-202701-w01-asia")) }
            #expect(try await sheet().present == ["Olga"])
            let back = try #require(try await akira.post("/me/do/\(path)", fields("Asia/Tokyo"))["Location"])
            #expect(try await Set(sheet().present) == ["Olga", "Priya"])
            #expect(try await sheet().visitors.map { "\($0)" } == ["stranger"])
            #expect(try await akira.get(back).text.contains("Priya as pri"))
            let both = fields("Asia/Tokyo") + [("speakers", "pri")]
            #expect(try await akira.post("/me/look/\(path)", both).status == 400)
        }
    }

    @Test("a trainee takes turns at a duty, and takes no more; a mentor finds it, too")
    func duty() async throws {
        try await Cast.run(as: .trainee) { priya, cast in
            let path = "programs/nova/duties/triage/volunteer"
            let own = try await priya.get("/me").text
            #expect(own.contains("Bug triage: you take turns at it") && own.contains("/me/look/delete/\(path)"))
            #expect(own.contains("action=\"/me/look/post/duty-turns/nova-202701-w03-triage/offer\""))
            let look = try await priya.post("/me/look/delete/\(path)", [("form-page", "/me")])
            #expect(look.status == 200 && look.text.contains("you take no more turns at Bug triage"), "\(look.text)")
            let stopped = try await priya.post("/me/do/delete/\(path)", [("form-key", "k"), ("form-page", "/me")])
            let after = try await priya.get(try #require(stopped["Location"])).text
            #expect(after.contains("you take no more turns at Bug triage") && after.contains("/me/look/post/\(path)"))
            let akira = try await SignedInBrowser(
                of: "mentor-asia@canary.example", at: cast.service, on: priya.server)
            #expect(try await akira.get(Self.page).text.contains("action=\"/me/look/post/\(path)\""))
        }
    }

    @Test("why somebody does not lead is asked beside a turn")
    func whyNot() async throws {
        try await Cast.run(as: .trainee) { priya, _ in
            let page = try await priya.get("/nova/nova-202701-w01-asia").text
            #expect(page.contains("action=\"/me/see/programs/nova/reasons\""))
            #expect(page.contains("name=\"week\" value=\"1\"") && page.contains("name=\"season\" value=\"202701\""))
            #expect(page.contains("<label for=\"why-not-nova-202701-w01-asia\">"))
            let answer = try await priya.get("/me/see/programs/nova/reasons?season=202701&week=1&mentor=Seoyeon")
            #expect(answer.status == 200 && answer.text.contains("Seoyeon"), "\(answer.text)")
            #expect(try await priya.get("/me/see/programs/nova/reasons?week=1&mentor=Nobody").status == 404)
        }
    }

    @Test("on one's own page and on Mentoring a turn is offered only after it was seen what that would do")
    func offersAreLookedAt() async throws {
        try await Cast.run(as: .mentor) { akira, _ in
            for page in ["/me", Self.page] {
                let text = try await akira.get(page).text
                #expect(text.contains("action=\"/me/look/post/sessions/nova-202701-w01-asia/offer\""), "\(page)")
                #expect(!text.contains("action=\"/me/do/post/sessions/nova-202701-w01-asia/offer\""), "\(page)")
            }
        }
    }

    @Test("a mentor picks one of the proposed reviews, ranked for the session, and sees what that would do")
    func proposedReview() async throws {
        let (code, path) = ("nova-202701-w02-asia", "/me/look/put/sessions/nova-202701-w02-asia/review")
        try await Cast.run(as: .mentor) { akira, cast in
            #expect(try await akira.get(Self.page).text.contains("href=\"/me/reviews/nova/\(code)\""))
            let page = try await akira.get("/me/reviews/nova/\(code)")
            #expect(page.status == 200 && page.text.contains("For \(code): "), "\(page.text)")
            #expect(page.text.contains("action=\"\(path)\"") && page.text.contains("others do not see it yet"))
            let look = try await akira.post(path, [("review", "2"), ("form-page", "/me/reviews/nova/\(code)")])
            #expect(look.status == 200)
            for words in ["\(code) would be about Unseen", "https://review.example.org/c/nova/+/413", "told: "] {
                #expect(look.text.contains(words), "\(look.text)")
            }
            let before = try await cast.service.ask(ShowSession(session: code)).review
            #expect(before == nil)
            let done = try await akira.post(
                "/me/do/put/sessions/\(code)/review", [("review", "2"), ("form-page", "/me/reviews/nova/\(code)")])
            #expect(done.status == 303)
            #expect(try await cast.service.ask(ShowSession(session: code)).review?.title == "Unseen")
            // What it is about is not offered again there; for another session it is.
            let again = try await akira.get("/me/reviews/nova/\(code)").text
            #expect(again.contains("picked for \(code)") && !again.contains("Review it in \(code): Unseen"), "\(again)")
            let other = try await akira.get("/me/reviews/nova/nova-202701-w01-asia").text
            #expect(other.contains("Review it in nova-202701-w01-asia: Unseen"), "\(other)")
            _ = try await cast.service.ask(CancelSession(session: code, reason: "ill"))
            let off = try await akira.get("/me/reviews/nova/\(code)").text
            #expect(off.contains("its review stays as it is") && !off.contains("Review it in"), "\(off)")
        }
        for asker in [Asker.otherMentor, .trainee] {
            try await Cast.run(as: asker) { other, _ in
                let page = try await other.get("/me/reviews/nova/\(code)")
                #expect(page.status == 403)
            }
        }
    }

    @Test("a turn is offered to the one mentor who is named")
    func oneMentor() async throws {
        try await Cast.run(as: .mentor) { akira, _ in
            let path = "/me/look/post/sessions/nova-202701-w01-asia/offer"
            #expect(try await akira.get(Self.page).text.contains("action=\"\(path)\""))
            let fields = [("to", "Seoyeon"), ("form-fields", "to"), ("form-page", Self.page)]
            let look = try await akira.post(path, fields)
            #expect(look.status == 200 && look.text.contains("Seoyeon"), "\(look.text)")
            let nobody = try await akira.post(
                path, [("to", "Zoltan"), ("form-fields", "to"), ("form-page", Self.page)])
            #expect(nobody.status == 404 && nobody.text.contains("value=\"Zoltan\""))
        }
    }

    @Test("nicknames are listed and given back, and one's own proposal is taken back")
    func own() async throws {
        try await Cast.run(as: .trainee, at: "2027-01-06T10:00:00Z") { priya, cast in
            let path = "/me/do/delete/programs/nova/nicknames/pri"
            let looked = path.replacing("/do/", with: "/look/")
            #expect(try await priya.get("/me/settings").text.contains("action=\"\(looked)\""))
            #expect(try await priya.post(path, [("form-page", "/me/settings")]).status == 303)
            #expect(try await !priya.get("/me/settings").text.contains("action=\"\(looked)\""))
            let reviews = try await priya.get("/me/reviews/nova").text
            #expect(reviews.contains("action=\"/me/do/delete/reviews/2\"") && !reviews.contains("reviews/1\""))
            let ravi = try await SignedInBrowser(of: "ravi@canary.example", at: cast.service, on: priya.server)
            #expect(try await !ravi.get("/me/reviews/nova").text.contains("Take my proposal back"))
            #expect(try await priya.post("/me/do/delete/reviews/2", [("form-page", "/me")]).status == 303)
            #expect(try await cast.service.ask(ListReviews(program: "nova")).map(\.id.rawValue) == [1])
        }
    }

    @Test("a mentor lets take place after all what they have called off, and no more")
    func reinstated() async throws {
        try await Cast.run(as: .mentor) { akira, cast in
            _ = try await cast.service.ask(CancelSession(session: "nova-202701-w01-asia", reason: "full"))
            let cancelled = try await akira.post(
                "/me/do/post/sessions/nova-202701-w02-asia/cancellation", [("reason", "ill")])
            #expect(cancelled.status == 303, "\(cancelled.text)")
            let page = try await akira.get(Self.page).text
            let path = "/me/look/delete/sessions/nova-202701-w02-asia/cancellation"
            #expect(page.contains("<h2>Called off</h2>") && page.contains("action=\"\(path)\""))
            #expect(!page.contains("sessions/nova-202701-w01-asia/cancellation"))
            let look = try await akira.post(path, [("form-page", Self.page)])
            #expect(look.status == 200 && look.text.contains("would be reinstated"), "\(look.text)")
        }
    }

    @Test("an organizer moves somebody else, seen first, and asks the servers of changes")
    func organizer() async throws {
        try await Cast.run(as: .organizer) { olga, cast in
            let page = try await olga.get("/me/organizing/nova").text
            #expect(page.contains("action=\"/me/look/post/people/moves\""))
            #expect(page.contains("action=\"/me/do/post/programs/nova/changes\""))
            let fields = [
                ("old", "Priya"), ("new", "priya@moved.example"), ("merge", ""), ("keep", ""),
                ("form-fields", "old new merge keep"), ("form-page", "/me/organizing/nova"),
            ]
            let look = try await olga.post("/me/look/post/people/moves", fields)
            #expect(look.status == 200 && look.text.contains("nothing is changed yet"), "\(look.text)")
            #expect(!look.text.contains("--dry-run"))
            let done = try await olga.post("/me/do/post/people/moves", fields + [("form-key", "k")])
            let back = try #require(done["Location"])
            #expect(try await olga.get(back).text.contains("once it has proved itself"))
            let trainees = try await cast.service.ask(ListTrainees(program: "nova"))
            #expect(trainees.contains { $0.name == "Priya" })
        }
    }

    @Test("an organizer reads how far one trainee has come, and the evidence; another trainee reads neither")
    func oneTrainee() async throws {
        try await Cast.run(as: .organizer) { olga, cast in
            let page = try await olga.get("/me/organizing/nova").text
            let ravi = try await SignedInBrowser(of: "ravi@canary.example", at: cast.service, on: olga.server)
            for path in ["/me/see/programs/nova/progress", "/me/evidence/nova"] {
                let address = "\(path)?person=priya%40canary.example"
                #expect(page.contains("href=\"\(address)"))
                let answer = try await olga.get(address)
                #expect(answer.status == 200 && answer.text.contains("Priya"), "\(answer.text)")
                #expect(try await ravi.get(address).status >= 400)
                #expect(try await olga.get("\(path)?person=").status < 500)
            }
        }
    }

    @Test("an administrator sees to whom no mail is sent, and why, and has it sent again")
    func suppressed() async throws {
        try await Cast.run(as: .organizer, at: "2027-01-06T10:00:00Z") { olga, cast in
            let page = try await olga.get("/me/suppressed").text
            #expect(page.contains("gone@canary.example") && page.contains("no such user"))
            let path = "/me/do/delete/outbox/suppressed/gone%40canary.example"
            #expect(page.contains("action=\"\(path)\""))
            #expect(try await olga.post(path, [("form-page", "/me/suppressed")]).status == 303)
            #expect(try await cast.service.ask(ListSuppressed()).isEmpty)
            #expect(try await olga.get("/me/suppressed").text.contains("mail is sent to everybody"))
            let otto = try await SignedInBrowser(
                of: "mentor-asia@canary.example", at: cast.service, on: olga.server)
            #expect(try await otto.get("/me/suppressed").status == 403)
        }
    }

    @Test("two things that are computed at once are told apart from too many requests, with a way on")
    func twoAtOnce() throws {
        let frame = PageFrame(
            root: "/r", release: "2027a", script: "/page.js", path: "/me/plan/nova", zone: "", query: "",
            zoneList: "/zones", visitor: nil, signIn: nil)
        for (error, heading) in [
            (ComputingLanes.oneAtATime, "One thing at a time"), (ComputingLanes.tooMuch, "Not at the moment"),
        ] {
            let again = "/r/me/plan/nova?without=&slot=Akira+Tue+17%3A00"
            let page = try PageTemplates().error(
                ErrorPage(computing: error, again: again, backTo: PagePath("/me/organizing/nova"), in: frame))
            #expect(page.contains("<h1>\(heading)</h1>") && page.contains("in a few seconds"))
            #expect(page.contains("href=\"/r/me/organizing/nova\">Back</a>"))
            #expect(page.contains("href=\"/r/me/plan/nova?without=&amp;slot=Akira+Tue+17%3A00\">Try again</a>"))
        }
        #expect(ComputingLanes.oneAtATime.isOfLanes && ComputingLanes.tooMuch.isOfLanes)
        #expect(!BadInput("something else is being computed for you").isOfLanes)
    }
}
