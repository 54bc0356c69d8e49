import CLibical
import CivilTime
import Mentoring
import MentoringService
import Testing

@testable import ICalendar

@Suite("recurrence, held to libical")
struct RecurrenceOracleTests {
    @Test("thousands of random rules occur when libical says")
    func agreesWithLibical() throws {
        var random = SeededGenerator(seed: 2027)
        let days = try DayRange("2027-01-01..2028-12-31")
        var compared = 0
        for _ in 0..<3000 {
            let rule = Self.randomRule(&random)
            let anchor = LocalDateTime(
                date: try Fixture.date("2026-06-01").adding(days: .random(in: 0..<400, using: &random)),
                time: try #require(LocalTime(hour: 17, minute: 30)))
            let expected = Self.libical(rule, anchor, days)
            let found = try RecurrenceExpander().occurrences(of: rule, from: anchor, in: days)
            #expect(found == expected, "\(rule) from \(anchor)")
            compared += found.count
        }
        print("3000 rules, \(compared) occurrences")
        #expect(compared > 50_000)
    }

    @Test("strings that are nearly rules never trap, and what is accepted is canonical")
    func hostileStrings() {
        var random = SeededGenerator(seed: 7)
        let scraps = [
            "FREQ=", "WEEKLY", "DAILY", ";", "=", ",", "BYDAY", "-", "+", "1", "9999999999", "TU", "BYSETPOS",
            "INTERVAL", "é", "\u{0}",
            "\n", "🦊", "BYMONTHDAY=", "UNTIL=", " ", "٣", "WKST=", "BYYEARDAY=-366",
        ]
        for _ in 0..<20_000 {
            let count = Int.random(in: 1...8, using: &random)
            let text = (0..<count).map { _ in scraps.randomElement(using: &random) ?? "" }.joined()
            guard let canonical = try? RecurrenceExpander().validated(rule: text) else { continue }
            #expect((try? RecurrenceExpander().validated(rule: canonical)) == canonical)
        }
    }

    /// Rules of the shapes that RFC 5545 allows and libical reads rightly.
    ///
    /// It miscounts INTERVAL in weekly rules whose
    /// first occurrence is not in the anchor's week, even in `FREQ=WEEKLY;INTERVAL=2;BYDAY=SU`; hence the INTERVAL=1 here
    /// and the table in `RecurrenceTests`. And it takes no negative BYMONTHDAY in daily rules.
    private static let shapes = [
        "FREQ=DAILY", "FREQ=DAILY;BYDAY={days}", "FREQ=DAILY;BYMONTH={1...12};BYMONTHDAY={1...28}",
        "FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY={days};INTERVAL=1", "FREQ=WEEKLY;BYDAY={days};WKST=TH;INTERVAL=1",
        "FREQ=WEEKLY;BYMONTH={1...12};BYDAY={days};INTERVAL=1",
        "FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY={±1...31}", "FREQ=MONTHLY;BYDAY={±1...5 days}",
        "FREQ=MONTHLY;BYDAY={days};BYSETPOS={±1...4}", "FREQ=MONTHLY;BYMONTH={1...12};BYDAY={days}",
        "FREQ=YEARLY", "FREQ=YEARLY;BYMONTH={1...12}", "FREQ=YEARLY;BYMONTH={1...12};BYMONTHDAY={±1...28}",
        "FREQ=YEARLY;BYMONTH={1...12};BYDAY={±1...4 days}", "FREQ=YEARLY;BYDAY={±1...50 days}",
        "FREQ=YEARLY;BYYEARDAY={±1...365}", "FREQ=YEARLY;BYWEEKNO={2...51};BYDAY={days}",
    ]

    /// A shape with one to three random values for each of its braces, every few periods.
    private static func randomRule(_ random: inout SeededGenerator) -> String {
        var rule = ""
        for piece in (shapes.randomElement(using: &random) ?? "").split(separator: "{") {
            let ends = piece.split(separator: "}", omittingEmptySubsequences: false)
            guard ends.count == 2 else {
                rule += piece
                continue
            }
            let range = ends[0].split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
            let isSigned = ends[0].hasPrefix("±")
            let days = ends[0].hasSuffix("days") ? Weekday.allCases.map(\.icalendarCode).shuffled(using: &random) : []
            let values = (0..<Int.random(in: 1...3, using: &random)).map { index in
                let number = range.isEmpty ? "" : "\(Int.random(in: range[0]...range[1], using: &random))"
                let sign = isSigned && Bool.random(using: &random) ? "-" : ""
                return sign + number + (days.isEmpty ? "" : days[index])
            }
            rule += values.joined(separator: ",") + ends[1]
        }
        return rule
            + (rule.contains("INTERVAL") || Bool.random(using: &random)
                ? "" : ";INTERVAL=\(Int.random(in: 1...4, using: &random))")
    }

    private static func libical(_ rule: String, _ anchor: LocalDateTime, _ days: DayRange) -> [LocalDateTime] {
        Libical.exclusively { _ in
            var found: [LocalDateTime] = []
            let until = "\(days.to.basic)T235959"
            let recurrence = icalrecurrencetype_from_string("\(rule);UNTIL=\(until)")
            guard let iterator = icalrecur_iterator_new(recurrence, icaltime_from_string(anchor.basic)) else {
                return []
            }
            defer { icalrecur_iterator_free(iterator) }
            while true {
                let next = icalrecur_iterator_next(iterator)
                guard icaltime_is_null_time(next) == 0 else { return found }
                guard let date = LocalDate(year: Int(next.year), month: Int(next.month), day: Int(next.day)),
                    let time = LocalTime(hour: Int(next.hour), minute: Int(next.minute), second: Int(next.second))
                else { return found }
                if days.contains(date) { found.append(LocalDateTime(date: date, time: time)) }
            }
        }
    }
}
