import CivilTime
package import Mentoring
import Yams

extension ProgramFileReader {
    /// Which weeks meet: `every-2-weeks`, or `{ weeks-of-month: [2, 4], of: tue }`.
    package func meets(_ entry: YAMLEntry) throws -> MeetingWeeks {
        guard case .mapping = entry.node else {
            guard let weeks = MeetingWeeks(try entry.text()) else {
                throw entry.wrong("\(Taken.meets)")
            }
            return weeks
        }
        let fields = try Fields(of: entry, FileKey.ofMeets)
        let weekday = try fields.read("of", or: Weekday.thursday) { entry in
            guard let weekday = Weekday(name: try entry.text()) else { throw entry.wrong("\(Taken.weekday)") }
            return weekday
        }
        let ordinals = try fields["weeks-of-month"].all(atMost: MeetingWeeks.ordinals.upperBound) {
            try $0.int(MeetingWeeks.ordinals)
        }
        return try fields["weeks-of-month"].located {
            try MeetingWeeks.validated(weeksOfMonth: ordinals, weekday)
        }
    }
}
