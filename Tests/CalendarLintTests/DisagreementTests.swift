import Foundation
import Testing

@testable import CalendarLint

@Suite("what programs read differently")
struct DisagreementTests {
    @Test(
        "each case stands in docs/calendar-rules.md with who reads it how and a source",
        arguments: Disagreement.allCases)
    func source(known: Disagreement) throws {
        let path = #filePath.split(separator: "/Tests/")[0] + "/docs/calendar-rules.md"
        let lines = try String(contentsOfFile: String(path), encoding: .utf8).split(separator: "\n")
        let row = lines.first { $0.hasPrefix("| \(known.subject) | \(known.readings) | ") }
        #expect(row?.contains("](https://") == true)
    }

    @Test("each case has an example", arguments: Disagreement.allCases)
    func example(known: Disagreement) throws {
        let told = try Restrictions.disagreements.contains { restriction in
            try restriction.findings(restriction.bad).contains { $0.contains(": \(known.readings); ") }
        }
        #expect(told)
    }

    @Test("each parameter of the table has an example", arguments: ParameterShape.all.values.map(\.section).sorted())
    func parameter(section: String) {
        #expect(Restrictions.parameters.contains { $0.section == section })
    }

    @Test(
        "each component of the table has an example", arguments: Set(ComponentShape.all.values.map(\.section)).sorted())
    func component(section: String) {
        #expect((Restrictions.components + Restrictions.alarms).contains { $0.section == section })
    }
}
