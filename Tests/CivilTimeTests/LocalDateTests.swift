import CivilTime
import Foundation
import Testing

@Suite("A local date")
struct LocalDateTests {
    @Test(
        "knows which days exist",
        arguments: [
            (2027, 2, 29, false), (2028, 2, 29, true), (2100, 2, 29, false), (2000, 2, 29, true),
            (2027, 4, 31, false), (2027, 12, 31, true), (2027, 13, 1, false), (2027, 0, 1, false),
            (2027, 1, 0, false), (0, 12, 31, false), (1, 1, 1, true), (9999, 12, 31, true), (10000, 1, 1, false),
        ])
    func existence(year: Int, month: Int, day: Int, exists: Bool) {
        let date = LocalDate(year: year, month: month, day: day)
        #expect((date != nil) == exists)
        if let date {
            #expect(date.year == year && date.month == month && date.day == day)
        }
    }

    @Test(
        "counts days since 1970",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("0001-01-01", -719_162),
            ("9999-12-31", 2_932_896),
        ])
    func epochDay(text: String, epochDay: Int) throws {
        #expect(try #require(LocalDate(iso: text)).epochDay == epochDay)
        #expect(LocalDate(epochDay: epochDay).description == text)
    }

    @Test("has a successor with the next date for every day of 800 years")
    func everyDay() throws {
        var date = try #require(LocalDate(year: 1599, month: 12, day: 31))
        let last = try #require(LocalDate(year: 2400, month: 1, day: 1))
        while date < last {
            let next = date.adding(days: 1)
            let isSuccessor =
                (next.year, next.month, next.day) == (date.year, date.month, date.day + 1)
                || next.day == 1 && LocalDate(year: date.year, month: date.month, day: date.day + 1) == nil
                    && (next.year * 12 + next.month) == (date.year * 12 + date.month) + 1
            if !isSuccessor { Issue.record("\(next) follows \(date)") }
            date = next
        }
    }

    @Test("stops at the ends of the calendar")
    func saturation() {
        #expect(LocalDate(epochDay: .max).description == "9999-12-31")
        #expect(LocalDate(epochDay: .min).description == "0001-01-01")
        #expect(LocalDate(epochDay: 0).adding(days: .max).description == "9999-12-31")
        #expect(LocalDate(epochDay: -5).adding(days: .min).description == "0001-01-01")
    }

    @Test(
        "refuses texts that are not strictly YYYY-MM-DD",
        arguments: [
            "", "2027-1-05", "2027-01-5", "20270105", "2027-01-05 ", " 2027-01-05", "+2027-01-05", "2027-01-05T00:00",
            "2027/01/05", "２０２７-01-05", "2027-02-30", "0000-01-01", "12027-01-05",
        ])
    func strictness(text: String) {
        #expect(LocalDate(iso: text) == nil)
    }

    @Test(
        "belongs to the ISO week of its Thursday",
        arguments: [
            ("2020-12-31", 2020, 53), ("2021-01-03", 2020, 53), ("2021-01-04", 2021, 1), ("2026-12-31", 2026, 53),
            ("2027-01-03", 2026, 53), ("2027-01-04", 2027, 1), ("2024-12-30", 2025, 1), ("2016-01-03", 2015, 53),
            ("2018-12-31", 2019, 1), ("2022-01-01", 2021, 52), ("0001-01-01", 1, 1), ("9999-12-31", 9999, 52),
        ])
    func isoWeek(text: String, year: Int, week: Int) throws {
        let found = try #require(LocalDate(iso: text)).isoWeek
        #expect(found.year == year && found.week == week)
    }

    @Test("agrees with Foundation's ISO 8601 calendar on weekday and week from 2000 to 2060")
    func foundation() throws {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        let first = try #require(LocalDate(year: 2000, month: 1, day: 1))
        let last = try #require(LocalDate(year: 2060, month: 12, day: 31))
        for day in first.epochDay...last.epochDay {
            let date = LocalDate(epochDay: day)
            let fields = calendar.dateComponents(
                [.weekday, .weekOfYear, .yearForWeekOfYear],
                from: Date(timeIntervalSince1970: Double(day) * 86_400))
            let week = date.isoWeek
            let agrees =
                fields.weekday == date.weekday.rawValue % 7 + 1 && fields.weekOfYear == week.week
                && fields.yearForWeekOfYear == week.year
            if !agrees { Issue.record("\(date): \(date.weekday), week \(week)") }
        }
    }

    @Test(
        "begins its week on Monday",
        arguments: [
            ("2027-01-05", "2027-01-04"), ("2027-01-04", "2027-01-04"), ("2027-01-03", "2026-12-28"),
            ("0001-01-03", "0001-01-01"),
        ])
    func monday(text: String, monday: String) throws {
        let date = try #require(LocalDate(iso: text))
        #expect(date.mondayOfWeek.description == monday)
        #expect(date.mondayOfWeek.weekday == .monday)
    }

    @Test("measures and writes itself")
    func distanceAndBasic() throws {
        let date = try #require(LocalDate(iso: "2027-01-05"))
        #expect(date.days(until: date.adding(days: -400)) == -400)
        #expect(date.basic == "20270105")
    }
}
