import ICalendar
import Mentoring
import ProgramFile
import TestSupport
import Testing
import TimeZoneCatalog

/// What is said of the keys of a program file is what the reader does with them.
@Suite("Keys of a program file")
struct FileKeyTests {
    @Test("what must be there is a file", arguments: [FileOfKeys.shortest])
    func shortest(text: String) throws { _ = try FileOfKeys.read(text) }

    @Test("each is read: its example says something", arguments: PlacedKey.all.map(\.path))
    func example(path: String) throws {
        let placed = try placed(path)
        let with = try FileOfKeys(placed.key.example, at: placed).read()
        guard !placed.key.mustBeThere else { return }
        #expect(try FileOfKeys(without: placed).read() != with, "\(placed.path): the example changes nothing")
    }

    @Test("a file without one that must be there is refused, which names it", arguments: PlacedKey.all.map(\.path))
    func required(path: String) throws {
        let placed = try placed(path)
        guard placed.key.mustBeThere else { return }
        let error = try #require(throws: BadInput.self) { try FileOfKeys(without: placed).read() }
        #expect(error.description.contains(placed.key.name), "\(placed.path): \(error)")
    }

    @Test("what holds without one is what it says", arguments: PlacedKey.all.map(\.path))
    func usual(path: String) throws {
        let placed = try placed(path)
        guard case .value(let value, _) = placed.key.usual else { return }
        let said = try FileOfKeys("\(placed.key.name): \(value)", at: placed).read()
        #expect(try FileOfKeys(without: placed).read() == said, "\(placed.path)")
    }

    @Test("numbers are taken within the bounds, and no others", arguments: PlacedKey.all.map(\.path))
    func bounds(path: String) throws {
        let placed = try placed(path)
        guard case .number(let range) = placed.key.takes else { return }
        for number in [range.lowerBound, range.upperBound] {
            _ = try FileOfKeys("\(placed.key.name): \(number)", at: placed).read()
        }
        for number in [range.lowerBound - 1, range.upperBound + 1] {
            try refuses("\(number)", at: placed, words: "\(placed.key.takes)")
        }
    }

    @Test("words are taken that are named, and no others", arguments: PlacedKey.all.map(\.path))
    func words(path: String) throws {
        let placed = try placed(path)
        guard case .oneOf(let words) = placed.key.takes else { return }
        for word in words { _ = try FileOfKeys("\(placed.key.name): \(word)", at: placed).read() }
        try refuses("neither", at: placed, words: "\(placed.key.takes)")
    }

    @Test("nonsense is refused, and where it stands is named", arguments: PlacedKey.all.map(\.path))
    func nonsense(path: String) throws {
        let placed = try placed(path)
        try refuses("{ nonsense: [1] }", at: placed, words: placed.key.name)
    }

    private func placed(_ path: String) throws -> PlacedKey {
        try #require(PlacedKey.all.first { $0.path == path })
    }

    private func refuses(_ value: String, at placed: PlacedKey, words: String) throws {
        let error = try #require(throws: BadInput.self, "\(placed.path): \(value)") {
            try FileOfKeys("\(placed.key.name): \(value)", at: placed).read()
        }
        #expect(error.description.contains(words), "\(placed.path): \(error)")
    }

    @Test("everything is said in sentences, and each path once")
    func sentences() {
        for placed in PlacedKey.all {
            #expect(placed.key.effect.hasSuffix("."), "\(placed.path)")
            #expect(placed.key.why.hasSuffix("."), "\(placed.path)")
            #expect(!"\(placed.key.takes)".hasSuffix("."), "\(placed.path)")
        }
        #expect(Set(PlacedKey.all.map(\.path)).count == PlacedKey.all.count)
        #expect(PlacedKey.all.count > 80)
    }

    @Test(
        "a text means the keys of that path, or all that end so",
        arguments: [
            ("season.weeks", ["season.weeks"]), ("weeks", ["season.weeks"]), ("weeks:", ["season.weeks"]),
            ("prefer", ["mentors.slots.prefer"]), ("slots.prefer", ["mentors.slots.prefer"]),
            ("mentors[2].slots[1].prefer", ["mentors.slots.prefer"]), ("CADENCE", ["cadence"]),
            ("seasons.cadence", ["seasons.cadence"]), ("zone", ["mentors.zone", "mentors.slots.zone"]),
            ("reason", ["freezes.reason"]), ("nonsense", []), ("", []), (".", []),
        ])
    func meant(text: String, paths: [String]) { #expect(PlacedKey.meant(by: text).map(\.path) == paths) }

    @Test(
        "what means no key has the nearest one named",
        arguments: [
            ("prefr", ["prefer"]), ("timezone", ["zone"]), ("seson.weeks", ["season.weeks"]),
            ("season.week", ["season.weeks"]),
            ("xyzzy", []),
        ])
    func near(text: String, keys: [String]) { #expect(PlacedKey.near(text) == keys) }

    @Test(
        "a key in the wrong place is told where it stands",
        arguments: [
            ("capacity: 12", "unknown key “capacity”; it stands under session"),
            (
                "regions: asia, europe",
                "regions: expected a list of one or more different regions of asia, europe, americas"
            ),
            ("bots: @zuul", "found character that cannot start any token; put the value in quotes"),
            (
                "freezes: [{ from: 2027-03-08, until: 2027-03-09, reason: x }]",
                "unknown key “until” in freezes[1]; did you mean to?"
            ),
            (
                "freezes: [{ from: 2027-03-08, to: 2027-03-09, reason: x, prefer: 1 }]",
                "unknown key “prefer” in freezes[1]; it stands under mentors.slots"
            ),
            (
                "mentors: [{ name: A, email: a@example.org, zone: Asia/Tokyo, title: B }]",
                "unknown key “title” in mentors[1]; it stands at the top of the file, or under duties"
            ),
        ])
    func misplaced(lines: String, words: String) throws {
        let error = try #require(throws: BadInput.self) {
            try FileOfKeys.read(FileOfKeys.shortest + "\n" + lines)
        }
        #expect(error.description.contains(words), "\(error)")
    }
}
