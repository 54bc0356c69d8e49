import CivilTime
import Mentoring
import Testing

@Suite("A time behind whose it is")
struct TimeOfSomebodyTests {
    /// A Friday.
    private let today = LocalDate(iso: "2027-01-15")

    @Test(
        "days begin where all that follows can be read as days",
        arguments: [
            ("18-24 Jan", nil, "2027-01-18..2027-01-24"), ("akira@example.org tomorrow", "akira@example.org", nil),
            ("Kim Lee 18-24 Jan", "Kim Lee", "2027-01-18..2027-01-24"), ("佐藤 明 20 Jan", "佐藤 明", nil),
            ("May Lee 8-14 Feb", "May Lee", "2027-02-08..2027-02-14"), ("Jan 8-14 Feb", nil, "2027-01-08..2027-02-14"),
            ("akira  next week", "akira", nil), ("@ada:matrix.org tomorrow", "@ada:matrix.org", nil),
            ("next week", nil, nil), ("May", nil, "2027-05-01..2027-05-31"), ("18 Jan - 3 Feb", nil, nil),
        ] as [(String, String?, String?)])
    func days(text: String, person: String?, days: String?) throws {
        let read = try TimeOfSomebody<WrittenDays>(text, today: #require(today))
        #expect(read.person?.description == person)
        if let days { #expect("\(read.time.from)..\(try #require(read.time.to))" == days) }
    }

    @Test(
        "what is wrong with days is said of the days",
        arguments: [
            ("next Mon", "18 Jan 2027 or 25 Jan 2027?"), ("Kim Lee next Mon", "18 Jan 2027 or 25 Jan 2027?"),
            ("11-17 Jna", "did you mean Jan"), ("Kim 11-17 Jna", "did you mean Jan"), ("Kim 11-17", "of which month?"),
            ("8 Fbe - 14 Feb", "did you mean Feb"), ("akira@example.org", "expected days"), ("Kim", "expected days"),
            ("akira@example.org soon 8 Feb", "expected days"), ("week 3", "or week 3 of 2027"),
            ("Kim week 3", "or week 3 of 2027"),
            ("Kim 1.2.", "1 Feb or 2 Jan?"),
        ])
    func noDays(text: String, words: String) throws {
        let today = try #require(today)
        let error = #expect(throws: BadInput.self) { try TimeOfSomebody<WrittenDays>(text, today: today) }
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }

    @Test(
        "a slot begins where all that follows can be read as one",
        arguments: [
            ("akira@example.org Tue 17:00", "akira@example.org", "Tue 17:00"),
            ("Akira Tue 17:00", "Akira", "Tue 17:00"),
            ("Zoë Müller every other Thu 8pm", "Zoë Müller", "every other Thu 8pm"),
            ("Akira Sato Tue 17:00 Europe/Berlin", "Akira Sato", "Tue 17:00 Europe/Berlin"),
        ])
    func slots(text: String, person: String, time: String) throws {
        let read = try TimeOfSomebody<WrittenSlot>(text)
        #expect(read.person?.description == person)
        #expect((read.text, read.time) == (time, try WrittenSlot(time)))
    }

    @Test(
        "what is wrong with a slot is said of the slot",
        arguments: [
            ("Akira Sato Tue 5", "5am (05:00) or 5pm (17:00)"), ("Akira Sato Tue", "at which hour?"),
            ("Akira every second Tue 17:00", "every other Tuesday, or the 2nd Tuesday"),
            ("Akira Tue 17:00 18:00", "one text says one hour"), ("Akira 17:00", "on which day?"),
            ("akira@example.org Tusday 17:00", "did you mean"),
        ])
    func noSlot(text: String, words: String) {
        let error = #expect(throws: BadInput.self) { try TimeOfSomebody<WrittenSlot>(text) }
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }
}
