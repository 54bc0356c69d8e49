package import CivilTime
import ICalendar
import Mentoring
import MentoringAPI
package import MentoringService
import Persistence
import TestSupport
import TimeZoneCatalog

/// A program with a session in each region in week 1 and one in week 2, looked at on New Year's Day of 2027.
package struct Season2027: Sendable {
    let title: String
    let mentor: String
    let revised: String

    package init(
        title: String = "Nova core reviewer training", mentor: String = "Akira Sato",
        revised: String = "2026-12-01T10:00:00Z"
    ) {
        self.title = title
        self.mentor = mentor
        self.revised = revised
    }

    /// A service with this database.
    package func service() async throws -> TrainingService {
        let store = try SQLiteStore.inMemory()
        try await write(to: store)
        return try Self.service(on: store)
    }

    /// Writes the season into a new database.
    package func write(to store: some Store) async throws {
        let zones = TimeZoneCatalog.shipped
        let program = Program(
            name: "nova", title: title, contact: try EmailAddress("nova-training@example.org"),
            location: "ircs://irc.oftc.net/nova",
            season: try Season(start: try present(LocalDate(iso: "2027-01-04")), weeks: 26), cadence: .everyRegion,
            minutes: 60, capacity: 2, regions: [.asia, .europe, .americas], announceWeeks: 4)
        let sessions = try [
            (1, Region.asia, "Asia/Tokyo", "2027-01-05T17:00", Session.Status.announced),
            (1, .europe, "Europe/Berlin", "2027-01-06T18:00", .cancelled),
            (1, .americas, "America/New_York", "2027-01-07T12:00", .tentative),
            (2, .asia, "Asia/Tokyo", "2027-01-12T17:00", .announced),
        ].map { week, region, zoneName, local, status in
            try session(week, region, zoneName, local, status, zones)
        }
        try await store.write { transaction in
            try transaction.save(program)
            for (person, session) in sessions {
                var session = session
                session.mentor = try transaction.person(person.email) ?? transaction.add(person)
                session = try transaction.add(session)
                guard session.code.week == 1, session.code.region == .asia else { continue }
                let trainee = try transaction.add(
                    Person(name: "Priya", email: EmailAddress("priya@canary.example"), zone: session.zone))
                _ = try transaction.add(
                    Enrollment(session: session.id, person: trainee, seat: 1, since: session.revised))
            }
        }
    }

    /// A service with any database, on New Year's Day.
    package static func service(on store: some Store) throws -> TrainingService {
        service(
            on: store, secrets: KeyFile(beside: nil),
            clock: FixedInstantSource(try present(Instant(rfc3339: "2027-01-01T00:00:00Z"))))
    }

    /// The same with secrets and a clock of one's own.
    package static func service(
        on store: some Store, secrets: any Secrets, clock: any InstantSource,
        correspondence: (any Correspondence)? = nil
    ) -> TrainingService {
        TrainingService(
            store: store, zones: .shipped, clock: clock,
            recurrence: RecurrenceExpander(), correspondence: correspondence ?? EmptyLetters(), secrets: secrets)
    }

    private func session(
        _ week: Int, _ region: Region, _ zoneName: String, _ local: String, _ status: Session.Status,
        _ zones: TimeZoneCatalog
    ) throws -> (Person, Session) {
        let rules = try zones.rules(named: zoneName)
        let localStart = try present(LocalDateTime(iso: local))
        let person = Person(
            name: mentor, email: try EmailAddress("mentor-\(region.rawValue)@canary.example"), zone: rules.id)
        let code = SessionCode(program: "nova", season: "202701", week: week, region: region)
        return (
            person,
            Session(
                code: code, season: try present(LocalDate(iso: "2027-01-04")), uid: "\(code)@test", status: status,
                mentor: person, slot: nil, zone: rules.id, localStart: localStart,
                start: rules.resolve(localStart).instant, minutes: 60, capacity: 2,
                location: "ircs://irc.oftc.net/nova", revised: try present(Instant(rfc3339: revised)))
        )
    }
}

extension TrainingService {
    /// The secrets that were mailed to those who signed up; the fixture's mails have them as their subject.
    package func mailedSecrets() async throws -> [String] {
        try await ask(ListOutbox()).map(\.subject).filter { $0.utf8.count == 52 }
    }

    /// The codes and links by which people sign in, in the order in which they were mailed.
    package func mailedSignIns() async throws -> [(to: String, code: String, link: String)] {
        try await ask(ListOutbox()).compactMap { mail in
            let words = mail.subject.split(separator: " ").map(String.init)
            return words.first == "sign-in" ? (mail.to.description, words[1], words[2]) : nil
        }
    }

    /// The secrets that were mailed to those who move to another address, the last of each purpose.
    package func mailedMoves() async throws -> [String: String] {
        let subjects = try await ask(ListOutbox()).map { $0.subject.split(separator: " ").map(String.init) }
        return Dictionary(
            subjects.filter { $0.count == 2 && $0[1].utf8.count == 52 }.map { ($0[0], $0[1]) },
            uniquingKeysWith: { $1 })
    }
}

/// It writes empty mails.
private struct EmptyLetters: Correspondence {
    func message(_ notice: Notice, with links: MailLinks) throws -> OutboxMessage {
        let subject =
            switch notice {
            case .session(let notice): notice.occasion.rawValue
            case .duty(let notice): notice.occasion.rawValue
            case .confirmation(let request): request.secret
            case .signIn(let letter): "sign-in \(letter.code) \(letter.secret)"
            case .letter: "letter"
            case .joining(let letter): "\(letter.occasion)"
            case .token: "token"
            case .asking: "asking"
            case .forwarded: "forwarded"
            case .reply: "reply"
            case .moving(let letter): "\(letter.purpose) \(letter.secret)"
            }
        return OutboxMessage(recipient: notice.reader, subject: subject, bytes: [], created: notice.date)
    }
}
