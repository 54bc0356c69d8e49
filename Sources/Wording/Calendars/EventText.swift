package import CivilTime
package import Mentoring
package import MentoringAPI
import TimeZoneCatalog

/// What people read of a session in their calendar.
package struct EventText {
    /// `Asia, week 3 · Nova core reviewer training`: a month's narrow cell shows the first dozen characters, and what
    /// tells the events of a program apart is the region and the week.
    package let summary: String
    /// Who, when on the clock by which it was agreed, where, and the code by which commands call it.
    package let description: String

    private init(summary: String, description: String) {
        self.summary = summary
        self.description = description
    }

    /// What is read of a session that is held at `local` on the clock by which it was agreed, by whoever takes that part in it, or by anybody.
    package init(_ session: Session, of program: Program, part: PersonalFeed.Part?, at local: LocalDateTime) {
        let turn =
            "\(part?.mark ?? "")\(program.regionTitles[session.code.region]), week \(session.code.week) · \(program.title)"
        var lines: [String] = []
        switch session.status {
        case .cancelled:
            summary = "Cancelled: \(turn)"
            lines.append(session.cancellation.map { "Cancelled: \($0)" } ?? "Cancelled.")
        case .tentative:
            summary = turn
            lines.append("Planned, not announced yet: time and mentor may still change.")
        case .announced, .held:
            summary = turn
        }
        if let part, session.status != .cancelled { lines.append(part.words) }
        lines.append("Mentor: \(session.mentor.name)")
        // Whoever has taken it over, or moved since, reads another clock than the one by which it was agreed.
        let clock = session.zone == session.mentor.shownZone ? "Mentor's time" : "Agreed as"
        lines.append(
            "\(clock): \(local.date.weekday.shortName) \(local.date) \(local.time) \(session.zone), \(session.minutes) minutes"
        )
        if !session.location.isEmpty { lines.append("Where: \(session.location)") }
        if let pick = session.pick {
            lines.append("Review: \(pick.review.title) \(pick.url)")
            if let edition = pick.edition { lines.append("Read: \(edition)") }
            if !pick.questions.isEmpty { lines += ["Questions:"] + pick.questions }
        } else if part == .leads, session.status != .cancelled, let days = program.reviews.pickDays {
            let due = session.localStart.date.adding(days: -days)
            lines.append("Pick a review by \(due.weekday.shortName) \(due).")
        }
        lines.append("Code: \(session.code)")
        description = lines.joined(separator: "\n")
    }
}

extension EventText {
    /// What people read of a week of a duty.
    package init(_ turn: DutyTurn, of duty: Duty, in program: Program, isOwn: Bool) {
        let what = "\(isOwn ? "Your week: " : "")\(duty.title), week \(turn.code.week) · \(program.title)"
        var lines: [String] = []
        switch turn.status {
        case .cancelled: lines.append(turn.cancellation.map { "Cancelled: \($0)" } ?? "Cancelled.")
        case .tentative: lines.append("Planned, not announced yet: somebody else may still get it.")
        case .announced, .held: break
        }
        lines.append("Volunteer: \(turn.person.name)")
        if let link = duty.link { lines.append("Where: \(link)") }
        lines.append("Code: \(turn.code)")
        self.init(
            summary: turn.status == .cancelled ? "Cancelled: \(what)" : what,
            description: lines.joined(separator: "\n"))
    }
}

extension PersonalFeed.Part {
    /// What the summary begins with: who has a seat need not be told in every cell.
    fileprivate var mark: String {
        switch self {
        case .leads: "You lead: "
        case .attends: ""
        case .waits: "Waiting: "
        }
    }

    fileprivate var words: String {
        switch self {
        case .leads: "You lead it."
        case .attends: "You have a seat."
        case .waits(let position): "You are number \(position) on the waiting list."
        }
    }
}
