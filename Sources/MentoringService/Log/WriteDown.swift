import CivilTime
import Mentoring
import MentoringAPI

/// What somebody does, as it stands in the log if it changes anything.
struct Deed: Sendable {
    var actor: EmailAddress?
    var way: LogEntry.Way
    let action: String
    /// The least role that may do it; nil where everybody may.
    var least: Role?
    /// The program, where the subject does not say it.
    var program: Program.Name?
    /// What it is about, looked up before it is done, since what is removed is not there afterwards.
    var about: Subject = .server
    /// What it is done to, and to whom: codes, numbers and addresses.
    var subject: [String] = []
    var fields: [String] = []
    /// Whether it may be done in a program that is archived.
    var worksInArchive = false

    /// What is done to a session, by whichever way; of somebody, if that is not who does it.
    static func about(
        _ session: Session, _ action: String, by actor: EmailAddress? = nil, of person: Person? = nil,
        way: LogEntry.Way
    ) -> Deed {
        Deed(
            actor: actor, way: way, action: action, program: session.code.program,
            subject: [session.code.description] + [person?.email.description].compactMap(\.self))
    }
}

extension StoreWriting {
    /// Does something and writes it down, unless it changes nothing, or is written down as part of something else.
    func writingDown<T>(_ deed: Deed?, at now: Instant, _ body: () throws -> T) throws -> T {
        guard let deed else { return try body() }
        let place = try program(of: deed.about) ?? deed.program
        let named = try deed.subject.map { try fullCode($0) }
        let roleBefore = try place.flatMap { try standing(of: deed.actor, in: $0) }
        let before = changesMade
        let result = try body()
        guard changesMade > before else { return result }
        let told = result as? any SaysWhatWasDone
        let actor = told?.provedActor ?? deed.actor
        let program = try (place ?? told?.programOfDeed).flatMap { try self.program($0)?.name }
        // By whichever way it came: what is archived only stands to be read.
        if let program, !deed.worksInArchive { try refuseArchived(program) }
        // Whoever joins is somebody by that; whoever makes themself an organizer was more than that before.
        let isJoining = roleBefore == nil && (deed.least ?? .trainee) == .trainee
        let role = try isJoining ? program.flatMap { try standing(of: actor, in: $0) } : roleBefore
        let subject = named + (told?.numbersMade ?? []).filter { !deed.subject.contains($0) }
        try add(
            LogEntry(
                moment: now, actor: actor, role: role.flatMap { $0 < deed.least ?? $0 ? nil : $0 }, way: deed.way,
                action: deed.action, program: program,
                subject: subject.isEmpty ? nil : subject.joined(separator: " "), fields: deed.fields))
        return result
    }

    /// What somebody is in a program by its own lists; nil for an administrator, whom its organizers do not know as one.
    private func standing(of actor: EmailAddress?, in program: Program.Name) throws -> Role? {
        guard let actor else { return nil }
        if try organizers(of: program).contains(actor) { return .organizer }
        return try person(actor).flatMap { try membership(of: $0.id, in: program) }
    }
}

extension TrainingService {
    /// The same service, which writes down what it changes.
    func writingDown(_ deed: Deed) -> TrainingService {
        with(store: WritingDownStore(store: store, deed: deed, clock: clock))
    }

    /// The same service, once it is known which program is changed, whom that concerns, and what says it, if that is not who asks.
    func writingDown(
        in program: Program.Name?, to person: Person? = nil, by way: LogEntry.Way? = nil
    ) -> TrainingService {
        guard var writing = store as? WritingDownStore else { return self }
        writing.deed.program = program
        if let way { writing.deed.way = way }
        if let person { writing.deed.subject.append(person.email.description) }
        return with(store: writing)
    }

    /// What is being done, as one program's log has what of it concerns somebody there.
    func deed(in program: Program, to email: EmailAddress) -> Deed? {
        guard var deed = (store as? WritingDownStore)?.deed else { return nil }
        deed.program = program.name
        deed.subject = [email.description]
        return deed
    }
}

/// A store that writes down what each of its transactions changes.
private struct WritingDownStore: StoreAround {
    let store: any Store
    var deed: Deed
    let clock: any InstantSource

    func write<T: Sendable>(_ body: @Sendable (any StoreWriting) throws -> T) async throws -> T {
        try await store.write { transaction in
            try transaction.writingDown(deed, at: clock.now()) { try body(transaction) }
        }
    }
}
