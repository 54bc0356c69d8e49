import Mentoring

/// Something that both a program's file and people can enter, under the key by which it is known what the file said of it.
struct FiledThing {
    /// Whose it is; nil where it is the program's.
    let owner: Identifier<Person>?
    let key: String

    static func mentor(_ person: Identifier<Person>) -> FiledThing { FiledThing(owner: person, key: "mentor") }

    static func slot(_ slot: Slot) -> FiledThing { FiledThing(owner: slot.mentor, key: slot.pattern.fileKey) }

    static func absence(_ away: Away) -> FiledThing { FiledThing(owner: away.person, key: away.days.fileKey) }

    static func volunteer(_ person: Identifier<Person>, for duty: Duty.Name) -> FiledThing {
        FiledThing(owner: person, key: "volunteer \(duty)")
    }

    static func freeze(_ freeze: Freeze) -> FiledThing { FiledThing(owner: nil, key: freeze.fileKey) }

    static func organizer(_ email: EmailAddress) -> FiledThing { FiledThing(owner: nil, key: "organizer \(email)") }
}

extension StoreWriting {
    /// Notes that people have entered things just now, which a program's file may have had before: they are the people's.
    ///
    /// Every command that enters what a file can have passes here, for each thing that was not there. Of what no file ever had,
    /// there is nothing to note.
    ///
    /// - Parameters:
    ///   - things: what was entered.
    ///   - program: whose file it is.
    /// - Throws: what reading and writing the database throws.
    func noteEnteredByPeople(_ things: [FiledThing], in program: Program.Name) throws {
        guard !things.isEmpty else { return }
        let known = try fileFacts(of: program)
        let places = Set(known.map { FileFact(owner: $0.owner, key: $0.key) })
        let own = things.filter { places.contains(FileFact(owner: $0.owner, key: $0.key)) }.map {
            FileFact(owner: $0.owner, key: FileMemory.own($0.key))
        }
        if !known.isSuperset(of: own) { try save(known.union(own), of: program) }
    }

    /// Notes what somebody has said of themself just now, by the keys of what a program's file can say of them: a file that mentions
    /// them for the first time does not know better.
    func noteOwnWords(_ keys: [String], of person: Identifier<Person>, in program: Program.Name) throws {
        let known = try fileFacts(of: program)
        let own = keys.map { FileFact(owner: person, key: FileMemory.own($0)) }
        if !known.isSuperset(of: own) { try save(known.union(own), of: program) }
    }

    /// The same of a slot that its mentor has published themself, or of what they changed in one that was there.
    func noteOwnWords(of slot: Slot, changedFrom before: SlotPattern? = nil) throws {
        let pattern = slot.pattern
        let fields = [
            ("until", before?.until == pattern.until), ("except", before?.except == pattern.except),
            ("prefer", before?.preference == pattern.preference),
        ]
        let said = fields.filter { before == nil || !$0.1 }.map { "\(pattern.fileKey), \($0.0)" }
        try noteOwnWords(said, of: slot.mentor, in: slot.program)
    }
}

extension StoreWriting {
    /// Makes two people one: the one way to do so.
    ///
    /// What people entered of either of them stays theirs, also where a program's file had the same of the other.
    ///
    /// - Parameters:
    ///   - going: who is nobody any more.
    ///   - staying: whose all of it is then.
    /// - Throws: what reading and writing the database throws.
    func unite(_ going: Identifier<Person>, into staying: Identifier<Person>) throws {
        let own = try programs().map { program in
            let memory = FileMemory(try fileFacts(of: program.name))
            let things = try [going, staying].flatMap { try filedThings(of: $0, in: program.name) }
            return (
                program.name,
                things.filter { !memory.isOfFile($0.key, of: $0.owner) }.map { FiledThing(owner: staying, key: $0.key) }
            )
        }
        try absorb(going, into: staying)
        for (program, things) in own { try noteEnteredByPeople(things, in: program) }
    }

    /// What a program has of somebody that its file can have.
    private func filedThings(of person: Identifier<Person>, in program: Program.Name) throws -> [FiledThing] {
        try mentors(of: program).filter { $0.person.id == person }.map { .mentor($0.person.id) }
            + slots(of: program).filter { $0.mentor == person }.map(FiledThing.slot)
            + absences(of: person, in: program).filter { $0.program == program }.map(FiledThing.absence)
            + volunteers(of: program).filter { $0.person.id == person }.map { .volunteer(person, for: $0.duty) }
    }
}
