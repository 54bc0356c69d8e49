package import Mentoring
import TimeZoneCatalog

extension SeasonFacts {
    /// The sessions of the season that were held, or are to be.
    package var standingSessions: [Turn: Session] {
        sessions.filter { $0.value.status != .cancelled && !wasMissed($0.value) }
    }

    /// How many turns of the season have no such session, those of weeks that are over too.
    package var turnsWithoutSession: Int {
        let led = standingSessions
        return (1...program.season.weeks).reduce(0) { sum, week in
            let meeting = program.regions.filter { isMeeting($0, in: week) }
            switch program.cadence {
            case .everyRegion: return sum + meeting.count { led[Turn(week: week, region: $0)] == nil }
            case .oneRegionAWeek:
                let isLed = led.keys.contains { $0.week == week }
                return sum + (meeting.isEmpty || isLed ? 0 : 1)
            }
        }
    }
}
