import Mentoring
import SeasonPlanning

// A session bears the number of its week in its code, which is one session's for ever: what is held in another week instead of a frozen
// one is another session. Seats and queue go over to it, so that nobody loses by it what they had.

extension SeasonRevision {
    /// The session of a later week that is held instead of a turn's, whose week is frozen; nil where none is.
    func substitute(for turn: Turn, in plan: SeasonPlan) -> SessionCode? {
        guard case .postponed(_, let later) = facts.grid[turn.region, turn.week] else { return nil }
        let other = Turn(week: later, region: turn.region)
        return plan.offers[other] == nil ? nil : facts.code(of: other)
    }

    /// Gives those who had a seat in the session that this one is held instead of a seat here, and then those who waited for one, in
    /// their order; who leads it or is in it already is left out, and seats pass by whoever takes part in something else then.
    ///
    /// Telling the others is the caller's: they hear of it as of every seat.
    ///
    /// - Returns: whether anybody was taken over.
    func takeOver(into session: Session) throws -> Bool {
        guard case .meetsInstead(let earlier) = facts.grid[session.code.region, session.code.week],
            let dropped = dropped[Turn(week: earlier, region: session.code.region)]
        else { return false }
        let before = try transaction.enrollments(in: dropped.id)
        let seated = before.filter { $0.seat != nil }.sorted { ($0.seat ?? 0) < ($1.seat ?? 0) }
        let open = try service.withSeatsInForce(session, at: facts.now, in: transaction)
        var isAny = false
        for known in seated + before.filter({ $0.seat == nil }) {
            let person = known.person
            guard person.id != session.mentor.id, try transaction.enrollment(of: person.id, in: session.id) == nil
            else { continue }
            let isElsewhere = try !transaction.engagements(of: person.id, besides: session, by: service.zones).isEmpty
            let missedSeats =
                try known.seat == nil && transaction.yielding(of: person, in: session, at: facts.now) != nil
            let yields = isElsewhere || missedSeats
            let taken = try transaction.takenSeats(in: session.id)
            let seat = yields ? nil : (1...open.capacity).first { !taken.contains($0) }
            let enrollment = try transaction.add(
                Enrollment(session: session.id, person: person, seat: seat, since: known.since, yields: yields))
            if isElsewhere {
                _ = try service.passOver(enrollment, in: session, at: facts.now, transaction)
            }
            isAny = true
        }
        return isAny
    }
}
