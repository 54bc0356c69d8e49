import CivilTime
import Foundation
import ICalendar
import Mail
import Mentoring
import MentoringAPI
import MentoringService
import NIOHTTP1
import Persistence
import TestSupport
import TimeZoneCatalog
import WebServerFixture

/// A season whose mails are the real ones, on a server whose address is known: three mentors, one seat in each session, and a duty.
struct LinkedSeason {
    /// A mail in the outbox, read as its recipient does.
    struct Mail {
        let subject: String
        let head: String
        let text: String
        /// The paths of the links in it that are its reader's alone.
        let links: [String]
    }

    let store: SQLiteStore
    let service: TrainingService
    let clock = HandClock(Instant(secondsSinceEpoch: 1_798_761_600))

    /// On New Year's Day of 2027; the sessions are on Tuesdays and Thursdays from the 5th.
    init(announce: Int = 2, slots: String = "Tue 17:00") async throws {
        store = try SQLiteStore.inMemory()
        service = Season2027.service(
            on: store, secrets: KeyFile(beside: nil), clock: clock,
            correspondence: try Mailer(calendar: CalendarEncoder(zones: .shipped), zones: .shipped))
        try await service.keepPublicAddress(FeedAddresses(base: "https://training.example.org"))
        let mentors = ["Akira", "Mei", "Sora"].map { name in
            "  - { name: \(name), email: \(name.lowercased())@canary.example, zone: Asia/Tokyo, min-gap-weeks: 1, "
                + "max-per-month: 5, slots: [{ every: \"\(slots)\" }] }"
        }
        let file = """
            program: nova
            title: Nova
            contact: contact@example.org
            location: ircs://irc.example.org/nova
            season: { start: 2027-01-04, weeks: 4 }
            session: { minutes: 60, capacity: 1 }
            regions: [asia]
            announce-weeks: \(announce)
            join: open
            reviews: { pick-days: 2, proposals: open }
            duties: [{ name: triage, title: Bug triage, volunteers: [akira@canary.example, mei@canary.example] }]
            mentors:
            \(mentors.joined(separator: "\n"))
            """
        _ = try await Client.near(season: service).ask(ApplyProgram(text: file))
        _ = try await service.plan("nova", publish: true)
        for name in ["Priya", "Quentin", "Rosa"] {
            _ = try await service.ask(
                JoinProgram(program: "nova", name: name, email: Self.address(name), zone: "Asia/Kolkata"))
        }
    }

    static func address(_ name: String) throws -> EmailAddress {
        try EmailAddress("\(name.lowercased())@canary.example")
    }

    func enroll(_ name: String, in session: String) async throws {
        _ = try await service.ask(Enroll(session: session), as: Self.address(name))
    }

    /// The session of a week, as somebody sees it.
    func session(_ week: Int = 1, for name: String? = nil) async throws -> SessionView {
        let viewer = try name.map { Viewer(email: try Self.address($0)) } ?? Viewer()
        return try await service.session("nova-202701-w0\(week)-asia", for: viewer)
    }

    func standing(of name: String, in week: Int = 1) async throws -> SessionView.Yours.Standing? {
        try await session(week, for: name).yours?.enrollment
    }

    func wantsReminders(_ name: String) async throws -> Bool {
        let address = try Self.address(name)
        return try await store.read { transaction in
            guard let person = try transaction.person(address) else { throw CancellationError() }
            return try transaction.wantsReminders(person.id)
        }
    }

    /// Another mentor than who leads the session of a week.
    func mentors(besides session: SessionView) -> [String] {
        ["Akira", "Mei", "Sora"].filter { $0 != session.mentor.name }
    }

    /// The mails to somebody, oldest first.
    func mails(to name: String) async throws -> [Mail] {
        let address = try Self.address(name)
        return try await store.read { try $0.outbox([.pending]) }.filter { $0.recipient == address }.map { message in
            let source = String(decoding: message.bytes, as: UTF8.self)
            let parts = source.components(separatedBy: "Content-Transfer-Encoding: base64").dropFirst()
            let texts = parts.compactMap { part -> String? in
                let body = part.components(separatedBy: "\r\n\r\n").dropFirst().first ?? ""
                let base64 = body.components(separatedBy: "\r\n--")[0].filter { !$0.isWhitespace }
                return Data(base64Encoded: base64).map { String(decoding: $0, as: UTF8.self) }
            }
            let text = texts.first ?? ""
            return Mail(
                subject: message.subject, head: source.components(separatedBy: "\r\n\r\n")[0], text: text,
                links: text.matches(of: /https:\/\/training\.example\.org(\/m\/[a-z2-7]{52})/).map { "\($0.output.1)" })
        }
    }

    /// The link in somebody's last mail about a week whose subject begins so, that stands below a line with these words.
    func link(to name: String, in subject: String, week: Int = 1, after words: String = "") async throws -> String {
        let mail = try await mails(to: name).last {
            $0.subject.hasPrefix(subject) && $0.subject.contains("week \(week) ")
        }
        let text = try present(mail).text
        let rest = words.isEmpty ? text[...] : text[try present(text.firstRange(of: words)?.upperBound)...]
        return "/m/" + (try present(rest.firstMatch(of: /\/m\/([a-z2-7]{52})/)).output.1)
    }

    private func present<T>(_ value: T?) throws -> T {
        guard let value else { throw CancellationError() }
        return value
    }
}

extension LiveServer {
    /// Presses a button of a page behind a link.
    func press(_ path: String, _ answer: String?, _ headers: [(String, String)] = []) async throws -> Answer {
        try await post(path, answer.map { "answer=\($0)" } ?? "", headers)
    }

    func post(_ path: String, _ body: String, _ headers: [(String, String)] = []) async throws -> Answer {
        let form =
            headers.contains { $0.0 == "Content-Type" }
            ? [] : [("Content-Type", "application/x-www-form-urlencoded")]
        return try await ask(path, method: .POST, headers: form + headers, body: Array(body.utf8))
    }
}
