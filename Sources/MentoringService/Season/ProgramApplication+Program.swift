import CivilTime
import Mentoring
import MentoringAPI
import ProgramFile
import TimeZoneCatalog
import Wording

extension ProgramApplication {
    mutating func applyProgram() throws {
        guard let stored = try transaction.program(program.name) else {
            try refuseClash(with: program)
            try transaction.save(program)
            note(.added(.entry(.program(program.name))))
            return notePostponing(before: nil)
        }
        let seasons = try SeasonsOfFile(
            document.program.seasons, known: stored.seasons, givenUp: transaction.givenUpSeasons(of: stored.name),
            announced: transaction.announcedSeasons(of: stored.name),
            spoken: transaction.spokenSeasons(of: stored.name), at: now)
        // A file has one season for the next while this one runs; what is to come it leaves out by mistake.
        seasonsLeft = seasons.staying.filter { $0.start.midnightUTC > now }
        program = try having(seasons, of: stored).focused(at: now)
        newRegions = program.allRegions.subtracting(stored.allRegions)
        try keepRegionTitles(of: stored)
        guard stored != program else { return }
        try refuseClash(with: program)
        try apply(seasons, of: stored)
        try transaction.save(program)
        let fields = FileField.changes(from: stored.fileFields, to: program.fileFields)
        let kept = try lengthsKept(of: stored)
        for field in fields where field.key != "capacity" {
            note(.changed(.field(field, lengthsKept: field.key == "minutes" ? kept : [])))
        }
        var isCapacityTold = false
        for season in program.seasons where !season.isOver(at: now) {
            let known = seasons.changed.first { $0.to.name == season.name }?.known.name ?? season.name
            guard stored.season(named: known) != nil else { continue }
            let before = stored.focused(on: known).capacity
            isCapacityTold = isCapacityTold || before != program.focused(on: season.name).capacity
            try applyCapacity(insteadOf: before, in: program.focused(on: season.name))
        }
        // Seasons that are over, or have a number of their own, do not tell of it.
        for field in fields where field.key == "capacity" && !isCapacityTold { note(.changed(.field(field))) }
        notePostponing(before: stored)
    }

    /// Says where meetings are to be postponed and no week is free for one, when that is new.
    private mutating func notePostponing(before stored: Program?) {
        guard program.postponesInVain(at: now), stored?.postponesInVain(at: now) != true else { return }
        note(.hint(.postponesInVain))
    }

    /// A region that the file has in none of its seasons keeps what it was called: a past season, left out, may be of it.
    ///
    /// Where no session is, that is in nobody's way.
    private mutating func keepRegionTitles(of stored: Program) throws {
        for region in Region.allCases where !document.program.allRegions.contains(region) {
            program.regionTitles[region] = stored.regionTitles[region]
        }
        while let clash = program.regionTitles.clash {
            let left = [clash.first, clash.second].filter { !document.program.allRegions.contains($0) }
            let sessions = try transaction.sessions(of: program.name)
            // Whose title nobody reads anywhere has the usual one again.
            if let region = left.first(where: { region in
                program.regionTitles.chosen(for: region) != nil && !sessions.contains { $0.code.region == region }
            }) {
                program.regionTitles[region] = region.usualTitle
                continue
            }
            let kept = left.first ?? clash.first
            let other = kept == clash.first ? clash.second : clash.first
            throw BadInput(
                "\(other.rawValue) cannot be called “\(program.regionTitles[other])”: \(kept.rawValue), which the file leaves out, has sessions under that title, and keeps it; give \(other.rawValue) another title"
            )
        }
    }

    /// Refuses a name that would make a code mean two sessions.
    private func refuseClash(with program: Program) throws {
        let others = try transaction.programs().filter { $0.name != program.name }
        func names(of program: Program) throws -> (program: Program.Name, seasons: [Season.Name]) {
            // The codes of what was given up stay.
            let left = try transaction.givenUpSeasonsThatPeopleKnow(of: program.name).map(\.name)
            return (program.name, program.seasons.map(\.name) + left)
        }
        let all = try (others + [program]).map(names)
        // What stored programs have among themselves is no matter of this file.
        let known = try Season.clash(of: others.map(names))
        if let clash = Season.clash(of: all), clash != known { throw BadInput(clash) }
    }

    /// Which announced sessions are as long as before, where the file says another length now.
    func lengthsKept(of stored: Program) throws -> [SessionCode] {
        try transaction.sessionsToCome(of: program.name, by: zones, at: now).filter { session in
            guard session.status == .announced,
                let season = program.seasons.first(where: { $0.start == session.season }),
                let known = stored.seasons.first(where: { $0.start == session.season })
            else { return false }
            let minutes = program.focused(on: season.name).minutes
            return minutes != stored.focused(on: known.name).minutes && minutes != session.minutes
        }.map(\.code)
    }

    /// Sessions to come have the file's number of seats from now on, and those with more people in them as many as these are.
    private mutating func applyCapacity(insteadOf known: Int, in program: Program) throws {
        guard known != program.capacity else { return }
        let sessions = try transaction.currentSessions(of: program, by: zones).filter { $0.isUpcoming(at: now) }
        let effects = try EffectsOnPeople(for: nil, by: service.secrets, before: transaction)
        for session in sessions { _ = try service.fillFreeSeats(of: session, at: now, in: transaction) }
        let crowded = try sessions.compactMap { session -> FileNote.Changed.Crowded? in
            let seats = try transaction.session(session.id)?.asStored.capacity ?? program.capacity
            return seats > program.capacity ? .init(session.code, seats: seats) : nil
        }
        let season = program.seasons.count == 1 ? nil : program.season.name
        note(.changed(.capacity(season, from: known, to: program.capacity, crowded: crowded)))
        for effect in try effects.onQueues(transaction) { note(.changed(.queue(effect))) }
    }

    mutating func applyOrganizers() throws {
        let stored = Set(try transaction.organizers(of: program.name))
        for email in document.organizers {
            let key = FiledThing.organizer(email).key
            guard !stored.contains(email) else {
                memory.find(key, of: nil)
                continue
            }
            guard adds(key, of: nil, .organizer(email)) else { continue }
            try refusals.gather(document.organizersPlace) {
                try transaction.admitOrganizer(email, to: program.name)
            }
            note(.added(.entry(.organizer(email))))
        }
        for email in stored.subtracting(document.organizers).sorted() {
            guard removes(FiledThing.organizer(email).key, of: nil, .organizer(email)) else { continue }
            _ = try transaction.removeOrganizer(email, from: program.name)
            note(.removed(.entry(.organizer(email))))
        }
    }

    mutating func applyStages() throws {
        let stored = try transaction.stages(of: program.name)
        guard stored != document.stages else { return }
        try transaction.save(document.stages, of: program.name)
        let before = changes.count
        for stage in document.stages where !stored.contains(stage) {
            let known = stored.first { $0.name == stage.name }
            note(known.map { .changed(.stage($0, to: stage)) } ?? .added(.entry(.stage(stage))))
        }
        for stage in stored where !document.stages.contains(where: { $0.name == stage.name }) {
            note(.removed(.entry(.stage(stage))))
        }
        if changes.count == before { note(.changed(.orderOfStages)) }
    }

    mutating func applyFreezes() throws {
        var stored = try transaction.freezes(of: program.name)
        var added: [Freeze] = []
        for freeze in document.freezes {
            let key = freeze.fileKey
            if let index = stored.firstIndex(where: { $0.days == freeze.days && $0.regions == freeze.regions }) {
                let known = stored.remove(at: index)
                memory.find(key, of: nil, FileField.quoted(freeze.reason))
                let (file, reason) = (FileField.quoted(freeze.reason), FileField.quoted(known.reason))
                let isTaken = try takes(key, called: .reason(of: freeze), of: nil, file: file, stored: reason)
                guard isTaken, file != reason else { continue }
                _ = try transaction.remove(known.id)
                _ = try transaction.add(freeze, to: program.name)
                note(.changed(.reason(of: freeze, before: known.reason)))
            } else {
                let reason = FileField.quoted(freeze.reason)
                if adds(key, of: nil, .freeze(freeze), as: reason) { added.append(freeze) }
            }
        }
        for freeze in stored {
            guard removes(freeze.fileKey, of: nil, .freeze(freeze)) else { continue }
            _ = try transaction.remove(freeze.id)
            note(.removed(.entry(.freeze(freeze))))
        }
        // Beside those that stay.
        for freeze in added {
            let others = try transaction.freezes(of: program.name)
            let stored = try transaction.add(freeze, to: program.name)
            let remarks =
                stored.remarks(in: program, besides: others, at: now)
                + stored.moves(in: program, besides: others, at: now)
            note(.added(.entry(.freeze(freeze), but: remarks)))
        }
    }
}

extension [Person] {
    /// What stands for each, in the order of that.
    func called(_ name: (Person) -> String = \.name) -> [String] { map(name).sorted() }
}

extension Program {
    /// Whether frozen meetings of a season that is not over are to be postponed, and no week is free for one.
    fileprivate func postponesInVain(at now: Instant) -> Bool {
        seasons.filter { !$0.isOver(at: now) }.map { focused(on: $0.name) }.contains {
            $0.whenFrozen == .postpone && $0.meets == .everyWeek
        }
    }
}
