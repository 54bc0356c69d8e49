import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import NIOHTTP1
import TestSupport
import Testing
import WebServerFixture

/// What somebody does by the links in their mails, without signing in.
@Suite("A link in a mail")
struct MailLinkPageTests {
    @Test("gives up a seat for whoever waits, once its consequence was said, and takes a place again")
    func seat() async throws {
        let season = try await LinkedSeason()
        try await season.enroll("Priya", in: "nova-202701-w01-asia")
        try await season.enroll("Quentin", in: "nova-202701-w01-asia")
        let link = try await season.link(to: "Priya", in: "Enrolled")
        try await LiveServer.run(service: season.service) { server in
            for method in [HTTPMethod.GET, .HEAD, .GET] {
                let page = try await server.ask(link, method: method)
                #expect(
                    (page.status, page["Cache-Control"], page["Referrer-Policy"]) == (200, "no-store", "strict-origin"))
                guard method == .GET else { continue }
                #expect(page.text.contains("A mail to <bdi>Priya</bdi> brought you here."))
                #expect(page.text.contains("You have a seat. If you give it up, it goes to whoever waits next, of 1;"))
                #expect(page.text.contains(#"name="robots" content="noindex""#))
                #expect(!page.text.contains("canary"))
                #expect(page.text.contains("This link works until Tue 5 Jan, 13:30."))
            }
            #expect(try await season.standing(of: "Priya") == .enrolled)
            // Again and again is as good as once.
            for _ in 1...3 {
                let done = try await server.press(link, "no")
                #expect(done.status == 200)
                #expect(done.text.contains("<strong>Done.</strong> <bdi>You have no seat in it, and wait for none."))
                #expect(done.text.contains("All seats are taken: you would wait for one, as number 1."))
                #expect(!done.text.contains("canary"))
            }
            #expect(try await season.standing(of: "Priya") == SessionView.Yours.Standing.none)
            #expect(try await season.standing(of: "Quentin") == .enrolled)
            let back = try await server.press(link, "yes")
            #expect(back.text.contains("You are number 1 on the waiting list."))
            #expect(try await season.standing(of: "Priya") == .waitlisted)
            #expect(try await server.press(link, "yes").text.contains("You are number 1 on the waiting list."))
            #expect(try await server.press(link, "no").status == 200)
            #expect(try await season.standing(of: "Priya") == SessionView.Yours.Standing.none)
        }
        // Two left, one took, however often a button was pressed: each is in the log once.
        let log = try await season.service.ask(ShowLog(program: "nova"))
        #expect(log.filter { $0.way == .web }.map(\.action) == ["leave", "enroll", "leave"])
        #expect(log.filter { $0.way == .web }.allSatisfy { $0.actor?.description == "priya@canary.example" })
        // Who gave it up hears of it in the calendar only, once.
        #expect(try await season.mails(to: "Priya").filter { $0.subject.hasPrefix("You left") }.count == 1)
    }

    @Test("confirms a seat that came free, until when it is said, and then it is confirmed")
    func promotion() async throws {
        let season = try await LinkedSeason()
        for name in ["Priya", "Quentin", "Rosa"] { try await season.enroll(name, in: "nova-202701-w01-asia") }
        _ = try await season.service.ask(Leave(session: "nova-202701-w01-asia"), as: LinkedSeason.address("Priya"))
        let link = try await season.link(to: "Quentin", in: "A seat for you")
        try await LiveServer.run(service: season.service) { server in
            let page = try await server.ask(link).text
            #expect(page.contains("A seat is yours if you say that you come by"))
            #expect(page.contains(">I come</button>") && page.contains(">I cannot come</button>"))
            let done = try await server.press(link, "yes").text
            #expect(done.contains("<bdi>You have a seat.") && !done.contains(">I come</button>"))
        }
        #expect(try await season.session(for: "Quentin").yours?.localConfirmBy == nil)
        #expect(try await season.standing(of: "Quentin") == .enrolled)
    }

    @Test("tells a stale page's reader what became of the seat meanwhile")
    func stale() async throws {
        let season = try await LinkedSeason()
        try await season.enroll("Priya", in: "nova-202701-w01-asia")
        let link = try await season.link(to: "Priya", in: "Enrolled")
        try await LiveServer.run(service: season.service) { server in
            _ = try await server.press(link, "no")
            #expect(try await server.ask(link).text.contains("1 seat is free. One is yours if you come."))
            try await season.enroll("Rosa", in: "nova-202701-w01-asia")
            #expect(try await server.press(link, "yes").text.contains("You are number 1 on the waiting list."))
        }
    }

    @Test("offers a mentor's turn to the others, one of whom takes it by theirs")
    func turn() async throws {
        let season = try await LinkedSeason()
        let session = try await season.session()
        let leader = session.mentor.name
        let others = season.mentors(besides: session)
        let link = try await season.link(to: leader, in: "You lead", after: "If you cannot lead it")
        try await LiveServer.run(service: season.service) { server in
            #expect(try await server.ask(link).text.contains("You lead it; 0 people have a seat. If you cannot,"))
            for _ in 1...3 {
                #expect(try await server.press(link, "no").text.contains("You have said that you cannot lead it."))
            }
            let taking = try await season.link(to: others[0], in: "Could you lead")
            #expect(try await season.mails(to: others[0]).filter { $0.subject.hasPrefix("Could you lead") }.count == 1)
            #expect(try await server.press(link, "yes").text.contains("You lead it; 0 people"))
            #expect(try await server.press(taking, "yes").status == 409)
            _ = try await server.press(link, "no")
            let again = try await season.link(to: others[0], in: "Could you lead")
            let page = try await server.ask(again).text
            #expect(page.contains("\(leader) cannot lead it and asks whether you would. You would lead"))
            for _ in 1...2 {
                #expect(try await server.press(again, "yes").text.contains("<strong>Done.</strong> <bdi>You lead it."))
            }
            #expect(try await season.session().mentor.name == others[0])
            // The one who gave it away has nothing to say any more, and the one who was slower neither.
            for (path, name) in [
                (link, leader), (try await season.link(to: others[1], in: "Could you lead"), others[1]),
            ] {
                let page = try await server.ask(path)
                #expect(page.status == 200 && page.text.contains("\(others[0]) leads this session"), "\(name)")
                #expect(!page.text.contains(#"name="answer""#))
                #expect(try await server.press(path, "yes").status == 409)
            }
        }
        #expect(try await season.session().mentor.name == others[0])
    }

    @Test("gives a turn back that is only planned")
    func givingBack() async throws {
        let season = try await LinkedSeason(announce: 1)
        let session = try await season.session(3)
        let (leader, taker) = (session.mentor.name, season.mentors(besides: session)[0])
        _ = try await season.service.ask(
            OfferSwap(session: session.code, to: LinkedSeason.address(taker)), as: LinkedSeason.address(leader))
        let link = try await season.link(to: taker, in: "Could you lead", week: 3)
        try await LiveServer.run(service: season.service) { server in
            let taken = try await server.press(link, "yes")
            #expect(taken.text.contains(">Give it back</button>"))
            #expect(try await season.session(3).mentor.name == taker)
            #expect(try await server.press(link, "no").text.contains("\(leader) leads this session"))
        }
        #expect(try await season.session(3).mentor.name == leader)
    }

    @Test("picks a review of those that everybody sees, and another one later")
    func pick() async throws {
        let season = try await LinkedSeason()
        let leader = try await season.session().mentor.name
        var ids: [Identifier<Review>] = []
        for (number, title) in [(1, "Fix <the> race"), (2, "Cut the log")] {
            ids.append(
                try await season.service.ask(
                    ProposeReview(
                        program: "nova", url: "https://review.opendev.org/c/nova/+/\(900_000 + number)", title: title),
                    as: LinkedSeason.address("Priya")
                ).id)
        }
        let link = try await season.link(to: leader, in: "You lead", after: "To see what is proposed")
        try await LiveServer.run(service: season.service) { server in
            let page = try await server.ask(link).text
            #expect(page.contains("It is about no change yet.") && page.contains("Pick “Fix &lt;the&gt; race”"))
            #expect(!page.contains("canary"))
            for id in ids {
                for _ in 1...2 { #expect(try await server.press(link, "\(id)").status == 200) }
                #expect(try await season.session().review?.id == id)
            }
            for answer in ["yes", "no", "999", "0", "-1", "01", "", "9223372036854775808"] {
                let refused = try await server.press(link, answer)
                #expect([400, 404].contains(refused.status), "\(answer): \(refused.status)")
            }
            #expect(try await season.session().review?.id == ids[1])
        }
    }

    @Test("keeps or takes a week of a duty")
    func week() async throws {
        let season = try await LinkedSeason()
        let turns = { () async throws -> DutyTurnView in
            try #require(try await season.service.ask(ListDuties(program: "nova")).first?.turns.first)
        }
        let turn = try await turns()
        let (has, other) = turn.volunteer.name == "Akira" ? ("Akira", "Mei") : ("Mei", "Akira")
        let link = try await season.link(to: has, in: "Your week: Nova · Bug triage, week 1")
        try await LiveServer.run(service: season.service) { server in
            #expect(try await server.ask(link).text.contains("This week is yours. If you cannot,"))
            for (answer, isOffered) in [("no", true), ("no", true), ("yes", false), ("yes", false), ("no", true)] {
                #expect(try await server.press(link, answer).status == 200)
                #expect(try await turns().isOffered == isOffered)
            }
            let taking = try await season.link(to: other, in: "Could you take")
            for _ in 1...2 { #expect(try await server.press(taking, "yes").text.contains("This week is yours.")) }
            #expect(try await server.press(link, "yes").status == 409)
        }
        #expect(try await turns().volunteer.name == other)
    }

    @Test("ends reminders by a mail program's click alone, and nothing else, until they are wanted again")
    func reminders() async throws {
        let season = try await LinkedSeason()
        try await season.enroll("Priya", in: "nova-202701-w01-asia")
        season.clock.move(to: try #require(Instant(rfc3339: "2027-01-04T08:30:00Z")))
        _ = try await season.service.doWhatIsDue()
        let mail = try #require(try await season.mails(to: "Priya").last)
        let head = mail.head.replacing("\r\n ", with: " ")
        let link = try #require(
            head.firstMatch(of: /List-Unsubscribe: <https:\/\/training.example.org(\/m\/[a-z2-7]{52})>/))
        let path = "\(link.output.1)"
        #expect(mail.links.contains(path))
        let wants = { try await season.wantsReminders("Priya") }
        try await LiveServer.run(service: season.service) { server in
            #expect(try await server.ask(path).text.contains("You are reminded of each session"))
            // What a scanner might send without knowing what it does.
            for body in ["", "List-Unsubscribe=Two-Clicks", "answer=", "a=b", "answer=maybe"] {
                #expect(try await server.post(path, body).status == 400, "\(body)")
            }
            #expect(try await wants())
            let boundary = "x29z"
            let multipart =
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--\(boundary)--\r\n"
            for (type, body) in [
                ("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"),
                ("multipart/form-data; boundary=\(boundary)", multipart),
            ] {
                for _ in 1...2 {
                    let done = try await server.post(path, body, [("Content-Type", type)])
                    #expect(done.status == 200 && done.text.contains("You get no reminders."), "\(type)")
                    #expect(try await !wants())
                }
                #expect(try await server.press(path, "yes").text.contains("You are reminded"))
                #expect(try await wants())
            }
            _ = try await server.press(path, "no")
            #expect(try await season.standing(of: "Priya") == .enrolled)
            // Of no other link does such a click do anything.
            let seat = try await season.link(to: "Priya", in: "Enrolled")
            #expect(try await server.post(seat, "List-Unsubscribe=One-Click").status == 400)
            #expect(try await season.standing(of: "Priya") == .enrolled)
        }
        season.clock.move(to: try #require(Instant(rfc3339: "2027-01-05T07:10:00Z")))
        let before = try await season.mails(to: "Priya").count
        _ = try await season.service.doWhatIsDue()
        #expect(try await season.mails(to: "Priya").count == before)
    }
}
