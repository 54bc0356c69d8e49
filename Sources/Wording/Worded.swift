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

extension ProgressView: Listed {
    package static func words(of list: [ProgressView], on clock: ZoneRules) -> String {
        ProgressText.table(of: list)
    }
}

extension ProgramChange: Listed {
    package static func words(of list: [ProgramChange], on clock: ZoneRules) -> String {
        let outcome = outcome(of: list, isDone: !Layout.current.isBeforehand)
        let differing = comparison(of: list, on: clock).map { [$0] } ?? []
        return (list.map { Paragraph.of("\($0)") } + [outcome] + differing).joined(separator: "\n")
    }
}

extension WrittenMailView: Listed {
    package static func words(of list: [WrittenMailView], on clock: ZoneRules) -> String {
        list.isEmpty ? "nobody has written in words" : table(of: list, on: clock).text()
    }
}

extension OutboxView: Listed {
    package static func words(of list: [OutboxView], on clock: ZoneRules) -> String {
        list.isEmpty ? "the outbox is empty" : table(of: list, on: clock).text()
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

extension SlotImport: Worded {
    package func words(on clock: ZoneRules) -> String { text(dryRun: Layout.current.isBeforehand) }
}

extension FreezeImport: Worded {
    package func words(on clock: ZoneRules) -> String { text(dryRun: Layout.current.isBeforehand) }
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
        let isAhead = Layout.current.isBeforehand
        let told = isAhead ? People.wouldBeTold(told) : People.told(told)
        let heading =
            switch state {
            case .open: "\(session) \(isAhead ? "would be" : "is") offered; \(told)"
            case .accepted:
                "\(acceptedBy ?? "") \(isAhead ? "would lead" : "leads") \(session) instead of \(from), "
                    + "\(When.dayAndTime(clock.local(at: start))) \(clock.id.city); \(told)"
            case .withdrawn: "\(session) stays with \(from); \(told)"
            }
        let names = toldNames.flatMap { EffectsText.told($0, of: self.told, others: "more") }
        let ledger = candidates.isEmpty ? [] : [text, [.fairShare].legend()]
        return ([heading, names].compactMap { $0.map { Paragraph.of($0) } } + ledger).joined(separator: "\n")
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

extension MailView: Worded {
    package func words(on clock: ZoneRules) -> String { text(on: clock, quoting: PageBlock.quotation) }
}

extension ArchiveView: Worded {
    package func words(on clock: ZoneRules) -> String {
        text(
            Layout.current.isDone
                ? "\(program) is \(archived ? "archived" : "open")" : Preview.outcome("archive it"))
    }
}

extension PlanView: Worded {
    package func words(on clock: ZoneRules) -> String {
        let text = PlanText(self, zones: [clock])
        return Layout.current.isDone ? text.changesOnly : text.text
    }
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

extension WhyNotView: Worded {
    package func words(on clock: ZoneRules) -> String { text }
}

extension ProgressView: Worded {
    package func words(on clock: ZoneRules) -> String { ProgressText.one(self) }
}
