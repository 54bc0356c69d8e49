import CivilTime
import Mentoring
import Yams

extension MeetingWeeks {
    /// As a program file has it.
    var node: Node {
        func plain(_ text: String) -> Node { Node(text, .implicit, .plain) }
        switch self {
        case .everyWeek, .every: return plain(description)
        case .weeksOfMonth(let ordinals, let weekday):
            let numbers = Node(ordinals.map { plain("\($0)") }, .implicit, .flow)
            let fields = [
                (plain("weeks-of-month"), numbers), (plain("of"), plain(weekday.shortName.lowercased())),
            ]
            return Node(fields, .implicit, .flow)
        }
    }
}
