package import CivilTime
package import Mentoring
package import MentoringAPI

// What is told of what somebody has done, or would do.

extension BusyImport: Worded {
    package func words(on clock: ZoneRules) -> String { textOnPage }
}

extension SlotRestored: Worded {
    package func words(on clock: ZoneRules) -> String { text }
}

extension FreezeRemoved: Worded {
    package func words(on clock: ZoneRules) -> String { text }
}

extension AwayRemoved: Worded {
    package func words(on clock: ZoneRules) -> String { text }
}

extension AttendanceView: Worded {
    /// Who came, by name, and what others answered, to whoever only asks; after a deed, and before it, what that changes.
    package func words(on clock: ZoneRules) -> String {
        Layout.current.tense == .present ? AttendanceText(self).whole(on: clock) : AttendanceText(self).recorded()
    }
}

extension EnrollmentResult: Worded {
    package func words(on clock: ZoneRules) -> String { text(in: clock, feed: nil) }
}

extension LeaveResult: Listed {
    package static func words(of list: [LeaveResult], on clock: ZoneRules) -> String {
        list.isEmpty ? "nothing was left" : list.map(\.line).joined(separator: "\n")
    }
}

extension LeaveResult: Worded {
    package func words(on clock: ZoneRules) -> String { line }
}

extension VolunteerResult: Worded {
    package func words(on clock: ZoneRules) -> String { text }
}

extension MoveView: Worded {
    package func words(on clock: ZoneRules) -> String { text }
}

extension FetchedChange: Listed {
    package static func words(of list: [FetchedChange], on clock: ZoneRules) -> String { table(of: list) }
}

extension SuppressedAddress: Listed {
    package static func words(of list: [SuppressedAddress], on clock: ZoneRules) -> String {
        list.isEmpty ? none : table(of: list, on: clock)
    }
}
