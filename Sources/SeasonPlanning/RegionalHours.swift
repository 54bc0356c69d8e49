import CivilTime
package import Mentoring
package import MentoringAPI
package import TimeZoneCatalog

// What an hour is to a program's regions: by the clock of most of a region's people, and by everybody's own.

extension SeasonFacts {
    /// What a session's hour is to the people of each region, the program's own first, and to those of them who are in it.
    ///
    /// - Parameters:
    ///   - session: the session, at the hour that is asked about.
    ///   - trainees: those of the program.
    ///   - present: who leads it, has a seat or waits, as the program shows them.
    ///   - zones: the tz data in force.
    /// - Returns: the hour of each region, with how many it suits.
    /// - Throws: what a zone throws that cannot be read.
    package func hours(
        of session: Session, for trainees: [Person], in present: [Person], by zones: TimeZoneCatalog
    ) throws -> [SessionEffectsView.RegionHour] {
        let people = Dictionary((trainees + mentors.map(\.person)).map { ($0.id, $0) }) { first, _ in first }.values
        func living(in region: Region, of people: some Sequence<Person>) -> [Person] {
            people.filter { zones.region(of: $0.shownZone) == region }
        }
        // Whoever takes part may live where the program holds no sessions.
        let others = Region.allCases.filter {
            !program.regions.contains($0) && !living(in: $0, of: Array(people) + present).isEmpty
        }
        return try (program.regions + others).map { region in
            func tally(_ people: some Sequence<Person>) throws -> HumaneTally {
                try Audience(living(in: region, of: people).map(\.shownZone).counts, zones: zones)
                    .tally(from: session.start, minutes: session.minutes)
            }
            let hour = try hour(of: region, from: session.start, minutes: session.minutes, by: zones)
            return SessionEffectsView.RegionHour(
                region: region, zone: hour.zone, localStart: hour.localStart, hours: hour.hours,
                people: try tally(people), present: try tally(present))
        }
    }

    /// What an hour is to a region, by the clock of most of its people.
    func hour(
        of region: Region, from start: Instant, minutes: Int, by zones: TimeZoneCatalog
    ) throws -> SlotPublication.RegionalHour {
        let rules = try zones.rules(for: representative(of: region, by: zones))
        return SlotPublication.RegionalHour(region, from: start, minutes: minutes, in: rules)
    }

    /// The zone in which most of a region's people live; among equals the one nearest to the region's customary clock.
    func representative(of region: Region, by zones: TimeZoneCatalog) throws -> TimeZoneID {
        let counts = audience.merging(mentors.map(\.person.shownZone).counts, uniquingKeysWith: +)
            .filter { zones.region(of: $0.key) == region }
        let customary = try zones.rules(for: region.customaryZone).offset(at: now)
        let ranked = try counts.map { zone, count in
            let offset = try zones.rules(for: zone).offset(at: now)
            return (zone: zone, rank: (-count, abs(offset.seconds - customary.seconds), zone.name))
        }
        return ranked.min { $0.rank < $1.rank }?.zone ?? region.customaryZone
    }
}

extension [TimeZoneID] {
    /// How often each stands here.
    fileprivate var counts: [TimeZoneID: Int] { Dictionary(map { ($0, 1) }, uniquingKeysWith: +) }
}

extension SlotPublication.RegionalHour {
    /// What an hour is to a region by a clock of it.
    init(_ region: Region, from start: Instant, minutes: Int, in rules: ZoneRules) {
        self.init(
            region: region, zone: rules.id, localStart: rules.local(at: start),
            hours: Hours(of: start, minutes: minutes, in: rules))
    }
}

extension Region {
    /// The zone by which a region's hours are shown while nobody of it takes part.
    fileprivate var customaryZone: TimeZoneID {
        switch self {
        case .asia: TimeZoneID("Asia/Kolkata") ?? .utc
        case .europe: TimeZoneID("Europe/Berlin") ?? .utc
        case .americas: TimeZoneID("America/New_York") ?? .utc
        }
    }
}
