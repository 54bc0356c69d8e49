import ChatLogs
package import CivilTime
public import Mentoring
public import TimeZoneCatalog
import Yams

/// Reads program files (YAML), strictly: what is not understood is refused with its line, never skipped.
public struct ProgramFileReader: Sendable {
    /// The most bytes a program file may have.
    public static let limit = 1 << 20

    package let zones: TimeZoneCatalog
    let recurrence: any RecurrenceExpanding

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
        // Some editors begin a file with a byte order mark.
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard let text = String(validating: text, as: UTF8.self) else { throw BadInput("not UTF-8 text", file: file) }
        let whole = try YAMLEntry(yaml: text, file: file)
        let document = try whole.complaints.noting { try self.document(whole) }
        try whole.complaints.refuse()
        guard let document else { throw BadInput("nothing of it can be read", file: file) }
        return document
    }

    private func document(_ whole: YAMLEntry) throws -> ProgramDocument {
        let root = try Fields(of: whole, FileKey.ofProgram)
        let program = try root.read { try self.program($0, of: whole) }
        let organizers = try root.read("organizers", or: [], self.organizers)
        let freezes: [Freeze] = try root.read("freezes", or: []) { try $0.each(atMost: Limits.freezes, self.freeze) }
        let areas = program?.areas
        let stages = try root.read("stages", or: []) { entry in
            // Without the areas it cannot be said which stages are right.
            try areas.map { try self.stages(entry, areas: $0) } ?? []
        }
        var seen: Set<EmailAddress> = []
        let mentors: [ProgramDocument.MentorEntry] = try root.read("mentors", or: []) { entries in
            try entries.each(atMost: Limits.mentors) { entry in
                let mentor = try self.mentor(entry, of: program)
                guard seen.insert(mentor.email).inserted else {
                    throw entry.wrong("each mentor once; \(mentor.email) is there already")
                }
                return mentor
            }
        }
        try refuseFormerAddresses(of: mentors, in: root)
        let named = root.optional("mentors").map(addresses) ?? []
        let duties = try root.read("duties", or: []) { try self.duties($0, mentors: mentors, named: named) }
        guard let program else { throw NotedAlready() }
        var document = ProgramDocument(
            program: program, organizers: organizers, stages: stages, freezes: freezes, mentors: mentors, duties: duties
        )
        document.place = (root.optional("program") ?? whole).place
        document.seasonsPlace = (root.optional("season") ?? root.optional("seasons") ?? whole).place
        document.organizersPlace = (root.optional("organizers") ?? whole).place
        return document
    }

    /// The addresses of the mentors, also of those with something else that is wrong.
    private func addresses(_ mentors: YAMLEntry) -> Set<String> {
        guard case .sequence(let sequence) = mentors.node else { return [] }
        return Set(sequence.compactMap { $0.mapping?["email"]?.string?.lowercased() })
    }

    private func organizers(_ entry: YAMLEntry) throws -> [EmailAddress] {
        try different(entry, "organizers") { try EmailAddress($0.text()).description }.map { try EmailAddress($0) }
            .sorted()
    }

    private func program(_ root: Fields, of whole: YAMLEntry) throws -> Program {
        let seasons = try root.read { try self.seasons($0, of: whole) }
        let session = try root.read { try Fields(of: $0["session"], FileKey.ofSession) }
        let usual = try root.read { try terms($0, session: session) }
        let name = try root.read { root in
            try root["program"].located { try Program.validatedName(root["program"].text()) }
        }
        let title = try root.read { try $0["title"].oneLine() }
        let about = try root.readIfAny("about") { about in
            try about.located { try ProgramIntroduction.validated(about.text()) }
        }
        let conduct = try root.readIfAny("conduct") { conduct in
            try conduct.located { try ProgramIntroduction.validatedConduct(conduct.text()) }
        }
        let contact = try root.read { root in
            try root["contact"].located { try Program.validatedContact(root["contact"].text()) }
        }
        let location = try root.read { root in
            let entry = try root["location"]
            return try entry.located { try Program.validatedLocation(entry.text(), as: entry.path) }
        }
        let confirmHours = try root.readIfAny("confirm-hours") { try $0.int(ConfirmationDeadline.hours) }
        // Where they are wrong nothing can be said of who knows them.
        let areas = root.optional("areas") == nil ? [] : try root.readIfAny("areas", self.areas)
        let reviews = try root.read("reviews", or: ReviewTerms(), reviewTerms)
        let bots = try root.read("bots", or: [], self.bots)
        let join = try root.readIfAny("join") { try $0.choice(Joining.self) }
        let titles = try root.read { try regionTitles($0, seasons ?? []) }
        guard let seasons, let first = seasons.first, let usual, let titles, let name, let title, let contact,
            let location, let minutes = usual.minutes, let capacity = usual.capacity, let areas
        else { throw NotedAlready() }
        let program = Program(
            name: name, title: title, contact: contact, location: location, season: first.season,
            cadence: usual.cadence ?? .everyRegion, minutes: minutes, capacity: capacity,
            regions: usual.regions ?? Region.allCases, announceWeeks: usual.announceWeeks ?? TrainingTerms.usualReach,
            confirmHours: confirmHours, areas: areas, reviews: reviews, bots: bots, join: join,
            meets: usual.meets ?? .everyWeek, whenFrozen: usual.whenFrozen ?? .skip, noticeHours: usual.noticeHours,
            regionTitles: titles, about: about, conduct: conduct)
        return try program.having(seasons.map(\.season))
    }

    private func areas(_ entry: YAMLEntry) throws -> [Program.Area] {
        try different(entry, "areas") { try Program.validatedArea($0.text()) }
    }

    private func reviewTerms(_ entry: YAMLEntry) throws -> ReviewTerms {
        let fields = try Fields(of: entry, FileKey.ofReviews)
        return ReviewTerms(
            hosts: try fields.read("hosts", or: []) { hosts in
                try different(hosts, "servers") { try ReviewTerms.validatedHost($0.text()) }
            },
            pickDays: try fields.readIfAny("pick-days") { try $0.int(ReviewTerms.pickTimes) },
            proposals: try fields.read("proposals", or: .seen) { try $0.choice(ReviewTerms.Proposals.self) })
    }

    private func different(
        _ entry: YAMLEntry, _ what: String, _ read: (YAMLEntry) throws -> String
    ) throws -> [String] {
        let items = try entry.all { item in try item.located { try read(item) } }
        guard Set(items).count == items.count, items.count <= Self.mostDifferent else {
            throw entry.wrong("at most \(Self.mostDifferent) different \(what)")
        }
        return items
    }

    /// How many areas, addresses or servers a list may have.
    static let mostDifferent = 100

    private func bots(_ entry: YAMLEntry) throws -> [Nickname] {
        let bots = try entry.all(atMost: Limits.bots) { item in
            try item.located { try KnownNickname.validated(item.text()) }
        }
        guard Set(bots).count == bots.count else { throw entry.wrong("different nicknames") }
        return bots
    }

    private func freeze(_ entry: YAMLEntry) throws -> Freeze {
        let fields = try Fields(of: entry, FileKey.ofFreeze)
        let days = try self.days(fields, of: entry)
        let reason = try fields.read { try $0["reason"].oneLine() }
        let regions = try fields.read("regions", or: [], self.regions)
        guard let days, let reason else { throw NotedAlready() }
        return Freeze(days: days, reason: reason, regions: regions)
    }

    /// The days of a freeze or an absence; nil when they are wrong, which is noted.
    private func days(_ fields: Fields, of entry: YAMLEntry) throws -> DayRange? {
        let from = try fields.read { try $0["from"].date() }
        let to = try fields.read { try $0["to"].date() }
        guard let from, let to else { return nil }
        return try fields.read { _ in try entry.located { try DayRange(from: from, to: to) } }
    }

    /// A mentor of a program, of which nothing may be known since something of it is wrong.
    private func mentor(_ entry: YAMLEntry, of program: Program?) throws -> ProgramDocument.MentorEntry {
        let fields = try Fields(of: entry, FileKey.ofMentor)
        let zone = try fields.read { fields in
            try fields["zone"].located { try zones.knownZone(fields["zone"].text()) }
        }
        // Nil within is none of its own; nil is a wrong one, which is noted.
        let region: Region?? = try fields.read { try self.region(of: zone, $0, of: program) }
        let name = try fields.read { try $0["name"].oneLine() }
        let email = try fields.read { fields in try fields["email"].located { try EmailAddress(fields["email"].text()) }
        }
        let formerly = try fields.read { try self.formerAddresses($0) } ?? []
        let weight = try fields.read("weight", or: 1) { try $0.int(Mentor.weights) }
        let minGapWeeks = try fields.read("min-gap-weeks", or: 2) { try $0.int(Mentor.gaps) }
        let maxPerMonth = try fields.read("max-per-month", or: 2) { try $0.int(Mentor.monthlyLimits) }
        let knows = try fields.read("knows", or: []) { entry in
            try program.map { try knownAreas(entry, of: $0) } ?? []
        }
        let slots = try fields.read("slots", or: []) { entry in
            try entry.each(atMost: Limits.slots) { try slot($0, of: program) }
        }
        let away = try fields.read("away", or: []) { try $0.each(atMost: Limits.absences, self.away) }
        guard let zone, let region, let name, let email else { throw NotedAlready() }
        return ProgramDocument.MentorEntry(
            name: name, email: email, formerly: formerly, zone: zone, region: region, weight: weight,
            minGapWeeks: minGapWeeks, maxPerMonth: maxPerMonth, knows: knows, slots: slots, away: away,
            place: entry.place)
    }

    /// The region that the file names for a mentor; that of their zone takes part, too, where it names none.
    private func region(of zone: TimeZoneID?, _ fields: Fields, of program: Program?) throws -> Region? {
        let named = try fields.optional("region")?.choice(Region.self)
        guard let region = named ?? zone.map(zones.region(of:)) else { throw NotedAlready() }
        guard let taking = program?.allRegions, !taking.contains(region) else { return named }
        throw try (fields.optional("region") ?? fields["zone"]).wrong(
            "a mentor of \(taking.sorted().map(\.rawValue).joined(separator: ", ")); \(region.rawValue) takes no part")
    }

    /// Refuses an address from before that is another mentor's in the same file.
    private func refuseFormerAddresses(of mentors: [ProgramDocument.MentorEntry], in root: Fields) throws {
        let addresses = Set(mentors.map(\.email))
        _ = try root.read("mentors", or: []) { entries in
            try entries.each(atMost: Limits.mentors) { entry in
                let own = entry.node.mapping?["email"]?.string?.lowercased()
                guard let mentor = mentors.first(where: { $0.email.description == own }) else { return }
                let others = addresses.union(mentors.filter { $0.email != mentor.email }.flatMap(\.formerly))
                guard let former = mentor.formerly.first(where: others.contains) else { return }
                throw entry.wrong("an address from before under formerly; \(former) is another mentor's in this file")
            }
        }
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

    private func away(_ entry: YAMLEntry) throws -> DayRange {
        let fields = try Fields(of: entry, FileKey.ofAbsence)
        guard let days = try self.days(fields, of: entry) else { throw NotedAlready() }
        return days
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
