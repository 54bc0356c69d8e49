import CivilTime
import Mentoring
import MentoringAPI
import ProgramFile
import TimeZoneCatalog
import Wording

/// Finds those whom a program's file has under another address than the database, and lets them move.
///
/// A file speaks for one program, so that nobody moves by it whom another knows, and nobody's account is taken over: see
/// `TrainingService.move`. Nor does it tell whom else the server knows: of a new address that cannot be had an organizer is told what
/// they are told of a stranger's, and the entry stays that of who they are by now.
struct FormerAddresses {
    /// By what an address that the file said is remembered.
    static let key = "address"

    let service: TrainingService
    /// What the file said before.
    let memory: FileMemory
    /// Whether the file's word counts where somebody has another address since.
    let override: Bool
    let now: Instant
    let transaction: any StoreWriting
    private let telling: WhatIsTold
    private let refusals: FileRefusals
    private(set) var notes: [ProgramChange] = []
    /// What the file says of those who have another address since, by that.
    var fileAddresses: [EmailAddress: Set<EmailAddress>] = [:]

    /// Whom the file names.
    private(set) var named: Set<EmailAddress> = []

    init(
        service: TrainingService, memory: FileMemory, override: Bool, now: Instant, transaction: any StoreWriting,
        telling: WhatIsTold, refusals: FileRefusals
    ) {
        self.service = service
        self.memory = memory
        self.override = override
        self.now = now
        self.transaction = transaction
        self.telling = telling
        self.refusals = refusals
    }

    /// Moves those whose entry names an address of before, and says who may be meant where an entry names none.
    ///
    /// Whoever moved themself since, undid it, or never confirmed the new address, keeps the one that they have: the entry is
    /// read as theirs.
    mutating func settle(_ document: inout ProgramDocument) throws {
        let program = document.program
        named = Set(document.mentors.map(\.email) + document.duties.flatMap(\.volunteers).map(\.email))
        try readAddresses(of: &document) { try $0.follow($1, $2, $3, of: program) }
        try hint(at: document)
        try readAddresses(of: &document) { try $0.settle($1, $2, $3, of: program) }
        try readOrganizers(of: &document)
    }

    /// Reads each entry under another address, found by its name, its own address and those of before.
    private mutating func readAddresses(
        of document: inout ProgramDocument,
        by read: (inout Self, String, EmailAddress, [EmailAddress]) throws -> EmailAddress
    ) throws {
        for index in document.mentors.indices {
            let entry = document.mentors[index]
            try refusals.gather(entry.place, of: entry.email) {
                document.mentors[index].email = try read(&self, entry.name, entry.email, entry.formerly)
            }
        }
        for duty in document.duties.indices {
            for index in document.duties[duty].volunteers.indices {
                let entry = document.duties[duty].volunteers[index]
                try refusals.gather(entry.place, of: entry.email) {
                    document.duties[duty].volunteers[index].email = try read(
                        &self, entry.name, entry.email, entry.formerly)
                }
            }
        }
    }

    /// Moves somebody as a file may: whom no other program knows.
    /// - Returns: the address that they have then, which is the old one where the new one cannot be had and that is not told.
    mutating func move(
        _ person: Person, called name: String, to email: EmailAddress, of program: Program
    ) throws -> EmailAddress {
        let old = person.email
        guard try !transaction.isKnown(person, besides: [program.name]) else {
            throw Refusal(
                .notAllowed,
                "\(name) (\(old)) takes part in more than \(program.name), so a file does not move them; they do it themself, or an administrator does: meridian person move \(old) \(email)"
            )
        }
        if let other = try transaction.person(email), try telling != .nothing || isOfHere(other, program) {
            try absorb(other, into: person, old, of: program)
        }
        let moved = try service.move(
            person, to: email, for: program, knownIn: telling == .whyNot ? nil : [program.name], telling: telling,
            isDone: true, at: now, in: transaction)
        note(.changed(.address(of: name, from: old, to: email, effects: moved.effects)))
        return try transaction.person(email)?.id == person.id ? email : old
    }

    /// - Returns: the address under which the entry is to be read.
    private mutating func settle(
        _ name: String, _ email: EmailAddress, _ formerly: [EmailAddress], of program: Program
    ) throws -> EmailAddress {
        // Whoever has moved since is found already.
        var own = fileAddresses[email] == nil ? nil : email as EmailAddress?
        for old in formerly where old != email {
            guard own == nil, let person = try transaction.person(old), try isOfHere(person, program) else {
                try hint(atIdle: old, of: name, at: email, in: program)
                continue
            }
            if try transaction.addressMoves(of: person.id).contains(where: { $0.new == email && $0.undone != nil }) {
                note(.hint(.moveUndone(of: name, from: old, to: email)))
                own = old
                continue
            }
            own = try read(email, as: move(person, called: name, to: email, of: program))
        }
        return own ?? email
    }

    /// Says of an address of before that leads to nobody what the program knows of it, where it knows anything.
    private mutating func hint(
        atIdle old: EmailAddress, of name: String, at email: EmailAddress, in program: Program
    ) throws {
        let holder = try transaction.person(writingFrom: old)
        let obstacle: FileNote.Hint.Obstacle? =
            if let other = holder, try other.id != transaction.person(email)?.id, try isOfHere(other, program) {
                .taken(by: other.name)
            } else if holder == nil, try transaction.organizers(of: program.name).contains(old) {
                .organizes(program.name)
            } else if try !transaction.blockedAddresses(in: program.name).filter({ $0.email.isReadWith(old) }).isEmpty {
                .blocked(in: program.name)
            } else {
                nil
            }
        if let obstacle { note(.hint(.notFollowed(old, of: name, at: email, obstacle))) }
    }

    /// Notes that the file has another address of somebody than their own; two who are one since have two entries.
    /// - Returns: their own.
    mutating func read(_ email: EmailAddress, as own: EmailAddress) -> EmailAddress {
        if own != email { fileAddresses[own, default: named.contains(own) ? [own] : []].insert(email) }
        return own
    }

    /// Whether a program knows somebody, by what they are or by what they did there.
    func isOfHere(_ person: Person, _ program: Program) throws -> Bool {
        if try transaction.isIn(person, program) { return true }
        let sessions = try transaction.sessions(of: person.id, starting: .distantPast..<(.distantFuture))
        return try sessions.contains { $0.code.program == program.name }
            || !transaction.attendance(of: person.id, in: program.name).isEmpty
    }

    /// Makes the one whom the file made under the new address before it named the old one the same person.
    ///
    /// Only what was entered by the program alone goes that way: whoever has spoken, or has a seat, is somebody.
    private mutating func absorb(
        _ other: Person, into person: Person, _ old: EmailAddress, of program: Program
    ) throws {
        let sessions = try transaction.sessions(of: other.id, starting: .distantPast..<(.distantFuture))
        let hasSeats = sessions.contains { session in
            session.mentor.id != other.id || session.asStored.status != .tentative
        }
        let hasWeeks = try transaction.dutyTurns(of: other.id).contains { $0.status != .cancelled }
        guard !hasSeats, !hasWeeks, try !transaction.hasSpoken(other.id),
            try !transaction.isKnown(other, besides: [program.name])
        else {
            throw Refusal(
                .conflict,
                "\(other.email) cannot be made the same person as \(old) by a file, since it may be somebody with seats of their own; use another address, or let an administrator make them one: meridian person move \(old) \(other.email) --merge"
            )
        }
        // The file has their slots.
        try transaction.removeMentor(other.id, from: program.name)
        // The entry goes on from what the file said of whom it names as the one of before.
        let facts = try transaction.fileFacts(of: program.name)
        let known = Set(facts.filter { $0.owner == person.id }.map(\.key))
        try transaction.save(facts.filter { $0.owner != other.id || !known.contains($0.key) }, of: program.name)
        for effect in try service.unite(other, into: person, at: now, in: transaction) {
            note(.removed(.merged(effect)))
        }
    }

    /// Says where an entry that would make a new person looks like one who is there, and whom the file does not name.
    ///
    /// Nobody takes the name of somebody who leads the program, so such an entry is refused until it says whose it is.
    private mutating func hint(at document: ProgramDocument) throws {
        let program = document.program
        let entries =
            document.mentors.map { ($0.name, $0.email, $0.zone, $0.place, $0.formerly) }
            + document.duties.flatMap(\.volunteers).map { ($0.name, $0.email, $0.zone, $0.place, $0.formerly) }
        let named = Set(entries.flatMap { [$0.1] + $0.4 })
        let leaders = try transaction.mentors(of: program.name).map(\.person)
        let people =
            try leaders + transaction.trainees(of: program.name)
            + transaction.volunteers(of: program.name).map(\.person)
        var hinted: Set<EmailAddress> = []
        for (name, email, zone, place, _) in entries where try transaction.person(email, in: program) == nil {
            try refusals.gather(place, of: email) {
                try transaction.refuseBlocked(email, in: program.name)
                // The name of somebody who leads is refused whatever the zone: whoever moves house changes both at once.
                let like = people.first { person in
                    PersonName.look(person.name) == PersonName.look(name) && !named.contains(person.email)
                        && (person.shownZone == zone || leaders.contains { $0.id == person.id })
                }
                guard let like, hinted.insert(email).inserted else { return }
                let hint = FileNote.Hint.looksLike(like.email, of: name, at: email)
                guard !leaders.contains(where: { $0.id == like.id }) else {
                    throw Refusal(.conflict, "\(hint.text); or, if they are two people, give them names that differ")
                }
                note(.hint(hint))
            }
        }
    }

    mutating func note(_ note: FileNote) {
        let change = note.change
        // Whoever mentors and volunteers stands in the file twice.
        if !notes.contains(change) { notes.append(change) }
    }
}
