import CivilTime
package import Mentoring
import MentoringAPI
package import TimeZoneCatalog

extension TrainingHealth {
    /// How many of the latest recorded sessions tell how a region fares now.
    private static let recentMeetings = 3

    func regionHealth(_ region: Region) throws -> HealthView.RegionHealth {
        let shown = begun(in: region, of: meetings).map(HealthView.Meeting.init)
        let recorded = shown.filter { $0.came != nil }
        // Who stays away does not come back with a new season's first week.
        let before = begun(in: region, of: before).map(HealthView.Meeting.init).filter { $0.came != nil }
        let all = before + recorded
        let (recent, earlier) = (all.suffix(Self.recentMeetings), all.dropLast(Self.recentMeetings))
        let signs = Self.signs(recent: recent, earlier: earlier)
        let people = people(of: region)
        return HealthView.RegionHealth(
            region: region, people: people.count, meetings: shown, seasonBefore: before.isEmpty ? nil : before,
            sum: .init(recorded), recent: .init(recent), earlier: .init(earlier), withers: signs,
            remedies: signs.isEmpty ? [] : try remedies(for: region, people))
    }

    /// A region's sessions that have begun.
    ///
    /// What passed without being announced was not held, so nobody could come, and there is nothing to record.
    private func begun(in region: Region, of meetings: [Meeting]) -> [Meeting] {
        meetings.filter {
            $0.session.code.region == region && $0.session.start <= facts.now && !facts.wasMissed($0.session)
        }
    }

    /// Those who enrolled in one of a region's sessions this season, or in all of them, each once.
    package func people(of region: Region) -> [Person] {
        let enrolled = meetings.filter { $0.session.code.region == region }.flatMap(\.enrollments).map(\.person)
        let all = enrolled + standing.filter { $0.region == region }.map(\.person)
        return Dictionary(all.map { ($0.id, $0) }) { first, _ in first }.values.sorted {
            $0.id.rawValue < $1.id.rawValue
        }
    }

    /// What shows that a region withers; nothing before three sessions were recorded.
    private static func signs(
        recent: some Collection<HealthView.Meeting>, earlier: some Collection<HealthView.Meeting>
    ) -> [HealthView.Sign] {
        guard recent.count == recentMeetings else { return [] }
        var signs: [HealthView.Sign] = []
        if recent.allSatisfy({ ($0.came ?? 0) <= 2 && 2 * ($0.came ?? 0) < $0.seats }) { signs.append(.few) }
        let (now, before) = (HealthView.Sum(recent), HealthView.Sum(earlier))
        // Shares of seats are compared as fractions, so that a session with more seats weighs more.
        if earlier.count >= recentMeetings, 2 * now.came * before.seats < before.came * now.seats {
            signs.append(.half)
        }
        return signs
    }
}

extension HealthView.Meeting {
    fileprivate init(_ meeting: TrainingHealth.Meeting) {
        let present = meeting.attendance.count { $0.kind == .present }
        self.init(
            week: meeting.session.code.week, seats: meeting.session.capacity,
            enrolled: meeting.enrollments.count { $0.state == .enrolled }, came: meeting.isRecorded ? present : nil,
            asynchronous: meeting.attendance.count { $0.kind == .asynchronous }, visitors: meeting.visitors.count)
    }
}

extension HealthView.Sum {
    fileprivate init(_ meetings: some Collection<HealthView.Meeting>) {
        self.init(
            meetings: meetings.count, came: meetings.compactMap(\.came).reduce(0, +),
            seats: meetings.map(\.seats).reduce(0, +))
    }
}
