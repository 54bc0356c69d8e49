import CivilTime
import Mentoring
import Testing
import TimeZoneCatalog

@Suite("Days as people write them")
struct DaySpellingTests {
    /// A Friday.
    private let today = LocalDate(iso: "2027-01-15")

    private func days(_ text: String) throws -> WrittenDays { try WrittenDays(text, today: #require(today)) }

    @Test(
        "are read from the first to the last; without a year they are the next that are not over",
        arguments: [
            ("2027-01-12..2027-01-20", "2027-01-12..2027-01-20"), ("2027-01-12", "2027-01-12..2027-01-12"),
            ("2027-01-12 to 2027-01-20", "2027-01-12..2027-01-20"), ("2027-01-12/2027-01-20", "2027-01-12..2027-01-20"),
            ("2027-01-12 - 2027-01-20", "2027-01-12..2027-01-20"), ("18-24 Jan", "2027-01-18..2027-01-24"),
            ("18–24 January 2027", "2027-01-18..2027-01-24"), ("11-17 Jan", "2027-01-11..2027-01-17"),
            ("4-10 Jan", "2028-01-04..2028-01-10"), ("Jan 18-24", "2027-01-18..2027-01-24"),
            ("18 Jan - 3 Feb", "2027-01-18..2027-02-03"), ("January 18 to February 3", "2027-01-18..2027-02-03"),
            ("18th Jan until 3rd of Feb, 2027", "2027-01-18..2027-02-03"), ("18.-24. Jan", "2027-01-18..2027-01-24"),
            ("28 Dec - 3 Jan", "2027-12-28..2028-01-03"), ("28 Dec - 3 Jan 2027", "2026-12-28..2027-01-03"),
            ("28 Dec 2026 - 3 Jan", "2026-12-28..2027-01-03"), ("20 Jan", "2027-01-20..2027-01-20"),
            ("Jan 20, 2027", "2027-01-20..2027-01-20"), ("Mon 18 Jan", "2027-01-18..2027-01-18"),
            ("Mon 18 Jan - Sun 24 Jan", "2027-01-18..2027-01-24"), ("August", "2027-08-01..2027-08-31"),
            ("in Feb", "2027-02-01..2027-02-28"), ("Jun-Jul", "2027-06-01..2027-07-31"),
            ("today", "2027-01-15..2027-01-15"), ("yesterday", "2027-01-14..2027-01-14"),
            ("last week", "2027-01-04..2027-01-10"), ("tomorrow", "2027-01-16..2027-01-16"),
            ("tomorrow - 20 Jan", "2027-01-16..2027-01-20"), ("until 20 Jan", "2027-01-15..2027-01-20"),
            ("next week", "2027-01-18..2027-01-24"), ("this week", "2027-01-15..2027-01-17"),
            ("Mon", "2027-01-18..2027-01-18"), ("Mon-Wed", "2027-01-18..2027-01-20"),
            ("18 Jan - Wed", "2027-01-18..2027-01-20"), ("18 Jan - Mon", "2027-01-18..2027-01-18"),
            ("16 Jan - Fri", "2027-01-16..2027-01-22"), ("11 Jan - Sat", "2027-01-11..2027-01-16"),
            ("4 Jan - Wed", "2028-01-04..2028-01-05"), ("18 Jan 2028 - Wed", "2028-01-18..2028-01-19"),
            ("30 Dec - Sun", "2027-12-30..2028-01-02"), ("until Wed", "2027-01-15..2027-01-20"),
            ("29 Feb 2028", "2028-02-29..2028-02-29"), ("2027-01-20..24", "2027-01-20..2027-01-24"),
            ("week of 20 Jan", "2027-01-18..2027-01-24"), ("the week of 12 Jan", "2027-01-11..2027-01-17"),
            ("week of 5 Jan", "2028-01-03..2028-01-09"), ("week 53 of 2026", "2026-12-28..2027-01-03"),
            ("2026-W53", "2026-12-28..2027-01-03"), ("week 3 2027", "2027-01-18..2027-01-24"),
            ("18 Jan for a week", "2027-01-18..2027-01-24"), ("from 18 Jan for 10 days", "2027-01-18..2027-01-27"),
        ])
    func read(text: String, expected: String) throws {
        let days = try days(text)
        #expect("\(days.from)..\(try #require(days.to))" == expected)
    }

    @Test(
        "may have no end",
        arguments: [
            ("2027-01-12..", "2027-01-12"), ("from 18 Jan", "2027-01-18"), ("18 Jan onwards", "2027-01-18"),
            ("18 Jan -", "2027-01-18"),
        ])
    func open(text: String, from: String) throws {
        let days = try days(text)
        #expect((days.from, days.to) == (try day(from), nil))
    }

    @Test(
        "are refused with words that help where they mean nothing, or two things",
        arguments: [
            ("", "expected days, such as"), ("1/2", "1 Feb or 2 Jan?"), ("5.1.2027", "5 Jan or 1 May?"),
            ("17/1-20/1", "as in 17 Jan"), ("11-17", "of which month?"), ("11-17 Jna", "did you mean Jan"),
            ("30 Feb", "there are no such days"), ("2027-02-30", "there is no such day"),
            ("next Mon", "18 Jan 2027 or 25 Jan 2027?"), ("Fri", "today, 15 Jan 2027, or 22 Jan 2027?"),
            ("Thu-Sat", "from this week on, or from the next?"), ("Tue 18 Jan", "is a Monday"),
            ("Tue 18 Jan 2027", "is a Monday"), ("2027-01-20..2027-01-12", "12 Jan 2027 is before 20 Jan 2027"),
            ("20-12 Jan", "is before"), ("3 Feb - 11 Jan", "is before"),
            ("2027-01-12..2027-01-13..2027-01-14", "at character 23"),
            ("next month", "expected days"),
            ("soon", "expected days"), ("11 Jan 17:00", "at character 8"),
            ("1.2.", "1 Feb or 2 Jan?"), ("1.2", "1 Feb or 2 Jan?"), ("1.2.-5.2.", "1 Feb or 2 Jan?"),
            ("28.12.-3.1.", "as in 28 Dec"), ("28-3 Jan", "write both months"),
            ("week 3", "or week 3 of 2027, which is 18 Jan 2027 - 24 Jan 2027"),
            ("week 53", "or week 53 of 2032, which is 27 Dec 2032 - 2 Jan 2033"),
            ("week 60", "has no week 60"), ("2027-W53", "2027 has no week 53"), ("week of Jan", "week of 11 Jan"),
            ("18 Jan for ages", "11 Jan for 2 weeks"),
        ])
    func refused(text: String, words: String) {
        let refusal = #expect(throws: BadInput.self) { try days(text) }
        #expect(refusal?.message.contains(words) == true, "\(refusal?.message ?? "")")
    }

    @Test(
        "of what has been they are the last that have begun",
        arguments: [
            ("3 Jan", "2027-01-03"), ("15 Jan", "2027-01-15"), ("16 Jan", "2026-01-16"), ("Aug", "2026-08-01"),
            ("Jan", "2027-01-01"), ("yesterday", "2027-01-14"), ("today", "2027-01-15"), ("last week", "2027-01-04"),
            ("this week", "2027-01-11"), ("Mon", "2027-01-11"), ("Sat", "2027-01-09"), ("2025-03-01", "2025-03-01"),
            ("28 Dec - 3 Jan", "2026-12-28"), ("since 3 Jan", "2027-01-03"), ("3-10 Jan", "2027-01-03"),
        ])
    func past(text: String, from: String) throws {
        #expect(try WrittenDays(text, today: #require(today), looksBack: true).from == day(from))
    }

    @Test("looking back, today's weekday may be today or a week ago")
    func pastToday() throws {
        let today = try #require(today)
        let refusal = #expect(throws: BadInput.self) { try WrittenDays("Fri", today: today, looksBack: true) }
        #expect(refusal?.message.contains("today, 15 Jan 2027, or 8 Jan 2027?") == true, "\(refusal?.message ?? "")")
    }

    @Test("a weekday is the next one, whichever day it is", arguments: 0..<7)
    func everyDay(offset: Int) throws {
        let today = try #require(today).adding(days: offset)
        for weekday in Weekday.allCases where weekday != today.weekday {
            let days = try WrittenDays(weekday.shortName, today: today)
            #expect(days.from.weekday == weekday)
            #expect((1...6).contains(today.days(until: days.from)))
        }
    }
}

@Suite("Another beginning as people write it")
struct StartSpellingTests {
    /// A session on a Tuesday.
    private let known = LocalDateTime(iso: "2027-01-19T17:00")

    @Test(
        "is in the week of the one before, or on its day",
        arguments: [
            ("Fri 18:00", "2027-01-22T18:00"), ("18:00", "2027-01-19T18:00"), ("6pm", "2027-01-19T18:00"),
            ("Mon 9am", "2027-01-18T09:00"), ("Sunday, 10.30", "2027-01-24T10:30"), ("Fri", "2027-01-22T17:00"),
            ("18:00 on Fri", "2027-01-22T18:00"), ("21 Jan 18:00", "2027-01-21T18:00"),
            ("Jan 21, 6pm", "2027-01-21T18:00"),
            ("Thu 21 Jan 18:00", "2027-01-21T18:00"), ("2027-01-21 18:00", "2027-01-21T18:00"),
            ("2027-01-21T18:00", "2027-01-21T18:00"), ("2027-01-21 6pm", "2027-01-21T18:00"),
            ("31 Dec 18:00", "2026-12-31T18:00"), ("Fri 18:00 Europe/Berlin", "2027-01-22T18:00"),
            ("Fri: 18:00", "2027-01-22T18:00"), ("Fri 6 in the evening", "2027-01-22T18:00"),
            ("Fri evening 6", "2027-01-22T18:00"),
        ])
    func read(text: String, expected: String) throws {
        #expect(try WrittenStart(text, insteadOf: #require(known)).local == local(expected))
    }

    @Test("names a place of several words, and no other", arguments: ["New York", "Los Angeles", "Ho Chi Minh"])
    func place(name: String) throws {
        let start = try WrittenStart("Fri 18:00 \(name)", insteadOf: #require(known))
        let refusal = #expect(throws: BadInput.self) { try start.zone?.known(in: .shipped) }
        let meant = "/\(name.replacing(" ", with: "_"))?"
        #expect(refusal?.message.contains("did you mean") == true && refusal?.message.hasSuffix(meant) == true)
    }

    @Test(
        "is refused with words that help",
        arguments: [
            ("", "a day, an hour or both"), ("Fri 6", "6am (06:00) or 6pm (18:00)"), ("Fri 18", "the hour as 18:00"),
            ("Fri 18:00-19:00", "its beginning alone"), ("Wed 21 Jan 18:00", "is a Thursday"),
            ("tomorrow", "Fri 18:00"),
            ("Fri 18:00 19:00", "at character 11"), ("Fri midnight", "as it ends?"),
            ("Fri 18:00 for 1 hour", "its beginning alone"), ("Fri morning 18:00", "is not in the morning"),
        ])
    func refused(text: String, words: String) {
        let refusal = #expect(throws: BadInput.self) { try WrittenStart(text, insteadOf: #require(known)) }
        #expect(refusal?.message.contains(words) == true, "\(refusal?.message ?? "")")
    }
}
