import CivilTime
import Foundation
import ICalendar
import Mail
import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

/// A program, a session led in Tokyo and a trainee in Kolkata.
struct Letterbox {
    var program: Program
    var session: Session
    var reader: Person
    let mailer: Mailer

    init() throws {
        let tokyo = try #require(TimeZoneID("Asia/Tokyo"))
        program = Program(
            name: "nova", title: "Nova core reviewer training", contact: try EmailAddress("nova-training@example.org"),
            location: "ircs://irc.oftc.net/openstack-nova-training",
            season: try Season(start: try #require(LocalDate(iso: "2027-01-04")), weeks: 26), cadence: .everyRegion,
            minutes: 60, capacity: 12, regions: [.asia, .europe, .americas], announceWeeks: 4)
        session = Session(
            code: SessionCode(program: "nova", season: "202701", week: 3, region: .asia), season: program.season.start,
            uid: "4f1d2c@meridian", status: .announced,
            mentor: Person(name: "Akira Sato", email: try EmailAddress("akira@canary.example"), zone: tokyo),
            slot: nil, zone: tokyo, localStart: try #require(LocalDateTime(iso: "2027-01-21T20:30")),
            start: try #require(Instant(rfc3339: "2027-01-21T11:30:00Z")), minutes: 60, capacity: 12,
            location: "ircs://irc.oftc.net/openstack-nova-training", sequence: 1,
            revised: try #require(Instant(rfc3339: "2026-12-01T10:00:00Z")))
        reader = Person(
            name: "Priya Raman", email: try EmailAddress("priya@example.net"),
            zone: try #require(TimeZoneID("Asia/Kolkata")))
        mailer = try Mailer(
            calendar: CalendarEncoder(zones: TimeZoneCatalog.shipped), zones: TimeZoneCatalog.shipped)
    }

    /// What the reader's calendar is told.
    func invitation(
        about occasion: Occasion = .enrolled, as role: Invitation.Role = .trainee, sequence: Int = 1,
        at stamp: String = "2026-12-02T09:00:00Z"
    ) throws -> Invitation {
        let isOver: Set<Occasion> = [.cancelled, .left, .unseated, .relieved]
        return Invitation(
            session: session.id, person: reader, role: role, method: isOver.contains(occasion) ? .cancel : .request,
            sequence: sequence, stamp: try #require(Instant(rfc3339: stamp)),
            participation: role == .mentor ? .needsAction : .accepted, localStart: session.localStart,
            zone: session.zone)
    }

    /// The mail that the reader gets.
    func mail(
        about occasion: Occasion = .enrolled, as role: Invitation.Role = .trainee, sequence: Int = 1,
        at stamp: String = "2026-12-02T09:00:00Z"
    ) throws -> OutboxMessage {
        let invitation = try invitation(about: occasion, as: role, sequence: sequence, at: stamp)
        return try mailer.message(
            .session(
                SessionNotice(invitation: invitation, session: session, program: program, occasion: occasion)))
    }
}

/// A directory that goes when the test ends.
final class TemporaryDirectory {
    let path = NSTemporaryDirectory() + "meridian-mail-" + UUID().uuidString

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false) }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// What a file in it holds.
    func content(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
    }

    /// Its files, by name.
    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

    /// Makes a shell script in it, and says where.
    func script(_ body: String) throws -> String {
        let file = "\(path)/sendmail"
        try "#!/bin/sh\n\(body)\n".write(toFile: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
        return file
    }
}

extension Mailer {
    /// The message of a notice on a server of which nobody knows where people reach it.
    func message(_ notice: Notice) throws -> OutboxMessage { try message(notice, with: .none) }
}
