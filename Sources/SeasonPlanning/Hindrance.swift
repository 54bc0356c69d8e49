package import CivilTime
package import Mentoring
package import MentoringAPI
import TimeZoneCatalog

/// What keeps a mentor from leading at a time of a slot of theirs.
package enum Hindrance: Hashable, Sendable {
    /// The day is frozen, for this reason.
    case frozen(String)
    case away(Away)
    /// They are busy in another program, which is not named.
    case elsewhere
    case past
    /// It is less than `SeasonFacts.notice` ahead.
    case shortNotice

    package var ground: ObjectionView.Ground {
        switch self {
        case .frozen: .frozen
        case .away: .away
        case .elsewhere: .elsewhere
        case .past: .past
        case .shortNotice: .shortNotice
        }
    }

    /// As in "Mei’s slot on 2027-01-06 is in the past".
    func clause(of mentor: Person) -> String {
        switch self {
        case .frozen(let reason): "is on a frozen day: \(reason)"
        case .away(let away):
            away.isTold(of: mentor)
                ? "is while they are away (\(away.days.from) to \(away.days.to))" : "is while they are away"
        case .elsewhere: "is when they are in another program"
        case .past: "is in the past"
        case .shortNotice: "is less than \(SeasonFacts.notice / 3600) hours ahead"
        }
    }
}

/// A time of a slot that is not on offer.
package struct HinderedTime: Hashable, Sendable {
    package let mentor: Identifier<Person>
    /// On the slot's wall.
    package let local: LocalDateTime
    package let hindrance: Hindrance
}

extension SeasonFacts {
    /// What keeps a mentor from leading at a time; the notice does not count of a turn that is looked back at.
    func hindrance(
        to mentor: Identifier<Person>, of region: Region, at time: ZonedDateTime, lookingBack: Bool
    ) -> Hindrance? {
        if let freeze = freezes.first(where: { $0.covers(region, on: time.local.date) }) {
            return .frozen(freeze.reason)
        }
        if let away = absence(of: mentor, from: time.instant, minutes: program.minutes) { return .away(away) }
        guard !lookingBack else { return nil }
        if time.instant <= now { return .past }
        return time.instant < now.adding(seconds: Self.notice) ? .shortNotice : nil
    }
}
