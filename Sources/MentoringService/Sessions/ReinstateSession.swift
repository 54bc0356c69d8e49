import CivilTime
import Mentoring
public import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog
import Wording

extension ReinstateSession: HandledRequest {
    /// Lets a session that was called off take place after all, with its seats and its queue, and tells those who were told that it is off.
    ///
    /// What was announced is so again, and planning leaves it alone; what was tentative may change with every plan, as before.
    /// A mentor reinstates what they have called off themself; what an organizer or a plan has called off, an organizer does.
    ///
    /// - Throws: `Refusal` not-found; not-allowed for another mentor's, or for a mentor who did not call it off; conflict or frozen, with all
    ///   that speaks against it, when it is not off, its hour has passed, its mentor is away, elsewhere or leads no more, its day
    ///   is frozen, or another session is held in its place.
    public func carryOut(for client: Client) async throws -> SessionChange {
        let (service, caller, principal) = (client.service, client.caller, client.principal)
        return try await client.change(session, forGood: !(dryRun ?? false)) { session, facts, transaction in
            let known = session
            guard known.status == .cancelled else {
                throw Refusal(
                    .conflict,
                    known.isUpcoming(at: facts.now)
                        ? "\(known.code) is not off: \(known.mentor.name) leads it on \(known.localStart.dayAndTime) \(known.zone)"
                        : "\(known.code) was not called off, and stays as it is"
                )
            }
            guard try caller.role == .organizer || transaction.wasCalledOffByMentor(known) else {
                throw Refusal(
                    .notAllowed,
                    "\(known.code) was called off by an organizer or a plan; only an organizer can reinstate it")
            }
            // The wall-clock time is what was agreed; the rules of its zone may have changed since.
            session.start = try service.zones.rules(for: known.zone).resolve(known.localStart).instant
            guard session.start > facts.now else {
                throw Refusal(
                    .conflict,
                    "\(known.code) was to be held on \(known.localStart.dayAndTime) \(known.zone), and that has passed")
            }
            session.status = try transaction.wasAnnounced(known) ? .announced : .tentative
            session.cancellation = nil
            session.isCalledOff = false
            let bars = try facts.bars(to: session, by: service.zones).map(\.text)
            let others = [
                facts.supersedes(session)?.text,
                try transaction.whatMentorDoes(besides: session, by: service.zones, told: principal),
            ].compactMap(\.self)
            guard bars.isEmpty, others.isEmpty else {
                let isFrozen =
                    others.isEmpty && facts.freezes.contains { $0.covers(known.code.region, on: known.localStart.date) }
                throw Refusal(
                    isFrozen ? .frozen : .conflict,
                    "\(known.code) cannot be reinstated: \((bars + others).joined(separator: "; "))")
            }
            let ledger = try SwapLedger(
                known, in: transaction, zones: service.zones, at: facts.now, told: principal)
            let limits = ledger.mentor(known.mentor).map { ledger.remarks(on: $0) } ?? []
            return (nil, limits + (try transaction.giveUpPick(of: &session)))
        }
    }
}

extension StoreReading {
    /// Whether a session that is off had been announced: then somebody was told that it is.
    fileprivate func wasAnnounced(_ session: Session) throws -> Bool {
        try invitations(for: session.id).contains {
            $0.method == .cancel && $0.sequence - $0.ownCancels == session.sequence
        }
    }

    /// Takes back what a session is about where another one has it by now.
    /// - Returns: that it does, in words.
    func giveUpPick(of session: inout Session) throws -> [String] {
        guard let pick = session.pick,
            let other = try sessions(of: session.code.program).first(where: {
                $0.id != session.id && $0.asStored.status != .cancelled && $0.pick?.review.id == pick.review.id
            })
        else { return [] }
        session.pick = nil
        return [SessionChangeRemark.reviewTaken(pick.review.title, by: other.code).text]
    }
}
