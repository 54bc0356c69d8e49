import CivilTime
import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

@Suite("A share in percent")
struct PercentTests {
    @Test(
        "is rounded, and is 0 or 100 for none or all alone",
        arguments: [
            (0, 0, nil), (0, 7, 0), (7, 7, 100), (1, 3, 33), (2, 3, 67), (1, 2, 50), (3, 53, 6), (1, 200, 1),
            (1, 1000, 1), (999, 1000, 99), (199, 200, 99), (1, 8, 13), (5, 8, 63), (8, 7, 100), (-1, 7, 0),
        ])
    func rounded(part: Int, total: Int, expected: Int?) {
        #expect(Percent.of(part, total) == expected)
    }
}

@Suite("Texts from people")
struct TextTests {
    @Test(
        "addresses are taken in lower case",
        arguments: [("Ada@Example.org", "ada@example.org"), (" a.b+c@x-y.example ", "a.b+c@x-y.example")])
    func addresses(given: String, kept: String) throws {
        #expect(try EmailAddress(given).description == kept)
    }

    @Test(
        "percent signs stand for octets where two hexadecimal digits follow, and for nothing elsewhere",
        arguments: [
            ("", ""), ("a+b", "a+b"), ("%41%7a%7A", "Azz"), ("%C3%a9", "é"), ("%2541", "%41"), ("%", nil), ("%4", nil),
            ("a%4g", nil), ("%%41", nil), ("%+1", nil), ("%é1", nil),
        ] as [(String, String?)])
    func percentDecoding(text: String, decoded: String?) {
        #expect(text.utf8.percentDecoded == decoded.map { Array($0.utf8) })
    }

    @Test(
        "what is no address is refused",
        arguments: [
            "", "a", "@", "a@", "@b", "a@b@c", "a b@c.org", "a@b..c", "a@-b.org", "a@b.org\nBcc: x@y.org", "a..b@c.org",
            ".a@b.org", "-f@b.org", "a@b.org\u{0}", "ä@b.org", "a@b_c.org",
            String(repeating: "a", count: 65) + "@b.org",
        ])
    func noAddresses(text: String) {
        #expect(throws: BadInput.self) { try EmailAddress(text) }
    }

    @Test(
        "one line holds no break, no control and no reversal",
        arguments: ["\n", "\r", "\0", "\u{1B}", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}", "\u{202E}", "\u{2066}"])
    func unsafe(character: String) {
        #expect(throws: BadInput.self) { try OneLine.validated("a\(character)b", as: "name") }
        #expect(OneLine.shown("a\(character)b") == "a\u{FFFD}b")
    }

    @Test("what Unicode leaves to programs is nobody's text", arguments: [0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x10FFFF])
    func noncharacters(value: UInt32) throws {
        let character = String(Character(try #require(Unicode.Scalar(value))))
        #expect(throws: BadInput.self) { try OneLine.validated("a\(character)b", as: "name") }
        #expect(OneLine.shown("a\(character)b") == "a\u{FFFD}b")
        #expect(try OneLine.validated("\u{FDCF}\u{FDF0}\u{FFFD}", as: "name") == "\u{FDCF}\u{FDF0}\u{FFFD}")
    }

    @Test("a session's code is read back", arguments: ["nova-2027a-w03-asia", "a-b-w104-americas", "w-1-w01-europe"])
    func codes(text: String) throws {
        #expect(try #require(SessionCode(text)).description == text)
    }

    @Test(
        "what is no code is none",
        arguments: [
            "", "nova", "nova-202701-w03", "nova-03-asia", "nova-202701-w0-asia", "nova-202701-w03-mars", "w03-asia",
            "nova-w03-asia", "-a-w03-asia",
        ])
    func noCodes(text: String) {
        #expect(SessionCode(text) == nil)
    }

    @Test("days are read as a range or a single one", arguments: [("2027-03-08..2027-03-21", 14), ("2027-03-08", 1)])
    func ranges(text: String, days: Int) throws {
        let range = try DayRange(text)
        #expect(range.from.days(until: range.to) + 1 == days)
    }

    @Test(
        "what is no range is refused",
        arguments: [
            "", "..", "2027-03-08..", "2027-03-21..2027-03-08", "2027-03-08-2027-03-21", "2027-02-30",
            "2027-03-08..2027-03-09..2027-03-10",
        ])
    func noRanges(text: String) {
        #expect(throws: BadInput.self) { try DayRange(text) }
    }

    @Test(
        "hours are judged minute by minute",
        arguments: [
            ("2027-01-05T08:00:00Z", 60, Hours.humane), ("2027-01-05T07:59:00Z", 60, .edge),
            ("2027-01-05T21:00:00Z", 60, .humane),
            ("2027-01-05T21:30:00Z", 60, .edge), ("2027-01-05T23:00:00Z", 60, .edge),
            ("2027-01-05T23:30:00Z", 60, .night),
            ("2027-01-05T05:59:00Z", 30, .night), ("2027-01-05T06:00:00Z", 60, .edge),
        ])
    func hours(start: String, minutes: Int, expected: Hours) throws {
        let rules = try TimeZoneCatalog.shipped.rules(named: "Etc/UTC")
        #expect(Hours(of: try instant(start), minutes: minutes, in: rules) == expected)
    }

    @Test("a server's address is one", arguments: ["https://a.example/x/", "http://127.0.0.1:8080"])
    func bases(text: String) throws {
        #expect(try !FeedAddresses(base: text).base.hasSuffix("/"))
    }

    @Test(
        "what is none is refused", arguments: ["", "ftp://a", "https://", "https://a b", "example.org", "https://a\nb"])
    func noBases(text: String) {
        #expect(throws: BadInput.self) { try FeedAddresses(base: text) }
    }
}
