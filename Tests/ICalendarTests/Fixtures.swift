import CivilTime
import ICalendar
import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

/// The cast of the tests: project Nova, its mentor in Kolkata and a trainee in Warsaw.
enum Fixture {
    static let zones = TimeZoneCatalog.shipped
    static let encoder = CalendarEncoder(zones: zones)
    static let contact = "training@nova.example"
    static let mentorAddress = "priya@secret.example"
    static let traineeAddress = "ola@hidden.example"

    static func program(title: String = "Nova core reviewer training") throws -> Program {
        Program(
            name: "nova", title: title, contact: try EmailAddress(contact), location: "irc://irc.oftc.net/nova",
            season: try Season(start: try date("2027-01-04"), weeks: 26), cadence: .everyRegion, minutes: 60,
            capacity: 8,
            regions: Region.allCases, announceWeeks: 4)
    }

    static func person(_ name: String, _ address: String, zone: String) throws -> Person {
        Person(id: Identifier(1), name: name, email: try EmailAddress(address), zone: try zones.zone(named: zone))
    }

    static func mentor(_ name: String = "Priya Sharma", zone: String = "Asia/Kolkata") throws -> Person {
        try person(name, mentorAddress, zone: zone)
    }

    static func trainee(_ name: String = "Ola Nowak") throws -> Person {
        try person(name, traineeAddress, zone: "Europe/Warsaw")
    }

    static func session(
        week: Int = 3, region: Region = .asia, zone: String = "Asia/Kolkata", at local: String = "2027-01-21T17:00",
        status: Session.Status = .announced, mentor: String = "Priya Sharma",
        location: String = "irc://irc.oftc.net/nova",
        minutes: Int = 60, sequence: Int = 0, revised: String = "2026-12-01T09:00:00Z", cancellation: String? = nil
    ) throws -> Session {
        let mentor = try Self.mentor(mentor, zone: zone)
        let zone = try zones.zone(named: zone)
        let localStart = try #require(LocalDateTime(iso: local))
        return Session(
            id: Identifier(7), code: SessionCode(program: "nova", season: "202701", week: week, region: region),
            season: try date("2027-01-04"), uid: "5f0c2d9e-\(week)-\(region.rawValue)@meridian", status: status,
            mentor: mentor, slot: nil, zone: zone, localStart: localStart,
            start: try zones.rules(for: zone).resolve(localStart).instant, minutes: minutes, capacity: 8,
            location: location, sequence: sequence, revised: try instant(revised), cancellation: cancellation)
    }

    static func feed(_ sessions: [Session], color: String? = "teal", asOf: String = "2027-01-10T00:00:00Z") throws
        -> CalendarFeed
    {
        let program = try program()
        return CalendarFeed(
            name: program.title, description: "Review training sessions of Nova", url: "https://meridian.example/nova",
            source: "https://meridian.example/nova.ics", color: color,
            events: sessions.map { FeedEvent($0, of: program) },
            asOf: try instant(asOf))
    }

    static func invitation(
        to person: Person, as role: Invitation.Role = .trainee, _ method: Invitation.Method, sequence: Int = 0,
        stamp: String = "2027-01-11T08:00:00Z", participation: ParticipationStatus = .accepted
    ) throws -> Invitation {
        Invitation(
            session: Identifier(7), person: person, role: role, method: method, sequence: sequence,
            stamp: try instant(stamp), participation: participation,
            localStart: try #require(LocalDateTime(iso: "2027-01-19T17:00")), zone: person.zone)
    }

    static func instant(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }
    static func date(_ text: String) throws -> LocalDate { try #require(LocalDate(iso: text)) }
}
