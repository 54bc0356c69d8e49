import Mentoring
import TimeZoneCatalog

// A program's seasons, and how it meets: what stands at the top of the file holds where a season says nothing else.

extension ProgramFileReader {
    /// The seasons under `season` or `seasons`.
    /// - Throws: `BadInput` for both, for neither, and for two that overlap or have one name.
    func seasons(_ root: Fields, of file: YAMLEntry) throws -> [(entry: YAMLEntry, season: Season)] {
        switch (root.optional("season"), root.optional("seasons")) {
        case (let one?, nil): return [(one, try season(one))]
        case (nil, let several?):
            let entries = try several.items(atMost: Limits.seasons)
            guard !entries.isEmpty else { throw several.wrong("one or more seasons") }
            return try several.all { ($0, try season($0)) }
        case (nil, nil): throw file.wrong("season, or seasons with a list of them")
        case (_?, let several?): throw several.wrong("either season or seasons, not both")
        }
    }

    /// The same program with the seasons of a file, of which the first is in focus.
    func having(_ seasons: [(entry: YAMLEntry, season: Season)], _ program: Program) throws -> Program {
        guard let last = seasons.last else { return program }
        return try last.entry.located { try program.having(seasons.map(\.season)) }
    }

    private func season(_ entry: YAMLEntry) throws -> Season {
        let fields = try Fields(of: entry, FileKey.ofSeason)
        let session = try fields.readIfAny("session") { try Fields(of: $0, FileKey.ofSeasonSession) }
        let terms = try terms(fields, session: session)
        let start = try fields.read { try $0["start"].date() }
        let weeks = try fields.read { try $0["weeks"].int(Season.lengths) }
        guard let start, let weeks else { throw NotedAlready() }
        return try entry.located {
            try Season(name: fields.optional("name")?.text(), start: start, weeks: weeks, terms: terms)
        }
    }

    /// What the top of a file, or a season, says of how it meets.
    func terms(_ fields: Fields, session: Fields?) throws -> SeasonTerms {
        SeasonTerms(
            cadence: try fields.readIfAny("cadence") { try $0.choice(Cadence.self) },
            meets: try fields.readIfAny("meets", meets),
            whenFrozen: try fields.readIfAny("when-frozen") { try $0.choice(WhenFrozen.self) },
            minutes: try session?.readIfAny("minutes") { try $0.int(Program.lengths) },
            capacity: try session?.readIfAny("capacity") { try $0.int(Program.capacities) },
            regions: try fields.readIfAny("regions", takingPart),
            announceWeeks: try fields.readIfAny("announce-weeks") { try $0.int(TrainingTerms.reaches) },
            noticeHours: try fields.readIfAny("notice-hours") { try $0.int(PlanningNotice.hours) })
    }
}
