import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog
import Wording

extension ArchiveProgram: HandledRequest {
    /// Lets a program only be read: nothing of it changes, and it sends no mail.
    ///
    /// Sessions to come stay as they are in people's calendars, which is said, since nobody is told. Doing it again changes nothing.
    /// - Throws: `Refusal` not-found for an unknown program.
    public func carryOut(for client: Client) async throws -> ArchiveView {
        let service = client.service
        let name = program
        let dryRun = dryRun ?? false
        let now = service.clock.now()
        return try await service.store.write(forGood: !dryRun) { transaction in
            let program = try transaction.requireProgram(name)
            let isKnown = try transaction.archive(of: name) != nil
            try transaction.archive(name, at: now)
            return ArchiveView(
                program: name, archived: isKnown || !dryRun,
                effects: isKnown ? [] : try service.effects(ofArchiving: program, at: now, in: transaction))
        }
    }
}

extension ReopenProgram: HandledRequest {
    /// Takes a program out of the archive; does nothing for one that is not there.
    ///
    /// Its sessions to come follow the clocks that have changed meanwhile, and those concerned are told.
    /// - Throws: `Refusal` not-found for an unknown program.
    public func carryOut(for client: Client) async throws -> ArchiveView {
        let service = client.service
        let name = program
        let now = service.clock.now()
        return try await service.store.write { transaction in
            let program = try transaction.requireProgram(name)
            let waiting = try transaction.outbox([.pending]).count { $0.program == name }
            guard try transaction.reopen(name) else {
                return ArchiveView(program: name, archived: false, effects: [])
            }
            let adoption = try service.catchUp(program, at: now, in: transaction)
            return ArchiveView(
                program: name, archived: false,
                effects: ArchiveView.leaving(waiting) + [adoption.effect].compactMap(\.self))
        }
    }
}

extension TrainingService {
    /// What was to come and is left as it is, by start, and then what waits.
    fileprivate func effects(
        ofArchiving program: Program, at now: Instant, in transaction: any StoreReading
    ) throws -> [String] {
        let sessions = try transaction.sessionsToCome(of: program.name, by: zones, at: now)
        let announced = sessions.filter { $0.status == .announced }
        let told = try announced.map { session in
            let seats = try transaction.enrollments(in: session.id).count { $0.seat != nil }
            return ArchiveView.stays(session.code, seats: seats)
        }
        let tentative = sessions.count - announced.count
        let waiting = try transaction.outbox([.pending]).count { $0.program == program.name }
        return told + ArchiveView.effects(tentative: tentative, mails: waiting)
    }
}

extension StoreReading {
    /// The programs in which something happens, by name.
    func livePrograms() throws -> [Program] {
        let archived = try archivedPrograms()
        return try programs().filter { !archived.contains($0.name) }
    }

    /// Whether a program sends no mail now.
    func isSilent(_ program: Program.Name) throws -> Bool {
        try pause(of: program) != nil || archive(of: program) != nil
    }

    /// Refuses what would change something of a program that is archived.
    func refuseArchived(_ program: Program.Name) throws {
        guard let since = try archive(of: program) else { return }
        throw Refusal(
            .notAllowed,
            "\(program) is archived since \(LocalDate(containing: since)): it can be read, and nothing changes in it; an organizer reopens it with: meridian program archive \(program) --undo"
        )
    }
}
