import CivilTime
import Mentoring
public import MentoringAPI
public import ProgramFile
import TimeZoneCatalog

extension ApplyProgram: HandledRequest {
    public func carryOut(for client: Client) async throws -> [ProgramChange] {
        let reader = ProgramFileReader(zones: client.service.zones, recurrence: client.service.recurrence)
        let document = try reader.read(Array(text.utf8), file: file ?? "the program file")
        let caller = try await client.organizer(ofProgramToApply: document.program.name)
        return try await client.service.writingDown(in: document.program.name, by: .file).apply(
            document, prune: prune ?? false, override: override ?? false, dryRun: dryRun ?? false, by: caller)
    }
}

extension Client {
    /// A program is changed by its organizers and made by an administrator.
    fileprivate func organizer(ofProgramToApply name: Program.Name) async throws -> Caller {
        let isKnown = try await service.programs().contains { $0.name == name }
        return try await caller(for: .organizer, about: isKnown ? .program(name) : .server)
    }
}

extension TrainingService {
    /// Makes a program agree with what changed in its file since it was applied last.
    ///
    /// What people have changed since stays. Applying the same file again changes nothing.
    ///
    /// - Parameters:
    ///   - document: the file.
    ///   - prune: also remove the organizers, freezes, mentors, slots, absences, duties and volunteers that came from the file and
    ///     are in it no more.
    ///   - override: whether the file's word counts where people have changed something since.
    ///   - dryRun: take everything back in the end.
    ///   - caller: who applies it, which decides what is told of addresses that are nobody's of the program.
    /// - Returns: what changed, what stays and what the file does not mention, in the order of the file.
    /// - Throws: `BadInput` when two seasons overlap, or one that was announced would be moved or renamed, or when names would
    ///   make another's codes.
    public func apply(
        _ document: ProgramDocument, prune: Bool, override: Bool = false, dryRun: Bool,
        by caller: Caller = .onThisMachine(as: nil)
    ) async throws -> [ProgramChange] {
        let now = clock.now()
        return try await store.write(forGood: !dryRun) { transaction in
            var application = ProgramApplication(
                service: self, document: document, prune: prune, override: override, now: now, zones: zones,
                transaction: transaction, program: document.program.focused(at: now),
                memory: FileMemory(try transaction.fileFacts(of: document.program.name)),
                telling: try transaction.administers(caller) ? .whyNot : .nothing)
            try application.run()
            return application.changes
        }
    }
}
