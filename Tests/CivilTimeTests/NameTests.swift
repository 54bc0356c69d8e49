import CivilTime
import Testing

@Suite("Names and offsets")
struct NameTests {
    @Test(
        "a time zone name is safe as a relative path",
        arguments: [
            ("Europe/Berlin", true), ("America/Argentina/Buenos_Aires", true), ("Etc/GMT+5", true), ("GMT0", true),
            ("America/Port-au-Prince", true), ("UTC", true), (String(repeating: "a", count: 64), true),
            (String(repeating: "a", count: 65), false), ("", false), ("/etc/passwd", false), ("../etc/passwd", false),
            ("Europe/../Berlin", false), ("Europe/./Berlin", false), ("Europe//Berlin", false), ("Europe/", false),
            (".", false), ("..", false), ("-Europe", false), ("Europe/Ber lin", false), ("Europe\\Berlin", false),
            ("Europe/Berlin\n", false), ("Europe/Berlin\0", false), ("Zürich", false), ("America/São_Paulo", false),
            ("Europe/...", true), ("C:/x", false),
        ])
    func timeZoneID(name: String, isValid: Bool) {
        #expect((TimeZoneID(name) != nil) == isValid)
    }

    @Test(
        "a weekday has a name, a short name and an iCalendar code",
        arguments: [
            (Weekday.monday, 1, "Monday", "Mon", "MO"), (.wednesday, 3, "Wednesday", "Wed", "WE"),
            (.sunday, 7, "Sunday", "Sun", "SU"),
        ])
    func weekday(day: Weekday, number: Int, name: String, short: String, code: String) {
        #expect(day.rawValue == number)
        #expect(day.name == name && day.shortName == short && day.icalendarCode == code)
        for text in [name, short, code, name.uppercased(), code.lowercased()] {
            #expect(Weekday(name: text) == day)
        }
    }

    @Test("a weekday is not guessed", arguments: ["", "M", "Mond", "Mon ", "1", "Montag"])
    func noWeekday(name: String) {
        #expect(Weekday(name: name) == nil)
    }

    @Test(
        "an offset is written in both ISO 8601 forms",
        arguments: [
            (0, "+00:00", "+0000"), (19_800, "+05:30", "+0530"), (-10_800, "-03:00", "-0300"),
            (-2670, "-00:44:30", "-004430"), (93_599, "+25:59:59", "+255959"),
        ])
    func offset(seconds: Int, extended: String, basic: String) throws {
        let offset = try #require(UTCOffset(seconds: seconds))
        #expect(offset.description == extended)
        #expect(offset.basic == basic)
        #expect(UTCOffset(iso: extended) == offset)
    }

    @Test("an offset is less than 26 hours", arguments: [93_600, -93_600, .max, .min])
    func offsetRange(seconds: Int) {
        #expect(UTCOffset(seconds: seconds) == nil)
    }

    @Test(
        "an offset is not read from anything else", arguments: ["", "0530", "+5:30", "+05", "+05:60", "+26:00", "UTC"])
    func badOffset(text: String) {
        #expect(UTCOffset(iso: text) == nil)
    }

    @Test("Z is the offset of UTC")
    func zulu() {
        #expect(UTCOffset(iso: "Z") == .zero)
    }
}
