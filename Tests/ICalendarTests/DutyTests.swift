import CivilTime
import ICalendar
import Mentoring
import MentoringAPI
import MentoringService
import Testing
import TimeZoneCatalog

@Suite("a week of a duty in calendars")
struct DutyTests {
    private let duty = Duty(name: "triage", title: "Bug triage", link: "https://bugs.example.org/nova?status=new")

    @Test("lasts the whole week in a feed, and makes nobody busy; a feed of duties alone has no VTIMEZONE")
    func feed() throws {
        var feed = try Fixture.feed([])
        feed.duties = [DutyTurnInFeed(try week(), of: duty, in: try Fixture.program(), isOwn: false)]
        let bytes = try Fixture.encoder.feed(feed)
        #expect(try lint(bytes) == [])
        #expect(try event(in: bytes) == Self.inFeed)
        #expect(try ParsedCalendar.read(bytes).children("VTIMEZONE").isEmpty)
        #expect(try feed.revised == Fixture.instant("2026-12-01T09:00:00Z"))
    }

    @Test("stands after the sessions by Monday, and says so in its owner's own feed")
    func own() throws {
        var feed = try Fixture.feed([Fixture.session(at: "2027-06-21T17:00")])
        let weeks = try [week(9), week(2, status: .tentative)]
        feed.duties = try weeks.map { DutyTurnInFeed($0, of: duty, in: try Fixture.program(), isOwn: true) }
        let bytes = try Fixture.encoder.feed(feed)
        #expect(try lint(bytes) == [])
        let events = try ParsedCalendar.read(bytes).children("VEVENT")
        #expect(
            events.dropFirst().map { $0.first("SUMMARY")?.text } == [
                "Your week: Bug triage, week 2 · Nova core reviewer training",
                "Your week: Bug triage, week 9 · Nova core reviewer training",
            ])
        #expect(events.map { $0.first("STATUS")?.value } == ["CONFIRMED", "TENTATIVE", "CONFIRMED"])
    }

    @Test("stays cancelled in a feed for sixty days")
    func cancelled() throws {
        var feed = try Fixture.feed([], asOf: "2027-01-30T09:00:00Z")
        let week = try week(status: .cancelled, sequence: 1)
        feed.duties = [DutyTurnInFeed(week, of: duty, in: try Fixture.program(), isOwn: false)]
        #expect(try ParsedCalendar.read(Fixture.encoder.feed(feed)).children("VEVENT").count == 1)
        let end = try #require(feed.goodUntil)
        #expect(end == (try Fixture.instant("2027-01-30T09:00:01Z")))
        feed.asOf = end
        #expect(try ParsedCalendar.read(Fixture.encoder.feed(feed)).children("VEVENT").isEmpty)
        #expect(feed.goodUntil == nil)
    }

    @Test("that passed without being announced is cancelled in a feed from its end on")
    func missed() throws {
        let week = try week(status: .tentative)
        var feed = try Fixture.feed([], asOf: "2027-01-02T09:00:00Z")
        feed.duties = [DutyTurnInFeed(week, of: duty, in: try Fixture.program(), isOwn: false)]
        let end = try #require(feed.goodUntil)
        for (asOf, status) in [(end.adding(seconds: -1), "TENTATIVE"), (end, "CANCELLED")] {
            feed.asOf = asOf
            let events = try ParsedCalendar.read(Fixture.encoder.feed(feed)).children("VEVENT")
            #expect(events.map { $0.first("STATUS")?.value } == [status])
            #expect(events.map { $0.first("SEQUENCE")?.value } == [status == "TENTATIVE" ? "0" : "1"])
        }
    }

    @Test("is given, given to somebody else, given back and cancelled by messages in which the lint finds nothing")
    func messages() throws {
        let turns = try [
            week(), week(sequence: 1, "02"), week(sequence: 2, "03"), week(status: .cancelled, sequence: 3, "04"),
        ]
        let occasions: [DutyNotice.Occasion] = [.entrusted, .relieved, .entrusted, .cancelled]
        let messages = try zip(turns, occasions).map { turn, occasion in
            try #require(
                try Fixture.encoder.message(
                    for: DutyNotice(
                        person: Fixture.trainee(), turn: turn, duty: duty, program: Fixture.program(),
                        occasion: occasion,
                        date: turn.revised)))
        }
        #expect(try lint(messages[0], messages[1], messages[2], messages[3]) == [])
        let events = try messages.map { try #require(try ParsedCalendar.read($0).children("VEVENT").first) }
        #expect(events.map { $0.first("STATUS")?.value } == ["CONFIRMED", nil, "CONFIRMED", "CANCELLED"])
        let asked = try DutyNotice(
            person: Fixture.trainee(), turn: turns[0], duty: duty, program: Fixture.program(), occasion: .offered,
            date: turns[0].revised)
        #expect(try Fixture.encoder.message(for: asked) == nil)
        for message in messages {
            let text = String(decoding: message, as: UTF8.self).replacing("\r\n ", with: "")
            #expect(!text.contains(Fixture.mentorAddress))
            #expect(text.contains("mailto:\(Fixture.traineeAddress)") && text.contains("mailto:\(Fixture.contact)"))
        }
    }

    @Test("is answered to the address that was made for it, where there is one")
    func answerAddress() throws {
        for (token, address) in [(nil, Fixture.contact), ("abcdefghijklmnopqrstuvwxyz", nil)] as [(String?, String?)] {
            let notice = try DutyNotice(
                person: Fixture.trainee(), turn: week(), duty: duty, program: Fixture.program(), occasion: .entrusted,
                date: Fixture.instant("2026-12-01T09:00:00Z"), token: token)
            let message = try #require(try Fixture.encoder.message(for: notice))
            #expect(try lint(message) == [])
            let text = String(decoding: message, as: UTF8.self).replacing("\r\n ", with: "")
            let expected = try address ?? ReplyAddress.of(EmailAddress(Fixture.contact), token: token).description
            #expect(text.contains("ORGANIZER;CN=Nova core reviewer training:mailto:\(expected)\r\n"), "\(text)")
        }
    }

    private func week(
        _ number: Int = 3, status: Session.Status = .announced, sequence: Int = 0, _ day: String = "01"
    ) throws -> DutyTurn {
        DutyTurn(
            code: DutyCode(program: "nova", season: "202701", week: number, duty: "triage"),
            season: try Fixture.date("2027-01-04"),
            uid: "77aa-\(number)@meridian", status: status, person: try Fixture.mentor(), sequence: sequence,
            revised: try Fixture.instant("2026-12-\(day)T09:00:00Z"))
    }

    private func event(in bytes: [UInt8]) throws -> String {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
        let first = try #require(lines.firstIndex(of: "BEGIN:VEVENT"))
        return lines[first...].dropLast().joined(separator: "\n")
    }

    private static let inFeed = #"""
        BEGIN:VEVENT
        UID:77aa-3@meridian
        DTSTAMP:20261201T090000Z
        LAST-MODIFIED:20261201T090000Z
        SEQUENCE:0
        STATUS:CONFIRMED
        DTSTART;VALUE=DATE:20270118
        DTEND;VALUE=DATE:20270125
        TRANSP:TRANSPARENT
        CATEGORIES:Duty
        SUMMARY:Bug triage\, week 3 · Nova core reviewer training
        DESCRIPTION:Volunteer: Priya Sharma\nWhere: https://bugs.example.org/nova?s
         tatus=new\nCode: nova-202701-w03-triage
        URL:https://bugs.example.org/nova?status=new
        END:VEVENT
        """#
}
