import CivilTime
import GRDB
import Mentoring
import TimeZoneCatalog

extension Transaction {
    func announcedSeasons(of program: Program.Name) throws -> Set<Season.Name> {
        Set(
            try all(
                .season, "SELECT name FROM season WHERE program = ? AND announced IS NOT NULL", [program]
            ) { try $0.value("name") })
    }

    func spokenSeasons(of program: Program.Name) throws -> Set<Season.Name> {
        Set(
            try all(.season, "SELECT name FROM season WHERE program = ? AND spoken", [program]) {
                try $0.value("name")
            })
    }

    func unnamedSeasons(of program: Program.Name) throws -> Set<Season.Name> {
        Set(
            try all(.season, "SELECT name FROM season WHERE program = ? AND unnamed AND NOT given_up", [program]) {
                try $0.value("name")
            })
    }

    /// The seasons of a program, by start.
    func seasons(of program: Program.Name) throws -> [Season] {
        try all(
            .season, "SELECT * FROM season WHERE program = ? AND NOT given_up ORDER BY start", [program], Season.init)
    }

    /// The seasons of every program, by start.
    func seasons() throws -> [Program.Name: [Season]] {
        let seasons = try all(.season, "SELECT * FROM season WHERE NOT given_up ORDER BY program, start", []) { row in
            (try row.value("program") as Program.Name, try Season(row))
        }
        return Dictionary(grouping: seasons, by: \.0).mapValues { $0.map(\.1) }
    }

    /// The seasons that its file left out before anything of them was announced, by start.
    func givenUpSeasons(of program: Program.Name) throws -> [Season] {
        try all(.season, "SELECT * FROM season WHERE program = ? AND given_up ORDER BY start", [program], Season.init)
    }

    func change(_ seasons: [(known: Season.Name, to: Season)], of program: Program.Name) throws {
        for (_, season) in seasons { try makeRoom(for: season, besides: Set(seasons.map(\.known)), in: program) }
        // No two have one name or one first day, not even until the others have theirs.
        let names = try namesBetween(of: program, beside: seasons.map(\.to.name)).prefix(seasons.count)
        let starts = try Dictionary(
            all(.season, "SELECT name, start FROM season WHERE program = ?", [program]) {
                (try $0.value("name") as Season.Name, try $0.value("start") as LocalDate)
            }, uniquingKeysWith: { first, _ in first })
        let days = daysBetween(beside: starts.values + seasons.map(\.to.start))
        for ((name, day), season) in zip(zip(names, days), seasons) {
            let isMoved = starts[season.known] != season.to.start
            try changeOne(
                "season \(season.known) of \(program)",
                "UPDATE season SET name = ?, start = ? WHERE program = ? AND name = ?",
                [
                    season.known == season.to.name ? season.known : name,
                    isMoved ? day : season.to.start, program, season.known,
                ])
        }
        for (name, (known, season)) in zip(names, seasons) {
            try changeOne(
                "season \(known) of \(program)",
                "UPDATE season SET name = ?, start = ?, weeks = ? WHERE program = ? AND name = ?",
                [season.name, season.start, season.weeks, program, known == season.name ? known : name])
        }
    }

    /// First days for seasons that are to have others: Mondays after all that any season of the program has, or is to have.
    private func daysBetween(beside taken: [LocalDate]) -> some Sequence<LocalDate> {
        let last = taken.max()
        return (1...).lazy.compactMap { last?.adding(days: 7 * $0) }
    }

    /// Names for seasons that are to have others: such as no season of the program has, or is to have.
    private func namesBetween(
        of program: Program.Name, beside wanted: [Season.Name]
    ) throws -> some Sequence<Season.Name> {
        let known: [Season.Name] = try all(.season, "SELECT name FROM season WHERE program = ?", [program]) {
            try $0.value("name")
        }
        let taken = Set(known + wanted)
        return (0...).lazy.map { "between\($0)" }.filter { !taken.contains($0) }
    }

    // What was dropped with it keeps it, and whoever knows its name.
    func giveUpSeason(_ name: Season.Name, of program: Program.Name) throws {
        let remains = try change(
            """
            UPDATE season SET given_up = 1 WHERE program = ?1 AND name = ?2
            AND (spoken OR EXISTS (
                SELECT 1 FROM session WHERE program = ?1 AND season = season.start UNION ALL
                SELECT 1 FROM duty_turn WHERE program = ?1 AND season = season.start))
            """, [program, name])
        if remains == 0 { try change("DELETE FROM season WHERE program = ? AND name = ?", [program, name]) }
    }

    /// Keeps a season of a program as it is now; one that was given up is the program's again.
    func save(_ season: Season, of program: Program.Name) throws {
        try makeRoom(for: season, besides: [season.name], in: program)
        let terms = season.terms
        try save(
            to: .season,
            [
                "program": program, "name": season.name, "start": season.start, "weeks": season.weeks,
                "given_up": false, "cadence": terms.cadence, "meets": terms.meets, "when_frozen": terms.whenFrozen,
                "minutes": terms.minutes, "capacity": terms.capacity, "regions": terms.regions?.commaSeparated,
                "announce_weeks": terms.announceWeeks, "notice_hours": terms.noticeHours,
            ])
    }

    /// Removes what is left of a season that was given up before anybody was told of it, when another takes its first day.
    private func makeRoom(for season: Season, besides kept: Set<Season.Name>, in program: Program.Name) throws {
        let start = [program, season.start] as [(any Storable)?]
        let left: Season.Name? = try one(
            .season,
            """
            SELECT name FROM season
            WHERE program = ? AND start = ? AND given_up AND NOT spoken AND announced IS NULL
            """, start
        ) { try $0.value("name") }
        guard let left, !kept.contains(left) else { return }
        try change("DELETE FROM session WHERE program = ? AND season = ?", start)
        try change("DELETE FROM duty_turn WHERE program = ? AND season = ?", start)
        try change("DELETE FROM season WHERE program = ? AND start = ?", start)
    }
}

extension Season {
    fileprivate init(_ row: StoredRow) throws {
        let (name, start, weeks): (Season.Name, LocalDate, Int) = (
            try row.value("name"), try row.value("start"), try row.value("weeks")
        )
        let terms = SeasonTerms(
            cadence: try row.valueIfAny("cadence"), meets: try row.valueIfAny("meets"),
            whenFrozen: try row.valueIfAny("when_frozen"), minutes: try row.valueIfAny("minutes"),
            capacity: try row.valueIfAny("capacity"),
            regions: (try row.valueIfAny("regions") as String?) == nil
                ? nil : try row.list("regions", Region.init(rawValue:)),
            announceWeeks: try row.valueIfAny("announce_weeks"), noticeHours: try row.valueIfAny("notice_hours"))
        self = try row.checked("start") { () throws(BadInput) in
            try Season(name: name, start: start, weeks: weeks, terms: terms)
        }
    }

    /// The name of the season to which a row of a table belongs.
    static func nameColumn(in table: String) -> String {
        """
        (SELECT season.name FROM season WHERE season.program = \(table).program AND season.start = \(table).season)
            AS season_name
        """
    }
}

extension MeetingWeeks: Storable {
    var stored: DatabaseValue {
        switch self {
        case .everyWeek: "every-week".databaseValue
        case .every(let weeks): "every-\(weeks)-weeks".databaseValue
        case .weeksOfMonth(let weeks, let day):
            (weeks.map(String.init).joined(separator: ",") + " \(day.rawValue)").databaseValue
        }
    }

    init?(stored: DatabaseValue) {
        guard let text = String(stored: stored) else { return nil }
        if text == "every-week" {
            self = .everyWeek
        } else if text.hasPrefix("every-"), text.hasSuffix("-weeks"), let weeks = Int(text.dropFirst(6).dropLast(6)) {
            self = .every(weeks: weeks)
        } else {
            let parts = text.split(separator: " ")
            let weeks = parts.first?.split(separator: ",").compactMap { Int($0) } ?? []
            guard parts.count == 2, !weeks.isEmpty, let day = Int(parts[1]).flatMap(Weekday.init(rawValue:)) else {
                return nil
            }
            self = .weeksOfMonth(weeks, day)
        }
        guard self.stored == stored else { return nil }
    }
}

extension WhenFrozen: Storable {}

extension Table {
    static let season = Table("season", key: ["program", "name"])
}
