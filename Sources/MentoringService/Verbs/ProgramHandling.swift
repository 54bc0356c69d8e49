import Mentoring
public import MentoringAPI
import ProgramFile
import TimeZoneCatalog

extension ListPrograms: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [ProgramView] {
        try await desk.office.programs().map { desk.shown($0) }
    }
}

extension ShowProgram: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> ProgramView {
        desk.shown(try await desk.office.program(program))
    }
}

extension ApplyProgram: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [ProgramChange] {
        let reader = ProgramFileReader(zones: desk.office.zones, recurrence: desk.office.recurrence)
        let document = try reader.read(Array(text.utf8), file: file ?? "the program file")
        try await desk.requireOrganizer(ofProgramToApply: document.program.name)
        return try await desk.office.apply(document, prune: prune ?? false, dryRun: dryRun ?? false)
    }
}

extension ExportProgram: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> ProgramText {
        ProgramText(text: try await desk.office.document(of: program).yaml())
    }
}

extension OfficeDesk {
    /// A program with how people join it here.
    fileprivate func shown(_ program: ProgramView) -> ProgramView {
        var program = program
        program.join = program.join ?? door.joining
        return program
    }

    /// A program is changed by its organizers and made by an administrator.
    fileprivate func requireOrganizer(ofProgramToApply name: Program.Name) async throws {
        let isKnown = try await office.programs().contains { $0.name == name }
        _ = try await caller(for: .organizer, about: isKnown ? .program(name) : .server)
    }
}
