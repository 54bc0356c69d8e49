import CivilTime
import Mentoring
import TimeZoneCatalog

/// What mentors bring into a season, counted by hand from the sessions that are stored: another way than the planner's to the
/// same numbers.
struct CountedCarry {
    let mentors: [Mentor]
    let sessions: [Session]
    let now: Instant

    /// The turns that each brings along, by name.
    func into(_ season: Season.Name) -> [String: Int] {
        guard let start = sessions.first(where: { $0.code.season == season })?.season else { return [:] }
        return Dictionary(grouping: mentors, by: \.region).values.reduce(into: [:]) { all, group in
            for mentor in group {
                all[mentor.person.name] =
                    brought(by: mentor, among: group, before: start) + missed(by: mentor, group, start)
            }
        }
    }

    /// How many sessions of a season somebody led, or is to lead.
    func turns(of mentor: Mentor, from start: LocalDate) -> Int {
        sessions.count { $0.season == start && $0.mentor.id == mentor.person.id && counts($0) }
    }

    private func counts(_ session: Session) -> Bool {
        session.status == .tentative ? session.start > now : session.status != .cancelled
    }

    /// Season after season: the load beyond that of whoever has least, per weight; who led nothing has what others have on
    /// average, of which a part that is less than the smallest share of a turn is dropped.
    private func brought(by mentor: Mentor, among group: [Mentor], before start: LocalDate) -> Int {
        var brought = group.map { _ in 0 }
        let shares = Double(group.map(\.weight).reduce(1, *))
        for season in Set(sessions.map(\.season)).filter({ $0 < start }).sorted() {
            let loads = group.indices.map { index -> Double? in
                let led = turns(of: group[index], from: season)
                return led == 0 ? nil : Double(led + brought[index]) / Double(group[index].weight)
            }
            let known = loads.compactMap(\.self)
            guard let least = known.min() else { continue }
            let average = (known.reduce(0, +) * shares / Double(known.count) + 0.000_1).rounded(.down) / shares
            for index in group.indices {
                let beyond = ((loads[index] ?? average) - least) * Double(group[index].weight)
                brought[index] = Int((beyond + 0.500_1).rounded(.down))
            }
        }
        return group.firstIndex(of: mentor).map { brought[$0] } ?? 0
    }

    /// What those who were there before somebody had led by then this season, per weight, less what they had led themself.
    private func missed(by mentor: Mentor, _ group: [Mentor], _ start: LocalDate) -> Int {
        let before = sessions.filter { $0.season == start && $0.start < mentor.since && $0.status != .cancelled }
        let elder = group.filter { $0.since < mentor.since }
        let weight = elder.map(\.weight).reduce(0, +)
        guard weight > 0 else { return 0 }
        let led = before.count { session in elder.contains { $0.person.id == session.mentor.id } }
        let own = before.count { $0.mentor.id == mentor.person.id }
        return max(0, Int((Double(led * mentor.weight) / Double(weight) + 0.5).rounded(.down)) - own)
    }
}
