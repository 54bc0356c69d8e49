import CivilTime
import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

/// A program with two mentors, a trainee, a slot and a session of two seats, as the tests store it.
struct Nova: Sendable {
    let program: Program
    let mentor: Person
    let other: Person
    let trainee: Person
    let slot: Slot
    let session: Session

    /// Stores all of it.
    init(in store: some Store, capacity: Int = 2) async throws {
        let program = try Self.program()
        self = try await store.write { transaction in
            try transaction.save(program)
            let mentor = try transaction.add(Self.person("mei"))
            let other = try transaction.add(Self.person("ana"))
            let trainee = try transaction.add(Self.person("tom"))
            try transaction.save(Mentor(program: "nova", person: mentor, region: .asia))
            try transaction.save(Mentor(program: "nova", person: other, region: .europe))
            try transaction.addTrainee(trainee.id, to: "nova", at: now)
            let slot = try transaction.add(Self.slot(of: mentor))
            let session = try transaction.add(Self.session(mentor: mentor, slot: slot.id, capacity: capacity))
            return Nova(
                program: program, mentor: mentor, other: other, trainee: trainee, slot: slot, session: session)
        }
    }

    private init(program: Program, mentor: Person, other: Person, trainee: Person, slot: Slot, session: Session) {
        self.program = program
        self.mentor = mentor
        self.other = other
        self.trainee = trainee
        self.slot = slot
        self.session = session
    }

    static func program(_ name: Program.Name = "nova") throws -> Program {
        Program(
            name: name, title: "Nova · 新星", contact: try EmailAddress("\(name)@example.org"),
            location: "irc://example/nova",
            season: try Season(start: try day("2027-01-04"), weeks: 12), cadence: .oneRegionAWeek, minutes: 60,
            capacity: 2, regions: [.europe, .asia, .americas], announceWeeks: 2,
            regionTitles: RegionTitles([.asia: "Asia and Oceania · 亜", .americas: "AMER"]),
            about: "For whoever …\n\n亜", conduct: "https://example.org/conduct")
    }

    static func person(_ name: String) throws -> Person {
        Person(name: name, email: try EmailAddress("\(name)@example.org"), zone: try #require(TimeZoneID("Asia/Tokyo")))
    }

    static func slot(of mentor: Person) throws -> Slot {
        Slot(
            program: "nova", mentor: mentor.id,
            pattern: SlotPattern(
                rule: "FREQ=WEEKLY;BYDAY=TU", at: try #require(LocalTime(iso: "17:00")), from: try day("2027-01-05"),
                until: nil, except: [try day("2027-02-09"), try day("2027-01-12")], preference: 1),
            zone: mentor.zone)
    }

    static func session(
        mentor: Person, week: Int = 1, region: Region = .asia, slot: Identifier<Slot>? = nil, capacity: Int = 2
    ) throws -> Session {
        Session(
            code: SessionCode(program: "nova", season: "202701", week: week, region: region),
            season: try day("2027-01-04"),
            uid: "uid-\(week)-\(region.rawValue)@example.org", status: .tentative, mentor: mentor, slot: slot,
            zone: mentor.zone, localStart: try #require(LocalDateTime(iso: "2027-01-05T17:00:00")),
            start: try #require(Instant(rfc3339: "2027-01-05T08:00:00Z")), minutes: 60, capacity: capacity,
            location: "irc://example/nova", revised: now)
    }

    func enrollment(_ person: Person, seat: Int?) -> Enrollment {
        Enrollment(session: session.id, person: person, seat: seat, since: now)
    }
}

/// The moment at which the tests play.
let now = Instant(secondsSinceEpoch: 1_798_761_600)

/// A date that must be one.
func day(_ text: String) throws -> LocalDate { try #require(LocalDate(iso: text)) }
