import Mentoring
import MentoringAPI
import SeasonPlanning
import Wording

// A session bears the number of its week in its code, which is one session's for ever: what is held in another week instead of a frozen
// one is another session. The seats and the queue of a meeting lie with one session, the last that was to be it, and follow the
// meeting wherever and whenever it comes to be held, so that nobody loses by it what they had.

extension SeasonRevision {
    /// The turn of another week in which the meeting of one that is dropped is held from now on; nil where it is in none.
    ///
    /// What is held there already, and is not instead of a meeting week's, is a meeting of its own: such weeks are left of an earlier rhythm.
    func successor(of turn: Turn, in plan: SeasonPlan) -> Turn? {
        let isMeetingWeek = facts.grid.weeksOfMeeting(in: turn.week).lowerBound == turn.week
        return facts.otherTurns(ofMeetingOf: turn).first { other in
            let begins = facts.sessions[other].map { $0.status == .cancelled } ?? true
            return plan.offers[other] != nil && (begins || isMeetingWeek)
        }
    }

    /// Why a session is called off, and where its meeting is held instead.
    func cancellation(of turn: Turn, for successor: Turn?, in plan: SeasonPlan) -> CancellationReason {
        // It is kept and mailed.
        let reason = plan.reason(without: turn, facts: facts.toldToEverybody())
        let monday = facts.program.season.monday(ofWeek: turn.week)
        let frozen = facts.freezes.reason(forWeekOf: monday, in: turn.region)
        guard let successor else {
            // A week that meets only instead of another does so no more where it is frozen, too.
            let own = facts.grid.weeksOfMeeting(in: turn.week).lowerBound
            guard own < turn.week, let frozen, case .skipped(_, let loss) = facts.grid[turn.region, own] else {
                return .uncovered(reason)
            }
            return .frozen(frozen, loss)
        }
        let there = CancellationReason.Successor(
            week: successor.week, facts.code(of: successor), isLater: successor.week > turn.week)
        return frozen.map { .moved(frozen: $0, there) } ?? .heldElsewhere(reason, there)
    }

    /// Moves those who are in the sessions that this one is held instead of into it, and what they were to be about.
    ///
    /// First come who had a seat there, then who waited for one, in their order. Who leads it, is in it already or takes no part any more is left out, and seats pass by whoever
    /// takes part in something else then.
    ///
    /// Where it was off until now, who was in it before is in it no more, unless they come back with its meeting. Telling the
    /// others is the caller's: they hear of it as of every seat.
    ///
    /// - Parameter session: the session that is held; its capacity and what it is about are then those of the meeting, to be stored.
    /// - Returns: whether its seats may be others than before.
    /// - Throws: `StorageFailure`.
    func takeOver(into session: inout Session) throws -> Bool {
        let predecessors = try predecessors(of: Turn(session.code))
        guard !predecessors.isEmpty else { return false }
        let wasOn = facts.sessions[Turn(session.code)].map { $0.status != .cancelled } ?? false
        if !wasOn {
            for known in try transaction.enrollments(in: session.id) { try transaction.remove(known.id) }
        }
        for predecessor in predecessors {
            let all = try transaction.enrollments(in: predecessor.id)
            let seated = all.filter { $0.seat != nil }.sorted { ($0.seat ?? 0) < ($1.seat ?? 0) }
            for known in seated + all.filter({ $0.seat == nil }) {
                try transaction.remove(known.id)
                try take(known, into: session, keepingSeat: !wasOn)
            }
            session.pick = predecessor.pick ?? session.pick
        }
        _ = try transaction.giveUpPick(of: &session)
        // Seats above the program's number close when somebody is let in.
        if let stored = try transaction.session(session.id) { session.capacity = stored.asStored.capacity }
        return true
    }

    /// The sessions that a turn's is held instead of and whose people it takes over, by week; none where it has been held itself.
    ///
    /// They are those called off just now or, where nobody could lead the meeting for a while, the last that an earlier plan called off.
    private func predecessors(of turn: Turn) throws -> [Session] {
        let others = facts.otherTurns(ofMeetingOf: turn)
        let now = others.compactMap { dropped[$0] }.filter { $0.successor == turn }.map(\.session)
        let known = facts.sessions[turn]
        guard now.isEmpty, known.map({ $0.status == .cancelled }) ?? true else { return now }
        let isInUse = try known.map { try !transaction.enrollments(in: $0.id).isEmpty } ?? false
        let earlier = try others.compactMap { facts.sessions[$0] }.filter {
            try $0.status == .cancelled && !$0.isCalledOff && !transaction.enrollments(in: $0.id).isEmpty
        }
        guard let last = earlier.max(by: { $0.revised < $1.revised }) else { return [] }
        if isInUse, let known, known.revised >= last.revised { return [] }
        return [last]
    }

    private func take(_ known: Enrollment, into session: Session, keepingSeat: Bool) throws {
        let person = known.person
        guard person.id != session.mentor.id, try transaction.enrollment(of: person.id, in: session.id) == nil,
            try transaction.role(of: person.email, in: session.code.program) != nil
        else { return }
        let isElsewhere = try !transaction.engagements(of: person.id, besides: session, by: service.zones).isEmpty
        let missedSeats = try known.seat == nil && transaction.yielding(of: person, in: session, at: facts.now) != nil
        let yields = isElsewhere || missedSeats
        let open = try service.withSeatsInForce(session, at: facts.now, in: transaction)
        let taken = try transaction.takenSeats(in: session.id)
        var seat = yields ? nil : (1...open.capacity).first { !taken.contains($0) }
        // Nobody is put out of a seat because the program has fewer by now.
        if seat == nil, !yields, keepingSeat, known.seat != nil,
            var stored = try transaction.session(session.id)?.asStored
        {
            stored.capacity = open.capacity + 1
            try transaction.update(stored)
            seat = stored.capacity
        }
        let enrollment = try transaction.add(
            Enrollment(session: session.id, person: person, seat: seat, since: known.since, yields: yields))
        if isElsewhere { _ = try service.passOver(enrollment, in: session, at: facts.now, transaction) }
    }
}
