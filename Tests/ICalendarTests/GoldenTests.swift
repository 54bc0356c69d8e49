import CivilTime
import ICalendar
import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

/// The bytes themselves, for eyes: what a reviewer of a change to the writer wants to see.
@Suite("golden files")
struct GoldenTests {
    @Test("a feed with one session in a zone with daylight saving time")
    func feed() throws {
        let session = try Fixture.session(region: .europe, zone: "Europe/Dublin", sequence: 2)
        #expect(try text(Fixture.encoder.feed(Fixture.feed([session]))) == Golden.feed)
    }

    @Test("a REQUEST to a trainee in a zone without daylight saving time")
    func request() throws {
        #expect(try message(.request) == Golden.request)
    }

    @Test("an update asks a mentor for an answer under the same UID and a greater SEQUENCE")
    func update() throws {
        let moved = try Fixture.session(at: "2027-01-22T18:30", sequence: 1, revised: "2027-01-11T08:00:00Z")
        let invitation = try Fixture.invitation(
            to: Fixture.mentor(), as: .mentor, .request, sequence: 1, participation: .needsAction)
        let bytes = try Fixture.encoder.message(for: invitation, to: moved, of: Fixture.program())
        #expect(try event(in: bytes) == Golden.update)
    }

    @Test("the time of a session that was agreed on another clock than its mentor's is not called the mentor's")
    func agreed() throws {
        var session = try Fixture.session()
        session.mentor = try Fixture.mentor("Zoe Braun", zone: "Europe/Berlin")
        let swapped = try text(Fixture.encoder.feed(Fixture.feed([session]))).replacing("\n ", with: "")
        #expect(swapped.contains(#"Mentor: Zoe Braun\nAgreed as: Thu 2027-01-21 17:00 Asia/Kolkata\, 60 minutes\n"#))
        #expect(!swapped.contains("Mentor's time"))
        // Of a mentor whom an organizer entered the clock that they were given counts.
        session.mentor.givenZone = session.zone
        let given = try text(Fixture.encoder.feed(Fixture.feed([session]))).replacing("\n ", with: "")
        #expect(given.contains("Mentor's time: Thu 2027-01-21 17:00 Asia/Kolkata"))
    }

    @Test("a CANCEL of the whole session says that it is cancelled and why")
    func cancelWhole() throws {
        let cancelled = try Fixture.session(
            status: .cancelled, sequence: 1, revised: "2027-01-11T08:00:00Z", cancellation: "the mentor is ill")
        let invitation = try Fixture.invitation(to: Fixture.trainee(), .cancel, sequence: 1)
        let bytes = try Fixture.encoder.message(for: invitation, to: cancelled, of: Fixture.program())
        #expect(try event(in: bytes) == Golden.cancelWhole)
    }

    @Test("a CANCEL for one person leaving has no STATUS")
    func cancelForOne() throws {
        let invitation = try Fixture.invitation(to: Fixture.trainee(), .cancel, sequence: 1)
        let bytes = try Fixture.encoder.message(for: invitation, to: Fixture.session(), of: Fixture.program())
        #expect(try event(in: bytes) == Golden.cancelForOne)
    }

    @Test("an event in Casablanca, where no simple VTIMEZONE is exact, is written in UTC")
    func utc() throws {
        let session = try Fixture.session(
            region: .europe, zone: "Africa/Casablanca", status: .tentative, location: "the library")
        let bytes = try Fixture.encoder.feed(Fixture.feed([session]))
        #expect(try event(in: bytes) == Golden.utc)
        #expect(try ParsedCalendar.read(bytes).children("VTIMEZONE").isEmpty)
    }

    private func message(_ method: Invitation.Method) throws -> String {
        let invitation = try Fixture.invitation(to: Fixture.trainee(), method)
        return try text(Fixture.encoder.message(for: invitation, to: Fixture.session(), of: Fixture.program()))
    }

    /// The lines from BEGIN:VEVENT to END:VEVENT.
    private func event(in bytes: [UInt8]) throws -> String {
        let lines = try text(bytes).split(separator: "\n")
        let first = try #require(lines.firstIndex(of: "BEGIN:VEVENT"))
        return lines[first...].dropLast().joined(separator: "\n")
    }

    /// The bytes, in which the lint finds nothing, as text with bare line feeds.
    ///
    /// A carriage return anywhere else stays and spoils the comparison.
    private func text(_ bytes: [UInt8]) throws -> String {
        #expect(try lint(bytes) == [])
        let text = String(decoding: bytes, as: UTF8.self)
        try #require(text.hasSuffix("END:VCALENDAR\r\n"))
        return text.split(separator: "\r\n").joined(separator: "\n")
    }
}
