import ChatLogs
package import CivilTime
public import Mentoring
public import TimeZoneCatalog

/// Reads program files (YAML), strictly: what is not understood is refused with its line, never skipped.
public struct ProgramFileReader: Sendable {
    /// The most bytes a program file may have.
    public static let limit = 1 << 20

    package let zones: TimeZoneCatalog
    private let recurrence: any RecurrenceExpanding

    /// A reader that knows zones and recurrence rules.
    public init(zones: TimeZoneCatalog, recurrence: any RecurrenceExpanding) {
        self.zones = zones
        self.recurrence = recurrence
    }

    /// Reads a whole file.
    ///
    /// - Parameters:
    ///   - bytes: its content, UTF-8.
    ///   - file: its name, for messages.
    /// - Returns: what the file says, with defaults filled in.
    /// - Throws: `BadInput` with file, line and what was expected.
    public func read(_ bytes: [UInt8], file: String) throws -> ProgramDocument {
        guard bytes.count <= Self.limit else {
            throw BadInput("\(bytes.count) bytes are too many for a program file; at most 1 MiB is read", file: file)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw BadInput("not UTF-8 text", file: file) }
        let root = try YAMLEntry(yaml: text, file: file).fields(
            required: ["program", "title", "contact", "location", "season", "session"],
            optional: [
                "cadence", "regions", "announce-weeks", "areas", "stages", "reviews", "bots", "freezes", "mentors",
                "duties", "organizers", "join", "confirm-hours",
            ])
        let program = try program(root)
        let mentors = try root["mentors"]?.items(atMost: Limits.mentors).map { try mentor($0, of: program) } ?? []
        try refuseRepeated(root["mentors"]?.items() ?? [], mentors.map(\.email))
        for (entry, mentor) in zip(try root["mentors"]?.items() ?? [], mentors) {
            if let former = mentor.formerly.first(where: { former in mentors.contains { $0.email == former } }) {
                throw entry.wrong("an address from before under formerly; \(former) is another mentor's in this file")
            }
        }
        return ProgramDocument(
            program: program, organizers: try root["organizers"].map(organizers) ?? [],
            stages: try root["stages"].map { try stages($0, areas: program.areas) } ?? [],
            freezes: try root["freezes"]?.items(atMost: Limits.freezes).map(freeze) ?? [], mentors: mentors,
            duties: try root["duties"].map { try duties($0, mentors: mentors) } ?? [])
    }

    private func organizers(_ entry: YAMLEntry) throws -> [EmailAddress] {
        try different(entry, "organizers") { try EmailAddress($0.text()).description }.map { try EmailAddress($0) }
            .sorted()
    }

    private func program(_ root: [String: YAMLEntry]) throws -> Program {
        let root = Fields(root)
        let season = try root["season"].fields(required: ["start", "weeks"])
        let session = try root["session"].fields(required: ["minutes", "capacity"])
        return Program(
            name: try root["program"].located { try Program.validatedName(root["program"].text()) },
            title: try root["title"].oneLine(),
            contact: try root["contact"].located { try Program.validatedContact(root["contact"].text()) },
            location: try root["location"].oneLine(),
            season: try root["season"].located {
                try Season(start: Fields(season)["start"].date(), weeks: Fields(season)["weeks"].int(Season.lengths))
            },
            cadence: try root.optional("cadence")?.choice(Cadence.self) ?? .everyRegion,
            minutes: try Fields(session)["minutes"].int(5...480),
            capacity: try Fields(session)["capacity"].int(1...1000),
            regions: try root.optional("regions").map(regions) ?? Region.allCases,
            announceWeeks: try root.optional("announce-weeks")?.int(0...52) ?? 4,
            confirmHours: try root.optional("confirm-hours")?.int(ConfirmationDeadline.hours),
            areas: try root.optional("areas").map(areas) ?? [],
            reviews: try root.optional("reviews").map(reviewTerms) ?? ReviewTerms(),
            bots: try root.optional("bots").map(bots) ?? [],
            join: try root.optional("join")?.choice(Joining.self))
    }

    private func areas(_ entry: YAMLEntry) throws -> [Program.Area] {
        try different(entry, "areas") { try Program.validatedArea($0.text()) }
    }

    private func reviewTerms(_ entry: YAMLEntry) throws -> ReviewTerms {
        let fields = Fields(try entry.fields(required: [], optional: ["hosts", "pick-days", "proposals"]))
        return ReviewTerms(
            hosts: try fields.optional("hosts").map { hosts in
                try different(hosts, "servers") { try ReviewTerms.validatedHost($0.text()) }
            } ?? [],
            pickDays: try fields.optional("pick-days")?.int(1...28),
            proposals: try fields.optional("proposals")?.choice(ReviewTerms.Proposals.self) ?? .seen)
    }

    private func different(
        _ entry: YAMLEntry, _ what: String, _ read: (YAMLEntry) throws -> String
    ) throws -> [String] {
        let items = try entry.items().map { item in try item.located { try read(item) } }
        guard Set(items).count == items.count, items.count <= 100 else {
            throw entry.wrong("at most 100 different \(what)")
        }
        return items
    }

    private func regions(_ entry: YAMLEntry) throws -> [Region] {
        let regions = try entry.items().map { try $0.choice(Region.self) }
        guard !regions.isEmpty, Set(regions).count == regions.count else {
            throw entry.wrong("one or more different regions of asia, europe, americas")
        }
        return regions
    }

    private func bots(_ entry: YAMLEntry) throws -> [Nickname] {
        let bots = try entry.items(atMost: Limits.bots).map { item in
            try item.located { try KnownNickname.validated(item.text()) }
        }
        guard Set(bots).count == bots.count else { throw entry.wrong("different nicknames") }
        return bots
    }

    private func freeze(_ entry: YAMLEntry) throws -> Freeze {
        let fields = Fields(try entry.fields(required: ["from", "to", "reason"], optional: ["regions"]))
        return Freeze(
            days: try entry.located { try DayRange(from: fields["from"].date(), to: fields["to"].date()) },
            reason: try fields["reason"].oneLine(),
            regions: try fields.optional("regions").map(regions) ?? [])
    }

    private func mentor(_ entry: YAMLEntry, of program: Program) throws -> ProgramDocument.MentorEntry {
        let fields = Fields(
            try entry.fields(
                required: ["name", "email", "zone"],
                optional: ["formerly", "region", "weight", "min-gap-weeks", "max-per-month", "knows", "slots", "away"]))
        let zone = try fields["zone"].located { try zones.knownZone(fields["zone"].text()) }
        let region = try fields.optional("region")?.choice(Region.self) ?? zones.region(of: zone)
        guard program.regions.contains(region) else {
            throw (fields.optional("region") ?? fields["zone"]).wrong(
                "a mentor of \(program.regions.map(\.rawValue).joined(separator: ", ")); \(region.rawValue) takes no part"
            )
        }
        return ProgramDocument.MentorEntry(
            name: try fields["name"].oneLine(),
            email: try fields["email"].located { try EmailAddress(fields["email"].text()) },
            formerly: try formerAddresses(fields), zone: zone, region: region,
            weight: try fields.optional("weight")?.int(Mentor.weights) ?? 1,
            minGapWeeks: try fields.optional("min-gap-weeks")?.int(Mentor.gaps) ?? 2,
            maxPerMonth: try fields.optional("max-per-month")?.int(Mentor.monthlyLimits) ?? 2,
            knows: try fields.optional("knows").map { try knownAreas($0, of: program) } ?? [],
            slots: try fields.optional("slots")?.items(atMost: Limits.slots).map { try slot($0, of: zone) } ?? [],
            away: try fields.optional("away")?.items(atMost: Limits.absences).map(away) ?? [])
    }

    /// The addresses that somebody had before; the one that they have is none of them.
    func formerAddresses(_ fields: Fields) throws -> [EmailAddress] {
        guard let entry = fields.optional("formerly") else { return [] }
        let own = try fields["email"].text()
        return try different(entry, "addresses") { item in
            let former = try EmailAddress(item.text())
            guard former.description != own.lowercased() else {
                throw item.wrong("an address from before; \(former) is the one that they have")
            }
            return former.description
        }.map { try EmailAddress($0) }
    }

    private func knownAreas(_ entry: YAMLEntry, of program: Program) throws -> [Program.Area] {
        guard !program.areas.isEmpty else { throw entry.wrong("no areas, since the program names none under areas") }
        return try different(entry, "areas") { try program.knownArea($0.text()) }
    }

    private func slot(_ entry: YAMLEntry, of mentors: TimeZoneID) throws -> ProgramDocument.SlotEntry {
        let fields = Fields(
            try entry.fields(
                required: [], optional: ["every", "rrule", "at", "zone", "from", "until", "except", "prefer"]))
        let (rule, at): (String, LocalTime)
        switch (fields.optional("every"), fields.optional("rrule"), fields.optional("at")) {
        case (let every?, nil, nil):
            (rule, at) = try every.located { try SlotPattern.weekly(every.text()) }
        case (nil, let rrule?, let time?):
            (rule, at) = (try rrule.located { try recurrence.validated(rule: rrule.text()) }, try time.time())
        default:
            throw entry.wrong("either every (\"Tue 17:00\"), or rrule and at")
        }
        let pattern = SlotPattern(
            rule: rule, at: at, from: try fields.optional("from")?.date(), until: try fields.optional("until")?.date(),
            except: try fields.optional("except")?.items(atMost: Limits.exceptions).map { try $0.date() } ?? [],
            preference: try fields.optional("prefer")?.int(SlotPattern.preferences) ?? 0)
        if let from = pattern.from, let until = pattern.until, until < from {
            throw (fields.optional("until") ?? entry).wrong("a day not before \(from), the slot's first")
        }
        let zone = try fields.optional("zone").map { own in try own.located { try zones.knownZone(own.text()) } }
        return ProgramDocument.SlotEntry(pattern: pattern, zone: zone ?? mentors)
    }

    private func away(_ entry: YAMLEntry) throws -> DayRange {
        let fields = Fields(try entry.fields(required: ["from", "to"]))
        return try entry.located { try DayRange(from: fields["from"].date(), to: fields["to"].date()) }
    }

    private func refuseRepeated(_ entries: [YAMLEntry], _ emails: [EmailAddress]) throws {
        var seen: Set<EmailAddress> = []
        for (entry, email) in zip(entries, emails) where !seen.insert(email).inserted {
            throw entry.wrong("each mentor once; \(email) is there already")
        }
    }
}

/// The fields of a mapping whose required keys are known to be there.
struct Fields {
    private let entries: [String: YAMLEntry]

    init(_ entries: [String: YAMLEntry]) { self.entries = entries }

    package func optional(_ key: String) -> YAMLEntry? { entries[key] }

    subscript(key: String) -> YAMLEntry {
        guard let entry = entries[key] else { preconditionFailure("\(key) was not asked for as required") }
        return entry
    }
}

extension TimeZoneCatalog {
    /// The zone of that name, as bad input when there is none.
    package func knownZone(_ name: String) throws(BadInput) -> TimeZoneID {
        do {
            return try zone(named: name)
        } catch {
            throw BadInput("\(error)")
        }
    }
}
