import CivilTime
import ICalendar
import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

/// The calendar contract, checked on the output by a parser of our own.
@Suite("calendar rules")
struct CalendarRulesTests {
    private static let zones = [
        "Asia/Kolkata", "Europe/Dublin", "Africa/Casablanca", "America/Vancouver", "Antarctica/Troll",
        "Australia/Lord_Howe",
        "Pacific/Chatham", "Etc/UTC", "Europe/Kiev", "GMT", "Asia/Kathmandu", "America/New_York",
    ]

    private static func sessions() throws -> [Session] {
        try zones.enumerated().map { index, zone in
            try Fixture.session(week: index + 1, region: .asia, zone: zone, status: .announced)
        }
    }

    @Test("each TZID used has exactly one VTIMEZONE, none stands on a Z value, and none is UTC")
    func zoneIDs() throws {
        let bytes = try Fixture.encoder.feed(Fixture.feed(Self.sessions()))
        #expect(try lint(bytes) == [])
        let calendar = try ParsedCalendar.read(bytes)
        let times = calendar.children("VEVENT").flatMap { $0.all("DTSTART") + $0.all("DTEND") }
        #expect(times.count == 2 * Self.zones.count)
        #expect(times.allSatisfy { ($0.parameters["TZID"] == nil) == $0.value.hasSuffix("Z") })
        let used = Set(times.compactMap { $0.parameters["TZID"] })
        let defined = calendar.children("VTIMEZONE").compactMap { $0.first("TZID")?.value }
        #expect(defined == used.sorted())
        let inUTC: Set = ["Africa/Casablanca", "America/Vancouver", "Etc/UTC", "GMT"]
        #expect(used == Set(Self.zones).subtracting(inUTC))
    }

    @Test(
        "a VTIMEZONE has at most one STANDARD and one DAYLIGHT with one yearly rule each, the larger offset in DAYLIGHT"
    )
    func timeZones() throws {
        let calendar = try ParsedCalendar.read(Fixture.encoder.feed(Fixture.feed(Self.sessions())))
        #expect(calendar.children("VTIMEZONE").count == 8)
        for zone in calendar.children("VTIMEZONE") {
            let standard = zone.children("STANDARD")
            let daylight = zone.children("DAYLIGHT")
            #expect(
                standard.count == 1 && daylight.count <= 1 && zone.children.count == standard.count + daylight.count)
            for observance in zone.children {
                #expect(observance.all("RRULE").count == daylight.count)
                #expect(observance.all("RDATE").isEmpty)
                #expect(
                    observance.all("RRULE").allSatisfy {
                        $0.value.hasPrefix("FREQ=YEARLY;BY") && !$0.value.contains("UNTIL")
                    })
                #expect(observance.first("DTSTART")?.parameters == [:])
            }
            for observance in daylight {
                let offset = try seconds(observance.first("TZOFFSETTO"))
                #expect(try offset > seconds(observance.first("TZOFFSETFROM")))
            }
        }
    }

    @Test("a feed has no METHOD and no UID of its own, and says what it is")
    func feedProperties() throws {
        let calendar = try ParsedCalendar.read(Fixture.encoder.feed(Fixture.feed(Self.sessions())))
        #expect(calendar.all("METHOD").isEmpty && calendar.all("UID").isEmpty)
        #expect(calendar.first("VERSION")?.value == "2.0" && calendar.first("CALSCALE")?.value == "GREGORIAN")
        #expect(calendar.all("PRODID").count == 1)
        #expect(calendar.first("NAME")?.text == "Nova core reviewer training")
        #expect(calendar.first("X-WR-CALNAME")?.text == "Nova core reviewer training")
        #expect(calendar.first("DESCRIPTION")?.text == "Review training sessions of Nova")
        #expect(calendar.first("REFRESH-INTERVAL")?.parameters == ["VALUE": "DURATION"])
        #expect(
            calendar.first("REFRESH-INTERVAL")?.value == "PT1H" && calendar.first("X-PUBLISHED-TTL")?.value == "PT1H")
        #expect(calendar.first("SOURCE")?.value == "https://meridian.example/nova.ics")
        #expect(calendar.first("URL")?.value == "https://meridian.example/nova")
        #expect(calendar.first("COLOR")?.value == "teal")
        for event in calendar.children("VEVENT") {
            for name in ["UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "STATUS", "DTSTART", "DTEND", "SUMMARY"] {
                #expect(event.all(name).count == 1, "\(name)")
            }
            #expect(event.first("DTSTAMP")?.value == event.first("LAST-MODIFIED")?.value)
            #expect(event.all("ORGANIZER").isEmpty && event.all("ATTENDEE").isEmpty && event.all("DURATION").isEmpty)
        }
    }

    @Test(
        "a cancelled session stays in the feed for 60 days, then goes",
        arguments: [("2027-03-02T08:00:00Z", 1), ("2027-03-02T08:00:01Z", 0), ("2027-01-01T08:00:00Z", 1)])
    func tombstones(asOf: String, expected: Int) throws {
        let cancelled = try Fixture.session(status: .cancelled, revised: "2027-01-01T08:00:00Z")
        let others = try [
            Fixture.session(week: 4, status: .held),
            Fixture.session(week: 25, at: "2027-06-24T17:00", status: .tentative),
        ]
        let calendar = try ParsedCalendar.read(Fixture.encoder.feed(Fixture.feed([cancelled] + others, asOf: asOf)))
        let states = calendar.children("VEVENT").compactMap { $0.first("STATUS")?.value }.sorted()
        #expect(states == Array(repeating: "CANCELLED", count: expected) + ["CONFIRMED", "TENTATIVE"])
    }

    @Test("what was never announced is cancelled from its hour on, by a revision of its own, and goes as others do")
    func missed() throws {
        let session = try Fixture.session(status: .tentative, revised: "2027-01-01T08:00:00Z")
        let start = session.start
        func events(_ asOf: Instant) throws -> [String] {
            let feed = try Fixture.feed([session], asOf: asOf.rfc3339)
            let bytes = try Fixture.encoder.feed(feed)
            let events = try ParsedCalendar.read(bytes).children("VEVENT")
            // A calendar without any is none, by RFC 5545 §3.6.
            #expect(try events.isEmpty || lint(bytes) == [])
            return events.map { event in
                ["STATUS", "SEQUENCE", "LAST-MODIFIED", "DTSTAMP"].compactMap { event.first($0)?.value }
                    .joined(separator: " ")
            }
        }
        let before = start.adding(seconds: -1)
        #expect(try Fixture.feed([session], asOf: before.rfc3339).goodUntil == start)
        #expect(try events(before) == ["TENTATIVE \(session.sequence) 20270101T080000Z 20270101T080000Z"])
        let stamp = start.rfc3339.replacing("-", with: "").replacing(":", with: "")
        #expect(try events(start) == ["CANCELLED \(session.sequence + 1) \(stamp) \(stamp)"])
        #expect(try Fixture.feed([session], asOf: start.rfc3339).revised == start)
        #expect(try events(start.adding(seconds: 60 * 86_400)).count == 1)
        #expect(try events(start.adding(seconds: 60 * 86_400 + 1)).isEmpty)
    }

    @Test("events come by start, then code, whatever the order in which they were given")
    func order() throws {
        let late = try Fixture.session(week: 4, at: "2027-01-28T17:00")
        let early = try Fixture.session(week: 3, region: .europe)
        let same = try Fixture.session(week: 3, region: .asia)
        let bytes = try Fixture.encoder.feed(Fixture.feed([late, early, same]))
        #expect(try Fixture.encoder.feed(Fixture.feed([same, late, early])) == bytes)
        let uids = try ParsedCalendar.read(bytes).children("VEVENT").compactMap { $0.first("UID")?.text }
        #expect(uids == [same.uid, early.uid, late.uid])
    }

    @Test("an invitation holds nobody's address but the contact's and the addressee's")
    func addresses() throws {
        let invitation = try Fixture.invitation(to: Fixture.trainee(), .request, participation: .needsAction)
        let bytes = try Fixture.encoder.message(for: invitation, to: Fixture.session(), of: Fixture.program())
        let calendar = try ParsedCalendar.read(bytes)
        let event = try #require(calendar.children("VEVENT").first)
        #expect(calendar.all("METHOD").map(\.value) == ["REQUEST"])
        #expect(event.all("ORGANIZER").map(\.value) == ["mailto:\(Fixture.contact)"])
        #expect(event.all("ATTENDEE").map(\.value) == ["mailto:\(Fixture.traineeAddress)"])
        #expect(event.first("ATTENDEE")?.parameters["PARTSTAT"] == "NEEDS-ACTION")
        #expect(event.first("ATTENDEE")?.parameters["RSVP"] == "TRUE")
        #expect(!String(decoding: bytes, as: UTF8.self).contains("secret.example"))
        let feed = try Fixture.encoder.feed(Fixture.feed(Self.sessions()))
        #expect(!String(decoding: feed, as: UTF8.self).contains("mailto:"))
        #expect(!String(decoding: feed, as: UTF8.self).contains("secret.example"))
    }

    @Test("a time that the clocks skip is moved, and one that they show twice is written in UTC")
    func edges() throws {
        let gap = try Fixture.session(week: 12, zone: "Europe/Warsaw", at: "2027-03-28T02:30")
        let overlap = try Fixture.session(week: 43, zone: "Europe/Warsaw", at: "2027-10-31T02:30")
        let endsTwice = try Fixture.session(week: 44, zone: "Europe/Warsaw", at: "2027-10-31T01:30")
        let bytes = try Fixture.encoder.feed(Fixture.feed([gap, overlap, endsTwice]))
        let calendar = try ParsedCalendar.read(bytes)
        let starts = calendar.children("VEVENT").compactMap { $0.first("DTSTART")?.value }
        #expect(starts == ["20270328T033000", "20271030T233000Z", "20271031T003000Z"])
        #expect(try lint(bytes) == [])
    }

    @Test("a colour that is not one of CSS3 is refused")
    func color() throws {
        #expect(throws: BadInput.self) { try Fixture.encoder.feed(Fixture.feed([], color: "#008080")) }
    }

    private func seconds(_ offset: ParsedProperty?) throws -> Int {
        let digits = try #require(offset).value
        let number = try #require(Int(digits.dropFirst()))
        return (digits.hasPrefix("-") ? -1 : 1) * (number / 100 * 3600 + number % 100 * 60)
    }
}
