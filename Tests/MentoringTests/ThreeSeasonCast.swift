import CivilTime
import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog

/// A program and its people from October 2026 to June 2027: three seasons, each with a rhythm of its own.
struct ThreeSeasons {
    let fixture: Fixture
    /// What was seen on the way.
    private(set) var diary = Diary()
    private(set) var today: LocalDate

    /// Every other week; week 9 is the 53rd of 2026, from 28 December to 3 January.
    static let a = "{ name: a, start: 2026-11-02, weeks: 14, meets: every-2-weeks, when-frozen: postpone }"
    /// Every week, over the changes of the clocks in spring.
    static let b = "{ name: b, start: 2027-02-08, weeks: 8 }"
    /// The weeks of the month's second and fourth Tuesday.
    static let c =
        "{ name: c, start: 2027-04-12, weeks: 10, meets: { weeks-of-month: [2, 4], of: tue }, session: { capacity: 3 } }"

    /// The program's file, in which Akira has one address or the next.
    static func file(_ seasons: [String], akira: String = "email: akira@example.org") -> String {
        func mentor(_ name: String, _ email: String, _ zone: String, _ slot: String, weight: Int = 1) -> String {
            "  - { name: \(name), \(email), zone: \(zone), weight: \(weight), min-gap-weeks: 1, max-per-month: 5, "
                + "slots: [{ every: \"\(slot)\" }] }"
        }
        let mentors = [
            mentor("Akira", akira, "Asia/Tokyo", "Tue 17:00"),
            mentor("Mei", "email: mei@example.org", "Asia/Shanghai", "Wed 18:00"),
            mentor("Zoe", "email: zoe@example.org", "Europe/Berlin", "Wed 17:00"),
            mentor("Lars", "email: lars@example.org", "Europe/Berlin", "Thu 15:00", weight: 2),
            mentor("Joao", "email: joao@example.org", "America/Sao_Paulo", "Thu 14:00"),
            mentor("Nia", "email: nia@example.org", "America/New_York", "Tue 12:00"),
        ]
        let volunteers = ["kim", "tom"].map { "{ name: \($0), email: \($0)@example.org, zone: Etc/UTC }" }
        return """
            program: nova
            title: Nova
            contact: contact@example.org
            location: ircs://irc.example.org/nova
            seasons: [\(seasons.joined(separator: ", "))]
            cadence: every-region
            session: { minutes: 60, capacity: 4 }
            regions: [asia, europe, americas]
            announce-weeks: 4
            freezes:
              - { from: 2026-11-30, to: 2026-12-06, reason: Thanksgiving, regions: [americas] }
            mentors:
            \(mentors.joined(separator: "\n"))
            duties:
              - name: triage
                title: Bug triage
                volunteers: [\(volunteers.joined(separator: ", "))]
            """
    }

    /// The first season published, three weeks before it begins.
    init() async throws {
        today = try day("2026-10-12")
        fixture = try await Fixture.with(Self.file([Self.a]), now: "2026-10-12T09:00:00Z")
        try await publish("a")
    }

    static func email(_ name: String) throws -> EmailAddress { try EmailAddress("\(name)@example.org") }

    func sessions(_ season: String? = nil) async throws -> [SessionView] {
        let all = try await fixture.service.ask(ListSeasons(program: "nova")).map(\.season)
        var sessions: [SessionView] = []
        for name in all where season == nil || season == name {
            sessions += try await fixture.service.sessions(of: "nova", upcoming: false, season: name, for: Viewer())
        }
        return sessions
    }

    /// The weeks in which a region meets in a season.
    func weeks(of region: Region, in season: String) async throws -> [Int] {
        try await sessions(season).filter { $0.region == region && $0.status != .cancelled }.map(\.week).sorted()
    }

    /// What somebody leads from now on that was announced.
    func announced(_ mentor: String) async throws -> [SessionView] {
        let now = fixture.clock.now()
        return try await sessions().filter { $0.mentor.name == mentor && $0.status == .announced && $0.start > now }
    }

    @discardableResult
    mutating func publish(_ season: String, changes: Int? = 0) async throws -> PlanView {
        let plan = try await fixture.service.plan("nova", publish: true, changes: changes, season: season)
        try await look()
        return plan
    }

    mutating func apply(_ text: String) async throws -> [ProgramChange] {
        let changes = try await fixture.apply(text)
        try await look()
        return changes
    }

    /// Lets Mondays come, each with what a server does, and with the list of those who came to last week's sessions.
    mutating func wait(until date: String) async throws {
        let last = try day(date)
        while today < last { try await nextMonday() }
    }

    /// Lets Mondays come until a mentor leads something that was announced, and not yet held.
    mutating func wait(forAnnouncedOf mentor: String) async throws {
        for _ in 1...6 {
            guard try await announced(mentor).isEmpty else { return }
            try await nextMonday()
        }
    }

    private mutating func nextMonday() async throws {
        today = today.adding(days: 7)
        try fixture.clock.set("\(today)T09:00:00Z")
        _ = try await fixture.service.doWhatIsDue()
        _ = try await fixture.service.keepSeasonsRolling()
        try await look()
        let now = fixture.clock.now()
        for session in try await stored()
        where session.status == .held && session.end > now.adding(seconds: -7 * 86_400) {
            let seated = try await fixture.store.read { try $0.enrollments(in: session.id) }.filter { $0.seat != nil }
            guard !seated.isEmpty else { continue }
            _ = try await fixture.service.ask(
                RecordAttendance(session: "\(session.code)", present: seated.map(\.person.email)))
            for enrollment in seated { diary.note(enrollment.person.name, in: session) }
        }
    }

    func stored() async throws -> [Session] {
        try await fixture.store.read { try $0.sessions(of: "nova").map(\.asStored) }
    }

    /// Looks at everything, and at what has become of what was there before.
    mutating func look() async throws {
        let turns = try await fixture.store.read { try $0.dutyTurns(of: "nova") }
        diary.see(try await stored(), turns)
    }
}

/// What somebody wrote down week after week, from which later pages are checked.
struct Diary {
    /// A session to which somebody came.
    struct Line: Equatable {
        let who: String
        let code: String
        let uid: String
        let start: Instant
    }

    private(set) var lines: [Line] = []
    /// The UID of whatever ever bore a code.
    private(set) var uids: [String: String] = [:]
    /// Who ever led, or volunteered, in a season.
    private(set) var workers: [String: Set<String>] = [:]
    private var agreed: [String: Session] = [:]

    /// Looks at everything that is stored.
    mutating func see(_ sessions: [Session], _ turns: [DutyTurn]) {
        let known = uids
        for session in sessions {
            note("\(session.code)", session.uid)
            workers[session.code.season, default: []].insert(session.mentor.name.lowercased())
            see(session)
        }
        for turn in turns {
            note("\(turn.code)", turn.uid)
            workers[turn.code.season, default: []].insert(turn.person.name.lowercased())
        }
        let codes = sessions.map { "\($0.code)" } + turns.map { "\($0.code)" }
        #expect(Set(codes).count == codes.count)
        #expect(Set(uids.values).count == uids.count)
        #expect(Set(codes).isSuperset(of: known.keys), "what was there once stays")
    }

    private mutating func note(_ code: String, _ uid: String) {
        #expect(uids[code, default: uid] == uid, "\(code)")
        uids[code] = uid
    }

    /// What was announced keeps its hour as long as its mentor stays.
    private mutating func see(_ session: Session) {
        guard session.status == .announced || session.status == .held else { return }
        if let before = agreed["\(session.code)"] {
            #expect(before.mentor.id != session.mentor.id || before.start == session.start, "\(session.code)")
            #expect(before.mentor.id == session.mentor.id || before.mentor.name == "Nia", "\(session.code)")
        }
        agreed["\(session.code)"] = session
    }

    mutating func note(_ who: String, in session: Session) {
        lines.append(Line(who: who, code: "\(session.code)", uid: session.uid, start: session.start))
    }
}
