import Mentoring
import TimeZoneCatalog

// A program's seasons, and how it meets: what stands at the top of the file holds where a season says nothing else.

extension ProgramFileReader {
    /// The seasons under `season` or `seasons`.
    /// - Throws: `BadInput` for both and for neither; `NotedAlready` for two that overlap or have one name.
    func seasons(_ root: Fields, of file: YAMLEntry) throws -> [(entry: YAMLEntry, season: Season)] {
        switch (root.optional("season"), root.optional("seasons")) {
        case (let one?, nil): return try different([try season(one)], file)
        case (nil, let several?):
            let entries = try several.items(atMost: Limits.seasons)
            guard !entries.isEmpty else { throw several.wrong("one or more seasons") }
            let read = try entries.map { entry in
                try file.complaints.noting { try season(entry) } ?? ReadSeason(entry: entry)
            }
            return try different(read, file)
        case (nil, nil): throw file.wrong("season, or seasons with a list of them")
        case (_?, let several?): throw several.wrong("either season or seasons, not both")
        }
    }

    /// As much of a season as can be read: what is wrong with the rest of it was noted.
    private struct ReadSeason {
        let entry: YAMLEntry
        var name: Season.Name?
        var season: Season?
    }

    /// The seasons that were read, each of which has its own name and weeks; what speaks against that is noted for all of them.
    /// - Throws: `NotedAlready` when anything is wrong with one.
    private func different(
        _ read: [ReadSeason], _ file: YAMLEntry
    ) throws -> [(entry: YAMLEntry, season: Season)] {
        let whole = read.filter { $0.season != nil }
        let wrong =
            Season.repetitions(among: read.map { $0.season?.name ?? $0.name }).map {
                (read[$0.place].entry, $0.complaint)
            }
            + Season.overlaps(among: whole.compactMap(\.season)).map { (whole[$0.place].entry, $0.complaint) }
        for (entry, complaint) in wrong {
            _ = try file.complaints.noting { try entry.located { throw complaint } }
        }
        guard wrong.isEmpty, whole.count == read.count else { throw NotedAlready() }
        return whole.compactMap { read in read.season.map { (read.entry, $0) } }
    }

    private func season(_ entry: YAMLEntry) throws -> ReadSeason {
        let fields = try Fields(of: entry, FileKey.ofSeason)
        let session = try fields.readIfAny("session") { try Fields(of: $0, FileKey.ofSeasonSession) }
        let terms = try terms(fields, session: session)
        let name = try fields.readIfAny("name") { name in try name.located { try Season.validatedName(name.text()) } }
        let start = try fields.read { fields in
            try fields["start"].located { try Season.validatedStart(fields["start"].date()) }
        }
        let weeks = try fields.read { try $0["weeks"].int(Season.lengths) }
        var read = ReadSeason(
            entry: entry, name: name ?? (fields.optional("name") == nil ? start.map(Season.usualName) : nil))
        guard let start, let weeks, read.name != nil else { return read }
        read.season = try entry.complaints.noting {
            try entry.located { try Season(name: name, start: start, weeks: weeks, terms: terms) }
        }
        return read
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
