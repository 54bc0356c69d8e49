@testable import Rotation

extension Season {
    /// A problem drawn from a seed: two programs and regions, some frozen turns, mentors with all kinds of limits.
    static func random(seed: Int, weeks: Int, mentors: Int, slotsPerMentor: Int) -> Season {
        var generator = SeededGenerator(seed: UInt64(seed))
        func draw(_ bound: Int) -> Int { generator.index(below: bound) }
        var season = Season(weeks: weeks)
        season.programs = ["p", "q"]
        for program in season.programs {
            for region in season.regions {
                season.want((0..<weeks).filter { _ in draw(4) > 0 }, region: region, program: program)
            }
        }
        for index in 0..<mentors {
            let minGap = 1 + draw(3)
            season.add(
                "m\(index)", region: season.regions[index % 2], programs: [["p"], ["q"], ["p", "q"]][draw(3)],
                weight: 1 + draw(3), carry: draw(2), minGap: minGap, preferredGap: minGap + draw(3),
                maxPerMonth: 1 + draw(3), cap: 1 + draw(3))
            for number in 0..<slotsPerMentor {
                season.offer(
                    "m\(index)", [draw(weeks)], id: "s\(index)-\(number)", day: draw(7), hour: draw(24),
                    preference: draw(4))
            }
        }
        season.zones = [
            ZoneOffsets(zone: "East", changes: [.init(start: 0, offset: 540)]),
            ZoneOffsets(
                zone: "West",
                changes: [.init(start: 0, offset: -420), .init(start: (firstMonday + 9) * 1440, offset: -480)]),
        ]
        for index in 0..<5 {
            let first = draw(weeks)
            season.attendees.append(
                Attendee(
                    id: "a\(index)", zone: season.zones[draw(2)].zone, programs: [["p"], ["p", "q"]][draw(2)],
                    weeks: first...(first + draw(weeks - first))))
        }
        return season
    }
}
