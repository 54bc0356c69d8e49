package import CivilTime
package import Mentoring
import MentoringAPI
import TimeZoneCatalog

extension SeasonFacts {
    /// The turns of the season, by week and region.
    ///
    /// A week that is over keeps the turns that were held and wants no others. The grid says in which weeks a region may
    /// meet; what stands in others stays. With one region a week the regions queue over the meeting weeks: who had a turn
    /// goes to the back, who had fewest this season comes first, so that freezes cost no region a turn; a week whose session
    /// was called off by hand is lost, and nobody's turn with it. The queue is taken from the stored sessions, never from
    /// the number of the week.
    package func turns() -> [Turn] {
        var queue = program.cadence == .oneRegionAWeek ? queueAfterEarlierSeasons() : []
        var turns: [Turn] = []
        var counts: [Region: Int] = [:]
        for week in 1...program.season.weeks {
            let standing = program.regions.filter { region in
                sessions[Turn(week: week, region: region)].map { stands($0) } ?? false
            }
            let history = program.regions.filter { region in
                sessions[Turn(week: week, region: region)].map { isHistory($0) } ?? false && !standing.contains(region)
            }
            // What was called off by hand, or never announced in time, is lost; what was led is not planned again.
            let lost =
                history
                + program.regions.filter { region in
                    sessions[Turn(week: week, region: region)].map { $0.isCalledOff || wasMissed($0) } ?? false
                }
            let wanted: [Region]
            if isOver(week) {
                wanted = standing
            } else if program.cadence == .everyRegion {
                wanted = program.regions.filter {
                    standing.contains($0) || !lost.contains($0) && isMeeting($0, in: week)
                }
            } else if standing.isEmpty, lost.isEmpty {
                let free = queue.filter { isMeeting($0, in: week) }
                wanted = free.min { counts[$0, default: 0] < counts[$1, default: 0] }.map { [$0] } ?? []
            } else {
                wanted = standing
            }
            for region in wanted + history {
                counts[region, default: 0] += 1
                queue = queue.filter { $0 != region } + (queue.contains(region) ? [region] : [])
            }
            turns += wanted.sorted().map { Turn(week: week, region: $0) }
        }
        return turns
    }

    /// Whether every plan leaves a session of the season when and with whom it is: it stands, and its turn is one of the season's.
    ///
    /// What stands may be in a week that meets no more, or where another region has the turn; see `turns()`.
    package func keeps(_ session: Session) -> Bool {
        (1...program.season.weeks).contains(session.code.week) && program.regions.contains(session.code.region)
            && stands(session)
    }

    private func queueAfterEarlierSeasons() -> [Region] {
        var queue = program.regions
        // A season that still runs leaves the queue as it will once what is planned of it has been held.
        for session in earlier.sorted(by: {
            ($0.season, $0.code.week, $0.code.region) < ($1.season, $1.code.week, $1.code.region)
        })
        where session.status != .cancelled && !wasMissed(session) {
            guard let index = queue.firstIndex(of: session.code.region) else { continue }
            queue.append(queue.remove(at: index))
        }
        return queue
    }

    /// Whether all seven days of a week are frozen for a region.
    func isFrozen(_ region: Region, in week: Int) -> Bool {
        let monday = program.season.monday(ofWeek: week)
        return (0..<7).allSatisfy { day in freezes.contains { $0.covers(region, on: monday.adding(days: day)) } }
    }

    /// Whether a week has ended everywhere on earth.
    package func isOver(_ week: Int) -> Bool { isOver(program.season.monday(ofWeek: week).adding(days: 6)) }

    /// Whether a day has ended everywhere on earth.
    package func isOver(_ day: LocalDate) -> Bool { day.isOver(at: now) }
}
