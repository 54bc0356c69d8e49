import CivilTime
package import Mentoring
package import TimeZoneCatalog

// What speaks against a session at its hour, in words, as far as the people of its program may know it.

extension SeasonFacts {
    /// Why a session would not stand when it is, so that the next plan gives it up: its day is frozen, or whoever leads it is
    /// away or leads no more.
    package func bars(to session: Session, by zones: TimeZoneCatalog) throws -> [String] {
        let (mentor, day) = (session.mentor, session.localStart.date)
        guard isLed(session) else {
            let isElsewhere = mentors.contains { $0.person.id == mentor.id }
            // Whoever was taken out is named no more.
            let name = mentor.name == PersonName.nobodyYet ? "its mentor" : mentor.name
            return [
                isElsewhere
                    ? "\(name) leads no sessions of \(program.regionTitles[session.code.region]) any more"
                    : "\(name) mentors \(program.name) no more"
            ]
        }
        let frozen = freezes.filter { $0.covers(session.code.region, on: day) }.map {
            "\(day) is frozen (\(OneLine.shown($0.reason)))"
        }
        guard absence(of: mentor.id, from: session.start, minutes: session.minutes) != nil else { return frozen }
        let wall = try mentors.first { $0.person.id == mentor.id }.map { try zones.rules(for: $0.person.shownZone) }
        let here = wall?.local(at: session.start).date ?? day
        return frozen + ["\(mentor.name) is away on \(here)"]
    }

    /// Why the turn of a session that was called off is not its own any more: the season has no such turn, or another session is held
    /// in its place; nil where it still is.
    package func supersedes(_ session: Session) -> String? {
        let (week, region) = (session.code.week, session.code.region)
        guard program.season.name == session.code.season, program.season.start == session.season else {
            return "the season \(session.code.season) does not begin on \(session.season) any more"
        }
        guard (1...program.season.weeks).contains(week) else {
            return "the season ends with week \(program.season.weeks) now"
        }
        guard program.regions.contains(region) else {
            return "\(program.regionTitles[region]) takes no part in the season any more"
        }
        let others = standingSessions.filter { $0.value.id != session.id }
        if program.cadence == .oneRegionAWeek,
            let other = others.filter({ $0.key.week == week }).min(by: { $0.key < $1.key })?.value
        {
            return "\(other.code) has the week by now"
        }
        // What is held instead goes on standing, whatever is frozen by now.
        let instead = otherTurns(ofMeetingOf: Turn(session.code)).flatMap { turn in
            regions(sharingMeetingsOf: region).compactMap { others[Turn(week: turn.week, region: $0)] }
        }
        return instead.first.map { "\($0.code) is held instead" }
    }
}
