import Testing

@testable import Rotation

struct TimestampTests {
    @Test(
        "days are counted from the epoch and know their month",
        arguments: [
            ("1970-01-01", 0, 1970 * 12 + 1), ("1969-12-31", -1, 1969 * 12 + 12), ("2000-02-29", 11_016, 2000 * 12 + 2),
            ("2026-10-05", 20_731, 2026 * 12 + 10), ("2100-03-01", 47_541, 2100 * 12 + 3),
            ("0000-03-01", -719_468, 3),
        ])
    func days(text: String, number: Int, month: Int) {
        #expect(CalendarDay(text)?.number == number)
        #expect(CalendarDay(number: number).month == month)
    }

    @Test("every day of four centuries has the month it was made from")
    func allDays() {
        var number = CalendarDay(year: 1900, month: 1, day: 1)?.number ?? 0
        for year in 1900..<2300 {
            for month in 1...12 {
                for day in 1...31 {
                    guard let made = CalendarDay(year: year, month: month, day: day) else { continue }
                    guard made.number == number, made.month == year * 12 + month else {
                        Issue.record("\(year)-\(month)-\(day) is day \(made.number)")
                        return
                    }
                    number += 1
                }
            }
        }
    }

    @Test(
        "there is no such day",
        arguments: ["2026-02-29", "2100-02-29", "2026-04-31", "2026-00-10", "2026-1-05", "", "x"])
    func noDay(text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test(
        "a time is read with its offset",
        arguments: [
            ("1970-01-01T00:00Z", 0, 0), ("1970-01-02T01:30+01:30", 1440, 90), ("1969-12-31T17:00-07:00", 0, -420),
        ])
    func times(text: String, minute: Int, offset: Int) throws {
        let timestamp = try #require(Timestamp(text))
        #expect(timestamp.minute == minute)
        #expect(timestamp.offset == offset)
    }

    @Test(
        "what is not a time is refused",
        arguments: [
            "1970-01-01T24:00Z", "1970-01-01T00:60Z", "1970-01-01 00:00Z", "1970-01-01T00:00z", "1970-01-01T00:00",
            "1970-01-01T00:00*01:00", "1970-01-01T00:00+24:00", "1970-01-01T00:00:00Z", "",
        ])
    func noTime(text: String) {
        #expect(Timestamp(text) == nil)
    }
}
