import CivilTime
import Testing

@Suite("A wall-clock reading")
struct LocalTimeTests {
    @Test(
        "of a time is written as people write it",
        arguments: [("17:00", "17:00"), ("17:00:00", "17:00"), ("17:00:30", "17:00:30"), ("00:00", "00:00")])
    func time(text: String, written: String) throws {
        #expect(try #require(LocalTime(iso: text)).description == written)
    }

    @Test(
        "of a time must exist",
        arguments: ["", "24:00", "23:60", "23:59:60", "7:00", "07:0", "07:00:", "07.00", "07:00:00.5", "-7:00", "0700"])
    func badTime(text: String) {
        #expect(LocalTime(iso: text) == nil)
    }

    @Test("of a time has its parts")
    func parts() throws {
        let time = try #require(LocalTime(hour: 23, minute: 58, second: 57))
        #expect((time.hour, time.minute, time.second) == (23, 58, 57))
        #expect(time.secondOfDay == 86_337)
        #expect(time.minuteOfDay == 1438)
        #expect(LocalTime.midnight < time)
        #expect(LocalTime(hour: -1, minute: 0) == nil)
        #expect(LocalTime(hour: 0, minute: 0, second: 60) == nil)
    }

    @Test(
        "of day and time is written with seconds",
        arguments: [
            ("2027-01-05T17:00", "2027-01-05T17:00:00", "20270105T170000"),
            ("2027-01-05T17:00:30", "2027-01-05T17:00:30", "20270105T170030"),
        ])
    func dateTime(text: String, extended: String, basic: String) throws {
        let local = try #require(LocalDateTime(iso: text))
        #expect(local.description == extended)
        #expect(local.basic == basic)
    }

    @Test(
        "of day and time must have both",
        arguments: ["", "2027-01-05", "2027-01-05 17:00", "2027-01-05T17:00Z", "2027-01-05T17", "2027-02-29T17:00"])
    func badDateTime(text: String) {
        #expect(LocalDateTime(iso: text) == nil)
    }

    @Test(
        "moves along the wall clock",
        arguments: [
            ("2027-03-14T01:59:59", 1, "2027-03-14T02:00:00"), ("2028-03-01T00:00:00", -1, "2028-02-29T23:59:59"),
            ("1969-12-31T23:00:00", 7200, "1970-01-01T01:00:00"),
            ("9999-12-31T23:59:59", Int64.max, "9999-12-31T23:59:59"),
            ("2027-01-01T00:00:00", .min, "0001-01-01T00:00:00"),
        ] as [(String, Int64, String)])
    func adding(text: String, seconds: Int64, result: String) throws {
        #expect(try #require(LocalDateTime(iso: text)).adding(seconds: seconds).description == result)
    }
}
