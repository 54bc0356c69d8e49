import CivilTime
import Mentoring
import TimeZoneCatalog

extension Invariant {
    /// Who may lead, and where one can be.
    static let bookings = [
        Invariant(rule: "nobody is in two places at once") { transition in
            let meetings = transition.after.inOrder.filter { $0.takesPlace(at: transition.after.now) }
            var breaches: [String] = []
            for (index, meeting) in meetings.enumerated() {
                for other in meetings[(index + 1)...] where meeting.overlaps(other) {
                    for who in meeting.present.intersection(other.present).sorted() {
                        breaches.append("\(who) \(meeting.part(of: who)), \(other.part(of: who))")
                    }
                }
            }
            return breaches
        },
        Invariant(rule: "a plan gives turns to those who can lead them") { transition in
            planned(in: transition).compactMap { meeting in
                let session = meeting.session
                guard let program = transition.after.programs[session.code.program],
                    let mentor = program.mentors.first(where: { $0.person.email == session.mentor.email })
                else { return "\(meeting.code): \(session.mentor.email) is no mentor" }
                if mentor.region != session.code.region { return "\(meeting.code): \(mentor.region) is their region" }
                if program.freezes.contains(where: { $0.covers(session.code.region, on: session.localStart.date) }) {
                    return "\(meeting.code): \(session.localStart.date) is frozen"
                }
                let rules = try? transition.zones.rules(for: mentor.person.shownZone)
                guard let rules else { return nil }
                let (first, last) = (
                    rules.local(at: session.start).date, rules.local(at: session.end.adding(seconds: -1)).date
                )
                let away = (transition.after.absences[session.mentor.email] ?? []).first {
                    $0.holds(in: session.code.program) && $0.days.from <= last && first <= $0.days.to
                }
                return away.map { "\(meeting.code): \(session.mentor.email) is away \($0.days)" }
            }
        },
        Invariant(rule: "a plan keeps gaps and monthly limits over all programs") { transition in
            planned(in: transition).flatMap { meeting -> [String] in
                let session = meeting.session
                let mentor = transition.after.programs[session.code.program]?.mentors.first {
                    $0.person.email == session.mentor.email
                }
                guard let mentor else { return [] }
                let day = session.localStart.date
                // What another program books later, by its own limits, breaks none here.
                let others = transition.meetings(foundByPlanOf: session.code.program).filter {
                    $0.code != meeting.code && $0.session.mentor.email == session.mentor.email
                        && $0.takesPlace(at: transition.after.now) && !$0.session.givesWay(to: session)
                }
                let near = others.filter {
                    let days = $0.session.localStart.date.mondayOfWeek.days(until: day.mondayOfWeek)
                    return abs(days) < 7 * mentor.minGapWeeks
                }
                let month = others.filter {
                    ($0.session.localStart.date.year, $0.session.localStart.date.month) == (day.year, day.month)
                }
                return near.map { "\(meeting.code) and \($0.code), both \(session.mentor.email)'s" }
                    + (month.count + 1 > mentor.maxPerMonth
                        ? ["\(meeting.code): turn \(month.count + 1) of \(session.mentor.email) in its month"] : [])
            }
        },
    ]

    /// The sessions to come that a plan of this step gave to somebody, or another time.
    static func planned(in transition: Transition) -> [Snapshot.Meeting] {
        guard transition.step.isPlanning else { return [] }
        return transition.upcoming.filter { meeting in
            let known = transition.before.meetings[meeting.code]?.session
            return known?.mentor.id != meeting.session.mentor.id || known?.start != meeting.session.start
                || known?.status == .cancelled
        }
    }
}

extension Step {
    /// Whether sessions get their mentors and times in it.
    var isPlanning: Bool {
        switch self {
        case .publish, .publishNext, .publishAll: true
        // The season's round is daily.
        case .time(let hours): hours >= 20
        case .killed(let step, _, _): step.isPlanning
        default: false
        }
    }
}

extension Session {
    /// What is only planned of a later season is planned again once an earlier one is.
    fileprivate func givesWay(to other: Session) -> Bool {
        code.program == other.code.program && season > other.season && status == .tentative
    }
}

extension Snapshot.Meeting {
    /// Who leads it or has a seat in it.
    var present: Set<EmailAddress> { Set(seated.map(\.person.email)).union([session.mentor.email]) }

    func part(of who: EmailAddress) -> String {
        "\(session.mentor.email == who ? "leads" : "has a seat in") \(session.status) \(code) at \(session.start.rfc3339)"
    }
}
