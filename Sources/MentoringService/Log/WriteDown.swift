import CivilTime
import Mentoring
import MentoringAPI

/// What somebody does, as it stands in the log if it changes anything.
struct Deed: Sendable {
    var actor: EmailAddress?
    let way: LogEntry.Way
    let action: String
    /// The program, where it is known before the subject is looked up.
    var program: Program.Name?
    var about: Subject = .server
    var subject: String?
    var fields: [String] = []

    /// What is done to a session, by whichever way.
    static func about(
        _ session: Session, _ action: String, by actor: EmailAddress? = nil, way: LogEntry.Way
    ) -> Deed {
        Deed(
            actor: actor, way: way, action: action, program: session.code.program,
            subject: session.code.description)
    }
}

/// An answer that says in which program something was done, where the question leaves that open.
private protocol OfProgram {
    var program: Program.Name? { get }
}

extension TokenCreated: OfProgram {}

extension StoreWriting {
    /// Does something and writes it down, unless it changes nothing.
    func writingDown<T>(_ deed: Deed, at now: Instant, _ body: () throws -> T) throws -> T {
        // What is removed can be looked up before only.
        let place = try program(of: deed.about) ?? deed.program
        let before = changesMade
        let result = try body()
        guard changesMade > before else { return result }
        let program = try (place ?? (result as? any OfProgram)?.program).flatMap { try self.program($0)?.name }
        try add(
            LogEntry(
                moment: now, actor: deed.actor, way: deed.way, action: deed.action, program: program,
                subject: deed.subject, fields: deed.fields))
        return result
    }
}

extension TrainingService {
    /// The same service, which writes down what it changes.
    func writingDown(_ deed: Deed) -> TrainingService {
        with(store: WritingDownStore(store: store, deed: deed, clock: clock))
    }

    /// The same service, once it is known which program is changed.
    func writingDown(in program: Program.Name) -> TrainingService {
        guard var writing = store as? WritingDownStore else { return self }
        writing.deed.program = program
        return with(store: writing)
    }
}

extension Deed {
    /// What a request does, by whoever asks.
    init<R: Request>(_ request: R, by actor: EmailAddress?, way: LogEntry.Way) throws {
        let values = try request.values()
        let inAddress = R.route.segments.compactMap { segment -> String? in
            if case .field(let name) = segment { values[name]?.texts.first } else { nil }
        }
        self.init(
            actor: actor, way: way, action: R.name, program: values["program"]?.texts.first, about: request.subject,
            subject: inAddress.isEmpty || R.holdsSecret ? nil : inAddress.joined(separator: " "),
            fields: R.route.otherFields.map(\.name).filter { values[$0] != nil }.sorted())
    }
}

/// A store that writes down what each of its transactions changes.
private struct WritingDownStore: Store {
    let store: any Store
    var deed: Deed
    let clock: any InstantSource

    func read<T: Sendable>(_ body: @Sendable (any StoreReading) throws -> T) async throws -> T {
        try await store.read(body)
    }

    func write<T: Sendable>(_ body: @Sendable (any StoreWriting) throws -> T) async throws -> T {
        try await store.write { transaction in
            try transaction.writingDown(deed, at: clock.now()) { try body(transaction) }
        }
    }

    func alone<T: Sendable>(_ task: String, _ body: @Sendable () async throws -> T) async throws -> T? {
        try await store.alone(task, body)
    }

    func checkWriting() async throws { try await store.checkWriting() }
    var busyRetries: Int { store.busyRetries }
    var changeCount: Int? { store.changeCount }
    func settledChangeCount() async throws -> Int? { try await store.settledChangeCount() }
}
