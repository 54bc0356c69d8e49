import ChatLogs
import CivilTime
import Mentoring
import TimeZoneCatalog

extension Transaction {
    func programs() throws -> [Program] {
        let seasons = try seasons()
        return try all(.program, "SELECT * FROM program ORDER BY name", []) { row in
            try program(row, seasons: seasons[row.value("name")] ?? [])
        }
    }

    func programNames() throws -> [Program.Name] {
        try all(.program, "SELECT name FROM program ORDER BY name", []) { try $0.value("name") }
    }

    func contacts() throws -> Set<EmailAddress> {
        Set(try all(.program, "SELECT DISTINCT contact FROM program", []) { try $0.value("contact") })
    }

    func programs(of email: EmailAddress) throws -> [Program] {
        try all(
            .program,
            """
            SELECT * FROM program WHERE name IN (
                SELECT program FROM organizer WHERE email = ?1
                UNION ALL SELECT program FROM mentor WHERE person = (SELECT id FROM person WHERE email = ?1)
                UNION ALL SELECT program FROM trainee WHERE person = (SELECT id FROM person WHERE email = ?1)
                UNION ALL SELECT program FROM volunteer WHERE person = (SELECT id FROM person WHERE email = ?1)
                UNION ALL SELECT name FROM program WHERE EXISTS (SELECT 1 FROM administrator WHERE email = ?1))
            ORDER BY name
            """, [email]
        ) { row in try program(row, seasons: seasons(of: row.value("name"))) }
    }

    func program(_ name: Program.Name) throws -> Program? {
        try one(.program, "SELECT * FROM program WHERE name = ?", [name]) { row in
            try program(row, seasons: seasons(of: name))
        }
    }

    private func program(_ row: StoredRow, seasons: [Season]) throws -> Program {
        let program = try Program(row, seasons: seasons)
        return moment.map { program.focused(at: $0) } ?? program
    }

    // An upsert and no REPLACE, which would delete the program and all that goes with it.
    func save(_ program: Program) throws {
        // The columns of a time when a program had one season hold the last one.
        let (usual, last) = (program.usual, program.seasons.last)
        try save(
            to: .program,
            [
                "name": program.name, "title": program.title, "contact": program.contact, "location": program.location,
                "season_start": last?.start, "season_weeks": last?.weeks, "cadence": usual.cadence,
                "meets": usual.meets, "when_frozen": usual.whenFrozen, "minutes": usual.minutes,
                "capacity": usual.capacity, "regions": usual.regions.commaSeparated,
                "announce_weeks": usual.announceWeeks, "areas": program.areas.joined(separator: ","),
                "review_hosts": program.reviews.hosts.joined(separator: ","), "pick_days": program.reviews.pickDays,
                "bots": program.bots.map(\.text).joined(separator: " "), "joining": program.join,
                "proposals": program.reviews.proposals, "confirm_hours": program.confirmHours,
                "notice_hours": usual.noticeHours, "region_titles": program.regionTitles.stored,
                "about": program.about, "conduct": program.conduct,
            ])
        for season in program.seasons { try save(season, of: program.name) }
    }
}

extension Program {
    init(_ row: StoredRow, seasons: [Season]) throws {
        guard let season = seasons.first else { throw row.unreadable("season_start") }
        let titles = Dictionary(try row.list("region_titles", separator: "\n", RegionTitles.entry)) { first, _ in first
        }
        let program = Program(
            name: try row.value("name"), title: try row.value("title"), contact: try row.value("contact"),
            location: try row.value("location"), season: season,
            cadence: try row.value("cadence"), minutes: try row.value("minutes"), capacity: try row.value("capacity"),
            regions: try row.list("regions", Region.init(rawValue:)), announceWeeks: try row.value("announce_weeks"),
            confirmHours: try row.value("confirm_hours"),
            areas: try row.list("areas") { $0 },
            reviews: ReviewTerms(
                hosts: try row.list("review_hosts") { $0 }, pickDays: try row.valueIfAny("pick_days"),
                proposals: try row.value("proposals")),
            bots: try row.list("bots", separator: " ") { Nickname($0) },
            join: try row.valueIfAny("joining"), meets: try row.value("meets"),
            whenFrozen: try row.value("when_frozen"), noticeHours: try row.value("notice_hours") as Int,
            regionTitles: RegionTitles(titles), about: try row.valueIfAny("about"),
            conduct: try row.valueIfAny("conduct"))
        self = try row.checked("season_start") { () throws(BadInput) in try program.having(seasons) }
    }
}

extension [Region] {
    /// As a column keeps them.
    var commaSeparated: String { map(\.rawValue).joined(separator: ",") }
}

extension RegionTitles {
    /// As a column keeps them, one a line: `asia APAC`.
    var stored: String {
        Region.allCases.compactMap { region in chosen(for: region).map { "\(region.rawValue) \($0)" } }
            .joined(separator: "\n")
    }

    /// A line of the column.
    static func entry(_ line: String) -> (Region, String)? {
        let parts = line.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let region = Region(rawValue: String(parts[0])) else { return nil }
        return (region, String(parts[1]))
    }
}

extension Table {
    static let program = Table("program", key: ["name"])
}
