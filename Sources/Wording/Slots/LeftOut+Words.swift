package import Mentoring

extension LeftOut {
    /// Why a slot of a calendar is left: another line says the same.
    package static func sameSlot(asLine line: Int) -> String { "it says the same as the one of line \(line)" }

    /// Why days of a calendar are left: another line has them.
    package static func sameDays(_ days: DayRange, asLine line: Int) -> String { "\(days) are those of line \(line)" }
}
