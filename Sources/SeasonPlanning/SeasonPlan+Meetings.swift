import CivilTime
package import Mentoring
import MentoringAPI
import TimeZoneCatalog
import Wording

// What becomes of meetings that are not held in their week: whether they really are in another depends on who can lead there.

extension SeasonPlan {
    /// Why a turn is not among those that want a session.
    func whyNotWanted(_ turn: Turn, _ facts: SeasonFacts) -> UncoveredReason {
        let (program, grid) = (facts.program, facts.grid)
        let region = program.regionTitles[turn.region]
        if let session = facts.sessions[turn] {
            if session.isCalledOff { return .calledOff(session.cancellation) }
            if facts.wasMissed(session) { return .missed }
            if facts.isHistory(session) { return .ledBefore(mentor: session.mentor.name, region: region) }
        }
        if !program.regions.contains(turn.region) { return .noPart(region: region) }
        if turn.week > program.season.weeks { return .seasonEnds }
        let elsewhere = facts.meetingElsewhere(of: turn)
        switch grid[turn.region, turn.week] {
        case .postponed(_, let later) where elsewhere?.code.week == later: break
        case .postponed(let reason, let later):
            if let elsewhere { return facts.whereMeetingIs(elsewhere) }
            guard !isHeld(turn.region, in: later, facts) else { break }
            let grounds = self.reason(without: Turn(week: later, region: turn.region), facts: facts)
            return .postponed(frozen: reason, week: later, but: grounds)
        case .meets: if let elsewhere { return facts.whereMeetingIs(elsewhere) }
        case .meetsInstead(let earlier): if elsewhere != nil { return .needlessly(insteadOf: earlier) }
        case .noMeeting, .skipped: break
        }
        if let words = grid.reason(against: turn.region, in: turn.week, of: program.name) { return .noMeeting(words) }
        return facts.isOver(turn.week) ? .weekIsOver : .anotherRegions
    }

    /// The meetings to come that are held in another week than they would be, or in none, and those whose week is frozen, where
    /// frozen weeks are postponed; nil when there is none.
    func postponed(_ facts: SeasonFacts) -> [PostponedView]? {
        let moves = facts.grid.moves { region, week in
            !facts.isSettled(week, for: region) && facts.staysElsewhere(week, for: region) == nil
        }.filter { !facts.isOver($0.to ?? $0.week) }
        let views = moves.flatMap { move -> [PostponedView] in
            guard let later = move.to else { return [PostponedView(move)] }
            let led = move.regions.filter { isHeld($0, in: later, facts) }
            return [
                PostponedView(move, of: led),
                PostponedView(move, of: move.regions.filter { !led.contains($0) }, but: PostponedView.unled),
            ].filter { !$0.regions.isEmpty }
        }
        let all = (views + facts.meetingsThatStay).sorted { $0.week < $1.week }
        return all.isEmpty ? nil : all
    }

    /// Whether the meeting of a region is held in a week, as planned or as it was.
    fileprivate func isHeld(_ region: Region, in week: Int, _ facts: SeasonFacts) -> Bool {
        facts.regions(sharingMeetingsOf: region).contains { region in
            let turn = Turn(week: week, region: region)
            return offers[turn] != nil || facts.sessions[turn].map(facts.isHistory) == true
        }
    }
}

extension SeasonFacts {
    /// What one of its freezes does to meetings to come, as in “it …”: to which weeks it postpones them, and where nobody can lead
    /// them then by a plan.
    ///
    /// - Parameters:
    ///   - freeze: the freeze.
    ///   - plan: what is planned with it; nil where nothing was.
    /// - Returns: a sentence for each.
    package func remarks(onFreezingBy freeze: Freeze, in plan: SeasonPlan? = nil) -> [String] {
        let others = freezes.filter { $0.days != freeze.days || $0.regions != freeze.regions }
        let before = MeetingGrid(of: program, others)
        return grid.remarks(
            since: before, calling: program.regionTitles,
            where: { region, week in
                let later = grid.weekOfMeeting(region, of: week)
                let elsewhere = meetingElsewhere(of: Turn(week: week, region: region))
                return !isSettled(week, for: region) && !isOver(later ?? week)
                    && (elsewhere == nil || elsewhere?.isUpcoming(at: now) == true && elsewhere?.code.week == later)
            },
            isLed: { plan?.isHeld($0, in: $1, self) })
    }

    /// The session to come of another week that is the meeting of a week, where the grid has it in neither; nil where it has.
    fileprivate func staysElsewhere(_ week: Int, for region: Region) -> Session? {
        switch grid[region, week] {
        case .meetsInstead, .noMeeting, .skipped(_, .anotherRegion): return nil
        case .meets, .postponed, .skipped: break
        }
        guard let session = meetingElsewhere(of: Turn(week: week, region: region)), session.isUpcoming(at: now),
            session.code.week != grid.weekOfMeeting(region, of: week)
        else { return nil }
        return session
    }

    /// The meetings to come that stay where they were announced, though their own week is frozen no more, or another one free.
    fileprivate var meetingsThatStay: [PostponedView] {
        (1...program.season.weeks).flatMap { week in
            program.regions.sorted().compactMap { region -> PostponedView? in
                guard !isSettled(week, for: region), let session = staysElsewhere(week, for: region),
                    session.code.region == region
                else { return nil }
                let frozen = freezes.reason(forWeekOf: program.season.monday(ofWeek: week), in: region)
                return PostponedView(week, region, in: session, frozen: frozen)
            }
        }
    }

    /// Where the meeting of a turn is.
    fileprivate func whereMeetingIs(_ session: Session) -> UncoveredReason {
        session.isCalledOff || wasMissed(session)
            ? .lostElsewhere(session.code, wasCalledOff: session.isCalledOff) : .heldElsewhere(session.code)
    }
}
