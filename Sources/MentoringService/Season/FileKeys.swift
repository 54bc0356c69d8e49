import CivilTime
import Mentoring
import TimeZoneCatalog

// By what it is remembered that a program's file had something.

extension SlotPattern {
    /// What tells a mentor's slots apart: `slot Tue 17:00`, with the first day where it has one.
    ///
    /// It is stored, so that it says rules as RFC 5545 does and changes with no words.
    var fileKey: String { "slot \(weekly ?? "\(rule) at \(at)")" + (from.map { " from \($0)" } ?? "") }

    /// By what it is remembered that the file named its zone.
    var zoneNamedKey: String { "\(fileKey), zone named" }
}

extension DayRange {
    /// What tells somebody's absences apart.
    var fileKey: String { "away \(self)" }
}

extension Freeze {
    /// `freeze 2027-03-08..2027-03-21`, with its regions where it is not of all.
    var fileKey: String {
        "freeze \(days)" + (regions.isEmpty ? "" : " of \(regions.map(\.rawValue).joined(separator: ", "))")
    }
}
