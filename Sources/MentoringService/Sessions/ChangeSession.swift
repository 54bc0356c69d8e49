import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension CancelSession: HandledRequest {
    /// Calls a session off and tells those concerned; planning leaves its turn alone from then on.
    /// - Throws: `Refusal` not-found, or conflict when it is cancelled already or has begun; `BadInput` for a reason that is none.
    public func carryOut(for client: Client) async throws -> SessionChange {
        let service = client.service
        let code = session
        let reason = try OneLine.validated(reason, as: "reason")
        return try await service.change(code) { session, _ in
            session.status = .cancelled
            session.cancellation = reason
            session.isCalledOff = true
            return nil
        }
    }
}

extension MoveSession: HandledRequest {
    /// Moves a session to another time of its week, in the zone in which it was agreed, and tells those concerned.
    ///
    /// A session keeps its week, since its turn is counted there: for another week cancel it and plan again. Of an hour that
    /// clocks show twice the first is meant (RFC 5545 §3.3.5), which the answer says; one that they skip is refused, since
    /// calendars, mails and people would each make another hour of it.
    /// - Throws: `Refusal` not-found, or conflict when it is tentative, cancelled, has begun, would leave its week, lie in the
    ///   past, be at an hour that there is not, or at which its mentor leads or attends something else, in whichever program.
    public func carryOut(for client: Client) async throws -> SessionChange {
        let service = client.service
        let code = session
        let local = to
        let now = service.clock.now()
        return try await service.change(code) { session, transaction in
            guard session.status == .announced else {
                throw Refusal(
                    .conflict,
                    "\(session.code) is still tentative and may change with every plan; announce it first, or publish another slot"
                )
            }
            let season = try Season(start: session.season, weeks: Season.lengths.upperBound)
            guard season.week(of: local.date) == session.code.week else {
                let monday = season.monday(ofWeek: session.code.week)
                throw Refusal(
                    .conflict,
                    "\(session.code) stays in its week, \(monday) to \(monday.adding(days: 6)); for another week cancel it and plan again"
                )
            }
            guard local != session.localStart else { return nil }
            let rules = try service.zones.rules(for: session.zone)
            let resolution = rules.resolve(local)
            if case .gap(let gap) = resolution {
                let next = rules.local(at: gap.instant)
                throw Refusal(
                    .conflict,
                    "clocks in \(session.zone) skip \(local.time) on \(local.date), when they go forward; what would be \(local.time) is \(next.time) then: --to \(next)"
                )
            }
            session.localStart = local
            session.start = resolution.instant
            session.slot = nil
            guard session.start > now else { throw Refusal(.conflict, "\(local) in \(session.zone) has passed") }
            let mentor = session.mentor
            if let other = try transaction.engagements(of: mentor.id, besides: session, by: service.zones)
                .first(where: \.isBinding)
            {
                throw Refusal(
                    .conflict,
                    "\(mentor.name) \(other.words(in: session.code.program)) at that time, and cannot lead \(session.code) as well"
                )
            }
            guard case .overlap = resolution else { return nil }
            return "clocks there show \(local.time) twice on \(local.date), when they go back, and the first is meant"
        }
    }
}

extension TrainingService {
    /// Changes a session that is to come; what is to be known of the change goes into the answer.
    fileprivate func change(
        _ code: String, _ edit: @Sendable (inout Session, any StoreReading) throws -> String?
    ) async throws -> SessionChange {
        let now = clock.now()
        return try await store.write { transaction in
            let known = try transaction.requireSession(code, by: zones)
            guard known.status != .cancelled else { throw Refusal(.conflict, "\(known.code) is cancelled already") }
            guard known.isUpcoming(at: now) else {
                throw Refusal(.conflict, "\(known.code) has begun; it cannot be changed any more")
            }
            var session = known
            let note = try edit(&session, transaction)
            let told = try store(&session, at: now, in: transaction)
            let counts = try transaction.enrollmentCounts(of: session.code.program)[session.id] ?? EnrollmentCounts()
            return SessionChange(
                session: SessionView(session, counts: counts, yours: nil, at: now), told: Set(told.map(\.id)).count,
                note: note ?? (session.sequence == known.sequence ? "it was at that time already" : nil))
        }
    }
}
