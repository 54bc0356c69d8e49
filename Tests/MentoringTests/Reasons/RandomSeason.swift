import CivilTime
import ICalendar
import Mentoring
import SeasonPlanning
import TimeZoneCatalog

/// SplitMix64 (Steele, Lea, Flood 2014), for seasons that are the same on every machine.
struct Dice {
    private var state: UInt64

    init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number below a bound.
    mutating func draw(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }

    mutating func chance(_ percent: Int) -> Bool { draw(100) < percent }

    mutating func pick<T>(_ items: [T]) -> T { items[draw(items.count)] }
}

/// A small season drawn from a seed: mentors with all kinds of limits, absences, freezes and other programs, planned once
/// or not, and changed since.
struct RandomSeason {
    static let start = "2027-02-22"

    private var dice: Dice
    private let season: Season
    private let zones = TimeZoneCatalog.shipped
    private var program: Program
    private var mentors: [Mentor] = []
    private var slots: [Slot] = []
    private var absences: [Identifier<Person>: [Away]] = [:]
    private var engagements: [Identifier<Person>: [Engagement]] = [:]
    private var freezes: [Freeze] = []
    private var trainees: [Person] = []
    private var sessions: [Turn: Session] = [:]
    private var now: Instant

    init(seed: Int) throws {
        dice = Dice(seed: seed)
        season = try Season(start: day(Self.start), weeks: 4 + dice.draw(3))
        now = try instant("2027-02-01T09:00:00Z")
        program = Program(
            name: "nova", title: "Nova", contact: try EmailAddress("contact@example.org"), location: "irc",
            season: season, cadence: dice.chance(20) ? .oneRegionAWeek : .everyRegion, minutes: 60, capacity: 4,
            regions: dice.pick([[.asia, .europe], [.europe, .asia], [.europe]]), announceWeeks: 1)
        try addPeople()
        if dice.chance(40) { try addFreeze() }
        for mentor in mentors where dice.chance(35) { try addEngagement(of: mentor) }
        if dice.chance(70) {
            try publish()
            try change()
        }
        if dice.chance(60) {
            now = season.start.adding(days: dice.draw(7 * season.weeks)).midnightUTC.adding(
                seconds: Int64(dice.draw(86_400)))
        }
    }

    /// What the database would say of it.
    func facts() throws -> SeasonFacts {
        SeasonFacts(
            program: program, freezes: freezes, mentors: mentors, slots: slots, absences: absences,
            engagements: engagements, walls: try Walls(of: mentors.map(\.person), by: zones), sessions: sessions,
            earlier: [], audience: Dictionary(trainees.map { ($0.shownZone, 1) }, uniquingKeysWith: +), duties: [],
            now: now)
    }

    private mutating func addPeople() throws {
        let names: [Region: [(String, String)]] = [
            .asia: [("Akira", "Asia/Tokyo"), ("Mei", "Asia/Shanghai"), ("Noa", "Australia/Lord_Howe")],
            .europe: [("Zoe", "Europe/Berlin"), ("Ben", "Africa/Lagos"), ("Cem", "Europe/London")],
        ]
        for region in program.regions {
            for (name, zone) in (names[region] ?? []).prefix(1 + dice.draw(3)) {
                try addMentor(name, zone, region)
            }
        }
        for (name, zone) in [
            ("Ada", "Africa/Lagos"), ("Bob", "Europe/London"), ("Cho", "Asia/Seoul"), ("Dev", "Asia/Kolkata"),
            ("Eva", "America/New_York"), ("Fay", "America/New_York"),
        ] where dice.chance(40) {
            trainees.append(try person(name, zone, 100 + trainees.count))
        }
    }

    private func person(_ name: String, _ zone: String, _ id: Int, given: Bool = false) throws -> Person {
        let zone = try zones.zone(named: zone)
        return Person(
            id: Identifier(Int64(id)), name: name, email: try EmailAddress("\(name.lowercased())@example.org"),
            zone: zone, givenZone: given ? zone : nil)
    }

    private mutating func addMentor(_ name: String, _ zone: String, _ region: Region) throws {
        let person = try person(name, zone, mentors.count + 1, given: dice.chance(20))
        mentors.append(
            Mentor(
                program: "nova", person: person, region: region, weight: 1 + dice.draw(2),
                minGapWeeks: 1 + dice.draw(3), maxPerMonth: 1 + dice.draw(3)))
        for chance in [90, 35] where dice.chance(chance) { try addSlot(of: person) }
        if dice.chance(30) { try addAbsence(of: person) }
    }

    private mutating func addSlot(of person: Person) throws {
        let days = dice.pick(["TU", "WE", "FR", "SU", "TU,TH"])
        let rule = "FREQ=WEEKLY;" + (dice.chance(15) ? "INTERVAL=2;" : "") + "BYDAY=\(days)"
        let from = dice.chance(20) ? season.start.adding(days: 3 + dice.draw(10)) : nil
        let until = dice.chance(15) ? season.end.adding(days: -dice.draw(14)) : nil
        let except = dice.chance(30) ? [season.start.adding(days: dice.draw(14)), season.start.adding(days: 15)] : []
        guard let at = LocalTime(hour: dice.pick([7, 9, 13, 17, 21, 23]), minute: 30 * dice.draw(2)) else { return }
        slots.append(
            Slot(
                id: Identifier(Int64(slots.count + 1)), program: "nova", mentor: person.id,
                pattern: SlotPattern(
                    rule: rule, at: at, from: from, until: until, except: except, preference: dice.draw(3)),
                zone: person.zone))
    }

    private mutating func addAbsence(of person: Person) throws {
        let first = season.start.adding(days: dice.draw(7 * season.weeks))
        let number = absences.values.map(\.count).reduce(1, +)
        absences[person.id, default: []].append(
            Away(
                id: Identifier(Int64(number)), person: person.id,
                days: try DayRange(from: first, to: first.adding(days: dice.draw(10))),
                program: dice.chance(50) ? "nova" : nil))
    }

    private mutating func addFreeze() throws {
        let isWeek = dice.chance(50)
        let first =
            isWeek
            ? season.monday(ofWeek: 1 + dice.draw(season.weeks))
            : season.start.adding(days: dice.draw(7 * season.weeks))
        freezes.append(
            Freeze(
                id: Identifier(Int64(freezes.count + 1)),
                days: try DayRange(from: first, to: first.adding(days: isWeek ? 6 : dice.draw(9))),
                reason: dice.pick(["release", "sprint"]), regions: dice.chance(50) ? [] : [dice.pick(program.regions)]))
    }

    /// What a mentor does elsewhere, at an hour of theirs or near it.
    private mutating func addEngagement(of mentor: Mentor) throws {
        let rules = try zones.rules(for: mentor.person.zone)
        let times = try PlainReading.times(of: slots.filter { $0.mentor == mentor.person.id }, in: season)
            .filter { !$0.isLeftOut }
        guard !times.isEmpty else { return }
        let start = dice.pick(times).start.adding(
            seconds: Int64(dice.pick([0, 1800, 7200, 86_400, 604_800, -604_800])))
        let leads = dice.chance(60)
        let isOld = dice.chance(25)
        let other = try person("Pat", "Europe/Paris", 99)
        engagements[mentor.person.id, default: []].append(
            Engagement(
                session: Session(
                    id: Identifier(900 + mentor.person.id.rawValue),
                    code: SessionCode(
                        program: isOld ? "nova" : "other", season: "202610", week: 21, region: mentor.region),
                    season: try day("2026-10-05"), uid: "elsewhere-\(mentor.person.id)",
                    status: dice.chance(60) ? .announced : .tentative, mentor: leads ? mentor.person : other, slot: nil,
                    zone: rules.id, localStart: rules.local(at: start), start: start, minutes: 60, capacity: 4,
                    location: "irc", revised: now),
                leads: leads))
    }

    /// Stores what planning makes of it, some weeks of it announced.
    private mutating func publish() throws {
        let plan = try SeasonPlan(try facts(), zones: zones, recurrence: RecurrenceExpander())
        let announced = dice.draw(3)
        for (turn, offer) in plan.offers.sorted(by: { $0.key < $1.key }) {
            guard let mentor = mentors.first(where: { $0.person.id == offer.mentor }) else { continue }
            var session = Session(
                id: Identifier(Int64(sessions.count + 1)),
                code: SessionCode(program: "nova", season: season.name, week: turn.week, region: turn.region),
                season: season.start,
                uid: "\(turn)", status: turn.week <= announced ? .announced : .tentative, mentor: mentor.person,
                slot: offer.slot, zone: offer.local.zone, localStart: offer.local.local, start: offer.local.instant,
                minutes: offer.minutes, capacity: 4, location: "irc", revised: now)
            session.isAgreed = session.status == .tentative && dice.chance(10)
            if dice.chance(10) {
                session.status = .cancelled
                session.isCalledOff = dice.chance(70)
                session.cancellation = session.isCalledOff ? "typhoon" : "no mentor"
            }
            sessions[turn] = session
        }
    }

    /// What has changed since.
    private mutating func change() throws {
        if dice.chance(50) { try addAbsence(of: dice.pick(mentors).person) }
        if dice.chance(30) { try addFreeze() }
        if dice.chance(20), mentors.count > program.regions.count {
            let gone = dice.pick(mentors)
            mentors.removeAll { $0.person.id == gone.person.id }
            slots.removeAll { $0.mentor == gone.person.id }
        }
        if dice.chance(30), let slot = slots.last, let mentor = mentors.first(where: { $0.person.id == slot.mentor }) {
            try addSlot(of: mentor.person)
        }
    }
}
