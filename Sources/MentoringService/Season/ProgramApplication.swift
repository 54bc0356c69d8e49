import CivilTime
import Mentoring
import MentoringAPI
import ProgramFile
import TimeZoneCatalog
import Wording

/// Makes a program agree with its file, inside one transaction: of what people have changed since the file was applied last,
/// nothing.
struct ProgramApplication {
    let service: TrainingService
    /// With each entry under the address that its person has.
    var document: ProgramDocument
    /// Whether what came from the file and is in it no more is removed.
    let prune: Bool
    /// Whether the file's word counts where people have changed something since.
    let override: Bool
    let now: Instant
    let zones: TimeZoneCatalog
    let transaction: any StoreWriting
    /// As it is to be, with every season that it has then.
    var program: Program
    /// Those that take part in any of its seasons by this file for the first time.
    var newRegions: Set<Region> = []
    /// Those to come that the file leaves out and that stay, since people were told of them.
    var seasonsLeft: [Season] = []
    var memory: FileMemory
    /// What the file says of those who have another address since, by that.
    var fileAddresses: [EmailAddress: Set<EmailAddress>] = [:]
    private(set) var changes: [ProgramChange] = []
    /// What whoever applies it is told of an address to which nobody can move.
    let telling: WhatIsTold
    /// Why parts of the file cannot be applied.
    let refusals = FileRefusals()

    init(
        service: TrainingService, document: ProgramDocument, prune: Bool, override: Bool, now: Instant,
        zones: TimeZoneCatalog, transaction: any StoreWriting, program: Program, memory: FileMemory,
        telling: WhatIsTold
    ) {
        self.service = service
        self.document = document
        self.prune = prune
        self.override = override
        self.now = now
        self.zones = zones
        self.transaction = transaction
        self.program = program
        self.memory = memory
        self.telling = telling
    }

    /// What stands for the program's people where its organizer reads of them.
    var names: ToldApart {
        get throws { try transaction.toldApart(in: program.name, showingAddresses: true, by: service.secrets) }
    }

    /// Applies all of it.
    /// - Throws: everything that speaks against it at once, each with its line; see `FileRefusals`.
    mutating func run() throws {
        try refusals.gather(document.place) { try transaction.refuseArchived(program.name) }
        let announced = try AnnouncedSessions(of: program.name, in: transaction, by: zones, now: now)
        try refusals.gather(document.seasonsPlace) { try applyProgram() }
        // Nobody is anything of a program that is not there.
        guard try transaction.program(program.name) != nil else { return try refusals.refuse() }
        var former = FormerAddresses(
            service: service, memory: memory, override: override, now: now, transaction: transaction,
            telling: telling, refusals: refusals)
        let organizers = document.organizers
        try former.settle(&document)
        changes += former.notes
        fileAddresses = former.fileAddresses
        // What the file said of those who turned out to be one person is that person's now.
        memory = FileMemory(try transaction.fileFacts(of: program.name))
        // Since when it is known what came from it, be there nothing else to say.
        memory.say("applied", of: nil)
        // As it says them, whatever address they have since.
        for email in organizers { memory.say(FiledThing.organizer(email).key, of: nil) }
        tellOfSeasonsLeft()
        try tellOfErased()
        try applyOrganizers()
        try applyStages()
        try applyFreezes()
        try applyMentors()
        try applyDuties()
        try refusals.refuse()
        memory.keepOwnWords()
        try transaction.save(memory.facts, of: program.name)
        guard changes.contains(where: \.isChange) else { return }
        let after = try AnnouncedSessions(of: program.name, in: transaction, by: zones, now: now)
        if let outcome = announced.outcome(now: after) { note(.hint(outcome)) }
    }

    /// Says whom the file enters anew who was erased: nobody comes back unseen because a file still lists them.
    private mutating func tellOfErased() throws {
        let organizers = Set(try transaction.organizers(of: program.name))
        let listed =
            document.mentors.map(\.email) + document.duties.flatMap(\.volunteers).map(\.email)
            + document.organizers.filter { !organizers.contains($0) }
        for email in listed where try transaction.person(email) == nil {
            guard let moment = try transaction.erased(email) else { continue }
            note(.hint(.erased(email, on: LocalDate(containing: moment))))
        }
    }

    mutating func note(_ note: FileNote) {
        let change = note.change
        // Who mentors and takes turns at a duty is looked at for each.
        guard change.isChange || !changes.contains(change) else { return }
        changes.append(change)
    }
}

extension ProgramApplication {
    /// Whether a field becomes what the file says; what somebody has changed since stays, and is listed.
    ///
    /// So does what its owner has said before the file mentioned it for the first time; what organizers entered of others is the file's
    /// from then on.
    /// The file may have said two things, of two who were made one: what it said already is no change.
    ///
    /// - Parameters:
    ///   - key: the field's key, which it has in no other thing of the same owner.
    ///   - field: what is called so in a sentence, such as `Akira’s own max-per-month`.
    ///   - owner: whom it is about.
    ///   - file: what the file says.
    ///   - stored: what the database has.
    /// - Returns: true where both agree, too.
    /// - Throws: when the log cannot be read, of who set what stays.
    mutating func takes(
        _ key: String, called field: OwnField, of owner: Identifier<Person>?, file: String, stored: String
    ) throws -> Bool {
        memory.say(key, of: owner, file)
        let isChanged =
            memory.knew(key, of: owner)
            && (memory.said(key, of: owner, file) || !memory.said(key, of: owner, stored))
        guard file != stored, !override, isChanged || memory.isOwnWord(key, of: owner) else { return true }
        let entry = try owner.flatMap { try setting(of: key, of: $0) }
        let versions = ProgramChange.Versions(
            what: field.words, applied: memory.lastSaid(key, of: owner), inForce: stored, way: entry?.way,
            // Who administers the server is not a program's organizers' to know.
            by: entry.flatMap { $0.role == nil && telling == .nothing ? nil : $0.actor }, set: entry?.moment,
            file: file)
        note(.kept(.field(versions)))
        return false
    }

    /// What the log has of who set a field of somebody last.
    private func setting(of key: String, of owner: Identifier<Person>) throws -> LogEntry? {
        guard let person = try transaction.mentors(of: program.name).first(where: { $0.person.id == owner })?.person
        else { return nil }
        // `max-per-month` is the file's word for a request's `maxPerMonth`.
        let words = key.split(separator: "-")
        let field =
            words.prefix(1).joined() + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        let about = try transaction.log(
            LogPage(
                program: program.name, about: "\(person.email)", standsFirst: true, most: 100))
        let own = try transaction.log(LogPage(actor: person.email, most: 100))
        let set = (about + own.filter { $0.subject == nil || $0.subject == "\(person.email)" }).filter {
            ($0.program ?? program.name) == program.name && $0.fields.contains(field)
                && ["setMentor", "setPerson", "addMentor"].contains($0.action)
        }
        return set.max { $0.id.rawValue < $1.id.rawValue }
    }

    /// Whether something that the database lacks is added; what was in the file before was removed by somebody since, and stays away.
    mutating func adds(
        _ key: String, of owner: Identifier<Person>?, _ entry: FileEntry, as value: String = ""
    ) -> Bool {
        memory.say(key, of: owner, value)
        guard !override, memory.knew(key, of: owner) else { return true }
        // If somebody enters it again, it is theirs.
        memory.leave(key, of: owner)
        note(.kept(.removal(of: entry)))
        return false
    }

    /// Whether something that the file does not mention is removed: it came from the file, and that is wanted.
    ///
    /// What people have entered is listed once and stays, also where the file had it for a while.
    mutating func removes(_ key: String, of owner: Identifier<Person>?, _ entry: FileEntry) -> Bool {
        if memory.isOfFile(key, of: owner) {
            if prune { return true }
            memory.keep(key, of: owner)
            note(.extra(.fromFile(entry)))
            return false
        }
        let listed = FileMemory.listed(key)
        if !memory.knew(listed, of: owner) { note(.extra(.enteredOtherwise(entry))) }
        memory.say(listed, of: owner)
        return false
    }
}
