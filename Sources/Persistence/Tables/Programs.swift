import ChatLogs
import CivilTime
import Mentoring
import TimeZoneCatalog

extension Transaction {
    func programs() throws -> [Program] {
        try all(.program, "SELECT * FROM program ORDER BY name", [], Program.init)
    }

    func program(_ name: Program.Name) throws -> Program? {
        try one(.program, "SELECT * FROM program WHERE name = ?", [name], Program.init)
    }

    // An upsert and no REPLACE, which would delete the program and all that goes with it.
    func save(_ program: Program) throws {
        try save(
            to: .program,
            [
                "name": program.name, "title": program.title, "contact": program.contact, "location": program.location,
                "season_start": program.season.start, "season_weeks": program.season.weeks, "cadence": program.cadence,
                "minutes": program.minutes, "capacity": program.capacity, "regions": program.regions.commaSeparated,
                "announce_weeks": program.announceWeeks, "areas": program.areas.joined(separator: ","),
                "review_hosts": program.reviews.hosts.joined(separator: ","), "pick_days": program.reviews.pickDays,
                "bots": program.bots.map(\.text).joined(separator: " "), "joining": program.join,
                "proposals": program.reviews.proposals, "confirm_hours": program.confirmHours,
            ])
    }
}

extension Program {
    init(_ row: StoredRow) throws {
        let start: LocalDate = try row.value("season_start")
        let weeks: Int = try row.value("season_weeks")
        self.init(
            name: try row.value("name"), title: try row.value("title"), contact: try row.value("contact"),
            location: try row.value("location"),
            season: try row.checked("season_start") { () throws(BadInput) in try Season(start: start, weeks: weeks) },
            cadence: try row.value("cadence"), minutes: try row.value("minutes"), capacity: try row.value("capacity"),
            regions: try row.list("regions", Region.init(rawValue:)), announceWeeks: try row.value("announce_weeks"),
            confirmHours: try row.value("confirm_hours"),
            areas: try row.list("areas") { $0 },
            reviews: ReviewTerms(
                hosts: try row.list("review_hosts") { $0 }, pickDays: try row.valueIfAny("pick_days"),
                proposals: try row.value("proposals")),
            bots: try row.list("bots", separator: " ") { Nickname($0) },
            join: try row.valueIfAny("joining"))
    }
}

extension [Region] {
    /// As a column keeps them.
    var commaSeparated: String { map(\.rawValue).joined(separator: ",") }
}

extension Table {
    static let program = Table("program", key: ["name"])
}
