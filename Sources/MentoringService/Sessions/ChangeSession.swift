import CivilTime
import Mentoring
public import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog

extension Client {
    /// What is to be known of a change besides what it does: of the hour that was asked for, and what speaks against it.
    typealias Remarks = (note: String?, against: [String])

    /// Changes a session as an organizer or its own mentor may, or says what that would do.
    ///
    /// What is only said is done and taken back, so that it is what would happen.
    ///
    /// - Parameters:
    ///   - code: which session is meant.
    ///   - forGood: whether it is done, or only said.
    ///   - edit: gives the session the shape that it is to have, or refuses to.
    /// - Returns: the session as it is then, and what that does to people.
    /// - Throws: `Refusal` not-found for an unknown session, not-allowed for another mentor's; what `edit` throws.
    func change(
        _ code: String, forGood: Bool,
        _ edit: @Sendable (inout Session, SeasonFacts, any StoreWriting) throws -> Remarks
    ) async throws -> SessionChange {
        let client = self
        let now = service.clock.now()
        return try await service.store.write(forGood: forGood) { transaction in
            let service = client.service
            let known = try transaction.requireSession(code, by: service.zones)
            try client.caller.require(owner: known.mentor.id, in: transaction)
            let facts = try SeasonFacts(
                of: transaction.requireProgram(of: known.code), in: transaction, by: service.zones, now: now,
                told: client.principal)
            let effects = try SessionEffects(of: known, facts, for: client, before: transaction)
            var session = known
            let remarks = try edit(&session, facts, transaction)
            try service.store(&session, at: now, in: transaction)
            try service.tellOrganizers(of: session, after: known, at: now, in: transaction)
            // Of seats there may be others by now, as the program's file says.
            let stored = try transaction.session(session.id)?.timed(by: service.zones) ?? session
            let counts = try transaction.enrollmentCounts(of: session.code.program)[session.id] ?? EnrollmentCounts()
            let isSame = session.sequence == known.sequence
            let outcome = try effects.view(of: session, remarks: remarks.against, transaction)
            return SessionChange(
                session: SessionView(stored, counts: counts, yours: nil, at: now), told: outcome.told,
                note: remarks.note, done: forGood, before: isSame ? nil : .init(known),
                effects: isSame ? nil : outcome.effects)
        }
    }
}

extension Session {
    /// - Throws: `Refusal` conflict for one that is off, or has begun.
    func refuseUnlessChangeable(at now: Instant) throws(Refusal) {
        guard status != .cancelled else { throw Refusal(.conflict, "\(code) is cancelled already") }
        guard isUpcoming(at: now) else { throw Refusal(.conflict, "\(code) has begun; it cannot be changed any more") }
    }
}

extension CancelSession: HandledRequest {
    /// Calls a session off and tells those concerned; planning leaves its turn alone from then on.
    /// - Throws: `Refusal` not-found, not-allowed for another mentor's, or conflict when it is cancelled already or has begun;
    ///   `BadInput` for a reason that is none.
    public func carryOut(for client: Client) async throws -> SessionChange {
        let reason = try OneLine.validated(reason, as: "reason")
        return try await client.change(session, forGood: !(dryRun ?? false)) { session, facts, _ in
            try session.refuseUnlessChangeable(at: facts.now)
            session.status = .cancelled
            session.cancellation = reason
            session.isCalledOff = true
            return (nil, [])
        }
    }
}
