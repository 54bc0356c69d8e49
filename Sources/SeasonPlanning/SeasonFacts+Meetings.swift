package import Mentoring
package import TimeZoneCatalog
import Wording

// A meeting is one, in whichever of its weeks it is held: the week that meets, or where that is frozen one of those before the next.

extension SeasonFacts {
    /// Whether a region may meet in a week: by the grid, but not where its meeting is held, or was lost, in another week.
    package func isMeeting(_ region: Region, in week: Int) -> Bool {
        grid.mayMeet(region, in: week) && meetingElsewhere(of: Turn(week: week, region: region)) == nil
    }

    /// The turns of the other weeks in which the meeting of a turn may be held, by week.
    package func otherTurns(ofMeetingOf turn: Turn) -> [Turn] {
        grid.weeksOfMeeting(in: turn.week).filter { $0 != turn.week }.map { Turn(week: $0, region: turn.region) }
    }

    /// The session of another week that is a turn's meeting: it stands or was held, or it was called off by hand or never announced in
    /// time, so that the meeting is lost; nil where the meeting is still to be had.
    ///
    /// What was announced instead of a frozen week is a promise, so it stays the meeting when the week is frozen no more.
    package func meetingElsewhere(of turn: Turn) -> Session? {
        let others = sessions(sharing: turn.region, in: grid.weeksOfMeeting(in: turn.week).filter { $0 != turn.week })
        return others.first(where: isHeld) ?? others.first(where: isLost)
    }

    /// Whether what becomes of the meeting of a week was decided in that very week.
    func isSettled(_ week: Int, for region: Region) -> Bool {
        sessions(sharing: region, in: [week]).contains { isHeld($0) || isLost($0) }
    }

    /// The sessions of weeks that are a region's meetings: its own or, where regions take turns, anybody's.
    private func sessions(sharing region: Region, in weeks: [Int]) -> [Session] {
        weeks.flatMap { week in
            regions(sharingMeetingsOf: region).compactMap { sessions[Turn(week: week, region: $0)] }
        }
    }

    /// The regions whose meetings are a region's: itself or, where regions take turns, all.
    func regions(sharingMeetingsOf region: Region) -> [Region] {
        program.cadence == .everyRegion ? [region] : program.regions
    }

    private func isHeld(_ session: Session) -> Bool { stands(session) || isHistory(session) }

    private func isLost(_ session: Session) -> Bool { session.isCalledOff || wasMissed(session) }
}

extension SeasonFacts {
    /// What becomes of the meetings to come that another grid has in other weeks, in sentences: `week 4 meets again, and week 5 no
    /// more`, or that they stay where they were announced.
    package func remarks(onMeetingsOf before: MeetingGrid) -> [String] {
        (1...program.season.weeks).flatMap { week in
            let moves = program.regions.sorted().compactMap { region -> (region: Region, move: MeetingMove)? in
                guard let was = before.weekOfMeeting(region, of: week), let to = grid.weekOfMeeting(region, of: week),
                    was != to, !isOver(max(was, to)), !isSettled(to, for: region)
                else { return nil }
                guard let session = meetingElsewhere(of: Turn(week: to, region: region)) else {
                    return (region, to == week ? .meetsAgain(insteadOf: was) : .postponed(to: to, insteadOf: was))
                }
                if session.isCalledOff { return (region, .lost(session.code)) }
                return isHeld(session)
                    ? (region, .stays(session.code, isAnnounced: session.status != .tentative)) : nil
            }
            // Regions that fare alike are told of together.
            return moves.map(\.move).withoutRepetition.map { move in
                let regions = moves.filter { $0.move == move }.map(\.region)
                let isAll = regions.count == program.regions.count
                return move.text(week: week, of: isAll ? nil : regions.map { program.regionTitles[$0] })
            }
        }
    }
}
