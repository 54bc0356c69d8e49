import CivilTime
import Mentoring
import Testing
import TimeZoneCatalog

/// Seasons and codes as values: what a text may be, which season is meant, what a file makes of those that are known.
@Suite("seasons and codes") struct SeasonValueTests {
    @Test(
        "a code that somebody wrote is read whole and without its season",
        arguments: [
            ("nova-2027a-w03-asia", "nova 2027a", "nova-2027a", 3, "asia"),
            ("NOVA-W3-Asia", "", "nova", 3, "asia"),
            ("nova-core-w12-europe", "nova core", "nova-core", 12, "europe"),
            ("a-b-c-w104-triage", "a-b c", "a-b-c", 104, "triage"),
            ("nova-abcdefghijklmnopq-w01-asia", "", "nova-abcdefghijklmnopq", 1, "asia"),
        ])
    func written(text: String, full: String, place: String, week: Int, matter: String) throws {
        let code = try #require(WrittenCode(text))
        #expect(code.full.map { "\($0.program) \($0.season)" } ?? "" == full)
        #expect((code.place, code.week, code.matter) == (place, week, matter))
    }

    @Test(
        "what is no code is none", arguments: ["", "nova", "nova-03-asia", "nova-w0-asia", "w03-asia", "nova-wx-asia"])
    func none(text: String) { #expect(WrittenCode(text) == nil) }

    @Test("a code may mean a session whole or short, and no other")
    func mayMean() throws {
        let code = SessionCode(program: "nova", season: "2027a", week: 3, region: .asia)
        for text in ["nova-2027a-w03-asia", "nova-w03-asia", "nova-w3-asia"] {
            #expect(try #require(WrittenCode(text)).mayMean(code), "\(text)")
        }
        for text in ["nova-2027b-w03-asia", "nova-w04-asia", "nova-w03-europe", "nov-w03-asia", "nova-w03-triage"] {
            #expect(try !#require(WrittenCode(text)).mayMean(code), "\(text)")
        }
    }

    @Test("a season is called after its start, unless it has a name", arguments: [(nil, "202701"), ("2027a", "2027a")])
    func names(given: String?, name: String) throws {
        let season = try Season(name: given, start: day("2027-01-04"), weeks: 4)
        #expect((season.name, season.hasUsualName) == (name, given == nil))
    }

    @Test(
        "what is no name of a season is refused",
        arguments: ["", "2027-a", "2027 A", "Liberty", "abcdefghijklmnopq", "ä"])
    func badNames(name: String) throws {
        let refusal = try #require(throws: BadInput.self) { try Season(name: name, start: day("2027-01-04"), weeks: 4) }
        #expect(refusal.description.contains("is not a season's name"))
    }

    private func season(_ name: String?, _ start: String, _ weeks: Int) throws -> Season {
        try Season(name: name, start: day(start), weeks: weeks)
    }

    private func program(_ seasons: Season...) throws -> Program {
        try Program(
            name: "nova", title: "Nova", contact: EmailAddress("c@example.org"), location: "irc", season: seasons[0],
            cadence: .everyRegion, minutes: 60, capacity: 4, regions: [.asia], announceWeeks: 4
        ).having(seasons)
    }

    @Test(
        "the season that runs is meant, else the next, else the last",
        arguments: [
            ("2026-12-01", "a"), ("2027-01-04", "a"), ("2027-01-31", "a"), ("2027-02-01", "a"), ("2027-02-02", "b"),
            ("2027-04-01", "c"), ("2027-06-01", "c"), ("2028-01-01", "c"),
        ])
    func meant(on text: String, name: String) throws {
        let program = try program(
            season("b", "2027-02-08", 4), season("a", "2027-01-04", 4), season("c", "2027-05-03", 8))
        let now = try day(text).midnightUTC
        #expect(program.seasonMeant(at: now).name == name)
        #expect(program.focused(at: now).season.name == name)
        #expect(program.seasons.map(\.name) == ["a", "b", "c"])
    }

    @Test(
        "what has passed of a season that was announced stays in it, and what is to come of it may be given up",
        arguments: [
            ("2027-02-20", 3, 7), ("2027-02-20", 6, 7), ("2027-02-20", 7, nil), ("2027-02-20", 30, nil),
            ("2027-02-22", 6, 7), ("2027-02-23", 7, 8), ("2026-12-01", 1, nil), ("2027-09-01", 25, 26),
            ("2027-09-01", 27, nil),
        ] as [(String, Int, Int?)])
    func cut(on text: String, to weeks: Int, least: Int?) throws {
        let (known, wanted) = (try season("a", "2027-01-04", 26), try season("a", "2027-01-04", weeks))
        let ofFile = { (announced: Set<String>) in
            try SeasonsOfFile([wanted], known: [known], announced: announced, at: day(text).midnightUTC)
        }
        #expect(try ofFile([]).changed.map(\.to) == [wanted])
        guard let least else {
            #expect(try ofFile(["a"]).changed.map(\.to) == [wanted])
            return
        }
        let conflicts = try #require(throws: SeasonConflicts.self) { _ = try ofFile(["a"]) }
        #expect(conflicts.all.map(\.description).joined().contains("give it \(least) weeks or more"))
    }

    @Test("seasons that share a week, or a name, are refused with both")
    func overlaps() throws {
        let overlap = try #require(throws: BadInput.self) {
            try program(season("a", "2027-01-04", 5), season("b", "2027-02-01", 2))
        }
        #expect(overlap.description.contains("a (2027-01-04 to 2027-02-07) and b (2027-02-01 to 2027-02-14) overlap"))
        let twins = try #require(throws: BadInput.self) {
            try program(season("a", "2027-01-04", 4), season("a", "2027-02-01", 2))
        }
        #expect(twins.description.contains("two seasons are called a"))
        #expect(try program(season("a", "2027-01-04", 4), season("b", "2027-02-01", 2)).seasons.count == 2)
    }

    @Test("a season's own terms win over the program's, each by itself")
    func terms() throws {
        var own = try season("b", "2027-02-01", 4)
        own.terms = SeasonTerms(cadence: .oneRegionAWeek, capacity: 9)
        let program = try program(season("a", "2027-01-04", 4), own)
        let (first, second) = (program.focused(on: "a"), program.focused(on: "b"))
        #expect((first.cadence, first.capacity, first.minutes) == (.everyRegion, 4, 60))
        #expect((second.cadence, second.capacity, second.minutes) == (.oneRegionAWeek, 9, 60))
    }

    @Test(
        "a program and a season whose names would make one code mean two sessions are refused",
        arguments: [
            ([("nova", ["2027a"]), ("nova-2027a", ["2027a"])], true),
            ([("nova", ["2027a"]), ("nova-2027", [])], false),
            ([("a", ["b"]), ("a-b", ["c"]), ("a-b-c", [])], true), ([("a-b", ["c"]), ("a", ["c"])], false),
        ])
    func clashes(programs: [(String, [String])], isClash: Bool) {
        let clash = Season.clash(of: programs.map { (program: $0.0, seasons: $0.1) })
        #expect((clash != nil) == isClash)
    }

    /// What a file makes of known seasons, in words: `a>b` changed, `a^b` taken up again, `+c` added, `-d` given up.
    private func outcome(
        _ file: [Season], _ known: [Season], givenUp: [Season] = [], announced: Set<String> = [],
        spoken: Set<String> = [], on date: String = "2026-12-01"
    ) throws -> String {
        let seasons = try SeasonsOfFile(
            file, known: known, givenUp: givenUp, announced: announced, spoken: spoken, at: day(date).midnightUTC)
        return
            (seasons.changed.map { "\($0.known.name)>\($0.to.name)" }
            + seasons.takenUp.map { "\($0.known.name)^\($0.to.name)" } + seasons.added.map { "+\($0.name)" }
            + seasons.removed.map { "-\($0.name)" }).joined(separator: " ")
    }

    @Test(
        "a season that was given up is taken up again by its first day or its name, and keeps the name that people know",
        arguments: [
            ("a", "2027-07-05", true, "b^a"), ("b", "2027-07-05", true, "b^b"), ("b", "2027-08-02", true, "b^b"),
            (nil, "2027-07-05", true, "b^b"), (nil, "2027-08-02", true, "+202708"), ("c", "2027-08-02", true, "+c"),
            ("a", "2027-07-05", false, "b^a"), ("b", "2027-08-02", false, "b^b"),
        ])
    func givenUp(name: String?, start: String, isSpoken: Bool, becomes: String) throws {
        let known = try [season("x", "2027-01-04", 4)]
        let left = try [season("b", "2027-07-05", 4)]
        let file = try known + [season(name, start, 4)]
        let spoken: Set<String> = isSpoken ? ["b"] : []
        guard name != "a" || !isSpoken else {
            let refusal = try #require(throws: SeasonConflicts.self) {
                try outcome(file, known, givenUp: left, spoken: spoken)
            }
            #expect(refusal.all[0].message.contains("b from 2027-07-05, which was given up, cannot be called a"))
            return
        }
        #expect(try outcome(file, known, givenUp: left, spoken: spoken) == becomes)
        #expect(try outcome(known, known, givenUp: left, spoken: spoken) == "")
    }

    @Test("of two that begin in one month the name of the one that was given up is the other's no more")
    func usualNameGivenUp() throws {
        let left = try [season(nil, "2027-07-05", 2)]
        let (again, later) = (try season(nil, "2027-07-05", 2), try season(nil, "2027-07-19", 2))
        #expect(try outcome([later], [], givenUp: left, spoken: ["202707"]) == "202707^202707")
        #expect(try outcome([again, later], [], givenUp: left, spoken: ["202707"]) == "202707^202707 +202707b")
        #expect(try outcome([later], [], givenUp: left, announced: ["202707"]) == "+202707b")
        #expect(try outcome([later], [again], givenUp: [], spoken: ["202707"]) == "202707>202707")
    }

    @Test("a name that people know is its season's before a first day is: seasons move by the length of one")
    func shifted() throws {
        let known = try [season("a", "2027-01-04", 4), season("b", "2027-02-01", 4)]
        let later = try [season("a", "2027-02-01", 4), season("b", "2027-03-01", 4)]
        #expect(try outcome(later, known, spoken: ["a", "b"]) == "a>a b>b")
        #expect(try outcome(later.reversed(), known, spoken: ["a"]) == "a>a b>b")
        #expect(
            try outcome([season("b", "2027-01-04", 4), season("a", "2027-02-01", 4)], known, spoken: ["a", "b"])
                == "b>b a>a")
        // The first day of one that people know, and that is left out, is nobody else's.
        let refusal = try #require(throws: SeasonConflicts.self) {
            try outcome([season("a", "2027-02-01", 4)], known, spoken: ["a", "b"])
        }
        #expect(refusal.all[0].message.contains("the season a cannot begin on 2027-02-01: b did"))
        #expect(try outcome([season("a", "2027-02-01", 4)], known, spoken: ["a"]) == "a>a -b")
    }

    @Test("an unnamed season moves until it has begun or was announced, and is the next one then")
    func unnamed() throws {
        let known = [try season(nil, "2027-01-04", 4)]
        let later = [try season(nil, "2027-02-01", 4)]
        #expect(try outcome(known, known, announced: [], on: "2026-12-01") == "")
        #expect(try outcome(later, known, announced: [], on: "2026-12-01") == "202701>202702")
        #expect(try outcome(later, known, announced: ["202701"], on: "2026-12-01") == "+202702")
        #expect(try outcome(later, known, announced: [], on: "2027-01-05") == "+202702")
        #expect(try outcome(later, known, announced: [], on: "2028-01-05") == "+202702")
        let sameMonth = [try season(nil, "2027-01-25", 4)]
        #expect(
            try outcome(sameMonth, [season(nil, "2027-01-04", 3)], announced: ["202701"], on: "2026-12-01")
                == "+202701b")
    }

    @Test("a season of which somebody knows a code moves as any, and keeps its name, which no other takes")
    func spoken() throws {
        let known = [try season(nil, "2027-01-04", 4)]
        let later = [try season(nil, "2027-02-01", 4)]
        #expect(try outcome(later, known, announced: [], spoken: ["202701"], on: "2026-12-01") == "202701>202701")
        let both = try [season(nil, "2027-01-25", 1), season(nil, "2027-02-01", 4)]
        #expect(
            try outcome(both, known, announced: [], spoken: ["202701"], on: "2026-12-01") == "202701>202701 +202702")
        #expect(throws: SeasonConflicts.self) {
            try outcome([season("a", "2027-01-04", 4)], known, announced: [], spoken: ["202701"], on: "2026-12-01")
        }
    }

    @Test(
        "of several that may move it is the nearest, and none passes another",
        arguments: [
            (["2027-03-08"], "b>b -a"), (["2027-01-11"], "a>a -b"), (["2027-02-01"], "a>a -b"),
            (["2027-02-08"], "b>b -a"), (["2027-03-08", "2027-05-03"], "a>a b>b"),
            (["2026-12-28", "2027-01-11"], "a>a b>b"),
            (["2027-03-08", "2027-05-03", "2027-07-05"], "a>a b>b +202707"),
        ])
    func nearest(starts: [String], becomes: String) throws {
        let known = try [season("a", "2027-01-04", 1), season("b", "2027-03-01", 1)]
        let file = try starts.map { try season(nil, $0, 1) }
        #expect(try outcome(file, known, announced: [], spoken: ["a", "b"], on: "2026-12-01") == becomes)
    }

    @Test("a name may change until the first announcement, and so may the first day of a named season")
    func renamed() throws {
        let known = [try season("a", "2027-01-04", 4)]
        #expect(try outcome([season("b", "2027-01-04", 4)], known, announced: [], on: "2026-12-01") == "a>b")
        #expect(try outcome([season(nil, "2027-01-04", 4)], known, announced: ["a"], on: "2026-12-01") == "")
        #expect(try outcome([season("a", "2027-01-11", 4)], known, announced: [], on: "2026-12-01") == "a>a")
        #expect(throws: SeasonConflicts.self) {
            try outcome([season("b", "2027-01-04", 4)], known, announced: ["a"], on: "2026-12-01")
        }
        #expect(throws: SeasonConflicts.self) {
            try outcome([season("a", "2027-01-11", 4)], known, announced: ["a"], on: "2026-12-01")
        }
    }

    @Test("all that known seasons have against those of a file is told at once")
    func conflicts() throws {
        let known = try [season("a", "2027-01-04", 4), season("b", "2027-03-01", 4), season("c", "2027-05-03", 4)]
        let file = try [season("x", "2027-01-04", 4), season("b", "2027-03-08", 4), season("y", "2027-05-03", 4)]
        let refusal = try #require(throws: SeasonConflicts.self) {
            try outcome(file, known, announced: ["a", "b"], spoken: ["c"])
        }
        let expected = ["the season a from", "the season b began or begins on 2027-03-01", "the season c from"]
        #expect(refusal.all.count == expected.count)
        #expect(zip(refusal.all, expected).allSatisfy { $0.message.hasPrefix($1) }, "\(refusal.all)")
    }

    @Test("what a file leaves out stays when it was announced or has begun, and goes otherwise")
    func leftOut() throws {
        let known = [
            try season("a", "2027-01-04", 4), try season("b", "2027-02-01", 4), try season("c", "2027-03-01", 4),
        ]
        let file = [try season("b", "2027-02-01", 4)]
        #expect(try outcome(file, known, announced: [], on: "2027-01-10") == "-c")
        #expect(try outcome(file, known, announced: ["a", "c"], on: "2026-12-10") == "")
        #expect(try outcome(file, known, announced: [], on: "2026-12-10") == "-a -c")
    }
}
