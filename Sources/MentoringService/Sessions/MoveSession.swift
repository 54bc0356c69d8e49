import CivilTime
import Mentoring
public import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog
import Wording

extension MoveSession: HandledRequest {
    /// Moves a session to another time of its week, in the zone in which it was agreed, and tells those concerned.
    ///
    /// A session keeps its week, since its turn is counted there: for another week cancel it and plan again. Of an hour that
    /// clocks show twice the first is meant (RFC 5545 §3.3.5), which the answer says; one that they skip is refused, since
    /// calendars, mails and people would each make another hour of it.
    /// - Throws: `Refusal` not-found, not-allowed for another mentor's, or conflict when it is tentative, cancelled, has begun, would
    ///   leave its week, lie in the past, be at an hour that there is not, or at which its mentor leads or attends something else, in
    ///   whichever program.
    public func carryOut(for client: Client) async throws -> SessionChange {
        let (service, principal, local) = (client.service, client.principal, to)
        return try await client.change(session, forGood: !(dryRun ?? false)) { session, facts, transaction in
            try session.refuseUnlessChangeable(at: facts.now)
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
            guard local != session.localStart else { return (SessionChangeRemark.unmoved.text, []) }
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
            guard session.start > facts.now else {
                throw Refusal(.conflict, "\(local) in \(session.zone) has passed")
            }
            let busy = try transaction.whatMentorDoes(
                besides: session, by: service.zones, told: principal,
                thatDay: facts.untoldEngagements(
                    of: session.mentor, onDayOf: session.start, minutes: session.minutes))
            if let busy { throw Refusal(.conflict, "\(busy), and cannot lead \(session.code) as well") }
            let against = try facts.bars(to: session, by: service.zones).map {
                SessionChangeRemark.replanned($0).text
            }
            guard case .overlap = resolution else { return (nil, against) }
            return (SessionChangeRemark.twice(local).text, against)
        }
    }
}

extension StoreReading {
    /// What the mentor of a session leads or attends at its time that goes before it, after their name; nil for nothing.
    ///
    /// Of whoever was merely named in the program it is said as of a day off; `thatDay` is what they do elsewhere on it, which
    /// speaks against every hour of it, so that no hour is found out by trying.
    func whatMentorDoes(
        besides session: Session, by zones: TimeZoneCatalog, told principal: Principal, thatDay: [Engagement] = []
    ) throws -> String? {
        let (mentor, program) = (session.mentor, session.code.program)
        let isOwn = principal.email == mentor.email && principal.onlyProgram == nil
        func isTold(_ other: Engagement) throws -> Bool {
            try isOwn || other.isTold(of: mentor, in: program) || mayName(principal, in: other.session.code.program)
        }
        let other = try engagements(of: mentor.id, besides: session, by: zones).first(where: \.isBinding)
        if let other, try isTold(other) {
            return
                "\(mentor.name) \(other.leads ? "leads" : "attends") \(try what(other, to: principal, in: program)) at that time"
        }
        guard try other != nil || !thatDay.allSatisfy(isTold) else { return nil }
        let day = try zones.rules(for: mentor.shownZone).local(at: session.start).date
        return "\(mentor.name) is away on \(day)"
    }
}
