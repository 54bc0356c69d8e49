import Mentoring
public import MentoringAPI

extension ShowLog: HandledRequest {
    public func carryOut(for client: Client) async throws -> [LogEntryView] {
        try await client.service.log(of: program, before: before, most: most)
    }
}

extension ShowWholeLog: HandledRequest {
    public func carryOut(for client: Client) async throws -> [LogEntryView] {
        try await client.service.log(of: nil, before: before, most: most)
    }
}

extension TrainingService {
    /// What was changed in a program, or anywhere, newest first.
    fileprivate func log(
        of name: Program.Name?, before: Identifier<LogEntry>?, most: Int?
    ) async throws -> [LogEntryView] {
        try await store.read { transaction in
            let program = try name.map { try transaction.requireProgram($0).name }
            return try transaction.log(of: program, before: before, most: most ?? 100).map { entry in
                LogEntryView(
                    id: entry.id, moment: entry.moment, actor: entry.actor, way: entry.way, action: entry.action,
                    program: entry.program, subject: entry.subject, fields: entry.fields)
            }
        }
    }
}
