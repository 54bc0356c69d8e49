import CivilTime
package import Mentoring
package import TimeZoneCatalog
package import Wording

// What speaks against a session at its hour, as far as the people of its program may know it.

extension SeasonFacts {
    /// Why a session would not stand when it is, so that the next plan gives it up: its day is frozen, or whoever leads it is
    /// away or leads no more.
    package func bars(to session: Session, by zones: TimeZoneCatalog) throws -> [SessionObjection] {
        let (mentor, day) = (session.mentor, session.localStart.date)
        guard isLed(session) else {
            let isElsewhere = mentors.contains { $0.person.id == mentor.id }
            // Whoever was taken out is named no more.
            let name = mentor.name == PersonName.nobodyYet ? nil : mentor.name
            return [
                isElsewhere
                    ? .otherRegion(mentor: name, region: program.regionTitles[session.code.region])
                    : .noMentor(name, program.name)
            ]
        }
        let frozen = freezes.filter { $0.covers(session.code.region, on: day) }.map {
            SessionObjection.frozen(day, reason: $0.reason)
        }
        guard absence(of: mentor.id, from: session.start, minutes: session.minutes) != nil else { return frozen }
        let wall = try mentors.first { $0.person.id == mentor.id }.map { try zones.rules(for: $0.person.shownZone) }
        let here = wall?.local(at: session.start).date ?? day
        return frozen + [.away(mentor: mentor.name, on: here)]
    }

    /// Why the turn of a session that was called off is not its own any more: the season has no such turn, or another session is held
    /// in its place; nil where it still is.
    package func supersedes(_ session: Session) -> LostTurn? {
        let (week, region) = (session.code.week, session.code.region)
        guard program.season.name == session.code.season, program.season.start == session.season else {
            return .otherSeason(session.code.season, start: session.season)
        }
        guard (1...program.season.weeks).contains(week) else {
            return .seasonEnds(week: program.season.weeks)
        }
        guard program.regions.contains(region) else {
            return .noPart(region: program.regionTitles[region])
        }
        let others = standingSessions.filter { $0.value.id != session.id }
        if program.cadence == .oneRegionAWeek,
            let other = others.filter({ $0.key.week == week }).min(by: { $0.key < $1.key })?.value
        {
            return .weekTaken(other.code)
        }
        // What is held instead goes on standing, whatever is frozen by now.
        let instead = otherTurns(ofMeetingOf: Turn(session.code)).flatMap { turn in
            regions(sharingMeetingsOf: region).compactMap { others[Turn(week: turn.week, region: $0)] }
        }
        return instead.first.map { .heldInstead($0.code) }
    }
}
