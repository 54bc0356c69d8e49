import CivilTime
import Mentoring
public import MentoringAPI
import ProgramFile
import TimeZoneCatalog

extension ApplyProgram: HandledRequest {
    /// Makes a program agree with what changed in its file since it was applied last.
    ///
    /// What people have changed since stays. Applying the same file again changes nothing.
    ///
    /// - Returns: what changed, what stays and what the file does not mention, in the order of the file.
    /// - Throws: `BadInput` when the file is that of another program than is meant, when two seasons overlap, or one that was
    ///   announced would be moved or renamed, or when names would make another's codes; `Refusal` conflict when it is to begin a
    ///   program that is there.
    public func carryOut(for client: Client) async throws -> [ProgramChange] {
        let (prune, override) = (prune ?? false, override ?? false)
        let reader = ProgramFileReader(zones: client.service.zones, recurrence: client.service.recurrence)
        let document = try reader.read(Array(text.utf8), file: file ?? "the program file")
        if let program, program != document.program.name {
            throw BadInput(
                "this is the file of \(document.program.name); bring that of \(OneLine.shown(program)), or take this one to the page of \(document.program.name)",
                file: file ?? "the program file", line: document.place.line)
        }
        let caller = try await client.organizer(ofProgramToApply: document.program.name)
        let service = client.service.writingDown(in: document.program.name, by: .file)
        let now = service.clock.now()
        return try await service.store.write(forGood: !(dryRun ?? false)) { transaction in
            // Whoever wrote the file may have seen no such program, and somebody else have begun one since.
            if isNew == true, try transaction.programs().contains(where: { $0.name == document.program.name }) {
                throw Refusal(
                    .conflict,
                    "there is a program \(document.program.name) already: it is changed on its organizers' page, and a new one has another name"
                )
            }
            var application = ProgramApplication(
                service: service, document: document, prune: prune, override: override, now: now, zones: service.zones,
                transaction: transaction, program: document.program.focused(at: now),
                memory: FileMemory(try transaction.fileFacts(of: document.program.name)),
                telling: try transaction.administers(caller) ? .whyNot : .nothing)
            try application.run()
            return application.changes
        }
    }
}

extension Client {
    /// A program is changed by its organizers and made by an administrator.
    fileprivate func organizer(ofProgramToApply name: Program.Name) async throws -> Caller {
        let isKnown = try await service.programs().contains { $0.name == name }
        return try await caller(for: .organizer, about: isKnown ? .program(name) : .server)
    }
}
