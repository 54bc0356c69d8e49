import CivilTime
import Mentoring
import TimeZoneCatalog

/// A step with what was before and after it: all that the rules are judged by.
struct Transition {
    let step: Step
    let before: Snapshot
    let after: Snapshot
    let deed: Deed
    /// What was mailed in it.
    let mails: [PostedMail]
    /// What people believe now.
    let model: Model
    /// Whether it is judged by what has left, and not by what was written.
    var isDelivered = false
    /// The tz data in force.
    let zones: TimeZoneCatalog

    /// What somebody does in other sessions at the time of one.
    func engagements(of who: EmailAddress, besides meeting: Snapshot.Meeting, in snapshot: Snapshot) -> [Snapshot
        .Meeting]
    {
        snapshot.inOrder.filter { other in
            other.code != meeting.code && other.takesPlace(at: snapshot.now) && other.overlaps(meeting)
                && (other.session.mentor.email == who || other.seated.contains { $0.person.email == who })
        }
    }

    /// The sessions as a program found them when it was planned: those of the programs that were planned only after it in this step
    /// are as they were before.
    func meetings(foundByPlanOf program: String) -> [Snapshot.Meeting] {
        let order = deed.planned
        guard let own = order.lastIndex(of: program) else { return after.inOrder }
        let later = Set(order[(own + 1)...]).subtracting(order[...own])
        return after.inOrder.filter { !later.contains($0.session.code.program) }
            + before.inOrder.filter { later.contains($0.session.code.program) }
    }

    /// The sessions that are still to come.
    var upcoming: [Snapshot.Meeting] { after.inOrder.filter { $0.session.isUpcoming(at: after.now) } }

    /// Those of them in programs that are not archived, in which nothing changes.
    var live: [Snapshot.Meeting] { upcoming.filter { !after.archived.contains($0.session.code.program) } }
}

/// A rule that does not hold, and how that shows.
struct Violation: Hashable, CustomStringConvertible {
    let rule: String
    let detail: String

    var description: String { "\(rule): \(detail)" }
}

/// A rule that holds after every step.
struct Invariant: Sendable {
    let rule: String
    /// How it is broken; empty where it holds.
    let breaches: @Sendable (Transition) -> [String]

    static let all: [Invariant] = bookings + seats + history + telling + incoming + servers + lives + duties
}
