package import CivilTime
import Mentoring
package import MentoringAPI

/// An answer that tells people something, in the same words wherever it is read.
package protocol Worded: Sendable {
    /// What it says, as the layout at hand has it.
    /// - Parameter clock: of whoever reads it.
    /// - Returns: lines.
    func words(on clock: ZoneRules) -> String
}

/// One of several things of which an answer tells.
package protocol Listed: Sendable {
    /// What a list of them says, as the layout at hand has it.
    /// - Parameters:
    ///   - list: the things.
    ///   - clock: of whoever reads it.
    /// - Returns: lines.
    static func words(of list: [Self], on clock: ZoneRules) -> String
}

extension Array: Worded where Element: Listed {
    package func words(on clock: ZoneRules) -> String { Element.words(of: self, on: clock) }
}

extension LogEntryView: Listed {
    package static func words(of list: [LogEntryView], on clock: ZoneRules) -> String {
        list.isEmpty ? "nothing is written down" : table(of: list, on: clock, ofAllPrograms: false).text()
    }
}

extension SessionView: Listed {
    package static func words(of list: [SessionView], on clock: ZoneRules) -> String {
        SeasonTable(list, zones: [clock]).text
    }
}

extension SlotPublication: Worded {
    package func words(on clock: ZoneRules) -> String { text }
}

extension SlotWithdrawn: Worded {
    package func words(on clock: ZoneRules) -> String { text }
}

extension AwayView: Worded {
    package func words(on clock: ZoneRules) -> String { Paragraph.of(text(untilSeasonEnd: false)) }
}

extension FreezeView: Worded {
    package func words(on clock: ZoneRules) -> String { text(calling: nil) }
}

extension SwapOfferView: Worded {
    package func words(on clock: ZoneRules) -> String {
        [Paragraph.of("\(session): \(People.told(told))"), text, [.fairShare].legend()].joined(separator: "\n")
    }
}

extension SessionChange: Worded {
    package func words(on clock: ZoneRules) -> String { SessionChangeText(self).text }
}

extension TermsView: Worded {
    package func words(on clock: ZoneRules) -> String { text() }
}

extension DepartureView: Worded {
    package func words(on clock: ZoneRules) -> String { text() }
}

extension PlanView: Worded {
    package func words(on clock: ZoneRules) -> String { PlanText(self, zones: [clock]).text }
}

extension SeasonReportView: Worded {
    package func words(on clock: ZoneRules) -> String { ReportText(self).text }
}

extension ForecastView: Worded {
    package func words(on clock: ZoneRules) -> String { ForecastText(self).text }
}

extension HealthView: Worded {
    package func words(on clock: ZoneRules) -> String { HealthText(self, clock: clock).text }
}

extension WhyView: Worded {
    package func words(on clock: ZoneRules) -> String { WhyText(self, clock: clock).text }
}
