import CivilTime
import ICalendar
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import ProgramFile
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("What a program calls its regions")
struct RegionTitleTests {
    private let titled = "{ asia: APAC }, europe, { americas: \"Amérique, Nord & Sud\" }"

    @Test("is read, and written so that it reads back; codes, mentors and freezes keep the regions' words")
    func file() throws {
        let file = small(freezes: "{ from: 2027-01-11, to: 2027-01-17, reason: r, regions: [asia] }", regions: titled)
        let document = try read(file)
        #expect(document.program.regions == [.asia, .europe, .americas])
        let titles = document.program.regionTitles
        #expect(Region.allCases.map { titles[$0] } == ["APAC", "Europe", "Amérique, Nord & Sud"])
        #expect(titles.words([.europe, .asia]) == "europe, asia (APAC)")
        #expect(try read(document.yaml()) == document)
        #expect(
            try document.yaml().contains("regions: [{asia: \"APAC\"}, europe, {americas: \"Amérique, Nord & Sud\"}]"))
    }

    @Test("may be said in a season of other regions, once")
    func ofSeasons() throws {
        let one = "season: { start: 2027-01-04, weeks: 4 }"
        func seasons(_ regions: String) -> String {
            small(regions: "asia, europe").replacing(
                one,
                with:
                    "seasons: [{ start: 2027-01-04, weeks: 4 }, { start: 2027-02-01, weeks: 4, regions: [\(regions)] }]"
            )
        }
        let document = try read(seasons("{ americas: AMER }, asia"))
        #expect(document.program.regionTitles == RegionTitles([.americas: "AMER"]))
        #expect(try read(document.yaml()) == document)
        #expect(throws: BadInput.self) {
            try read(seasons("{ asia: East }").replacing("regions: [asia, europe]", with: "regions: [{ asia: APAC }]"))
        }
    }

    @Test(
        "is refused with its line where it is none, or tells nobody which region is meant",
        arguments: [
            ("{ asia: APAC, europe: EMEA }", "expected one region with its title, such as { asia: APAC }"),
            ("{ asia: \"\" }", "the region's title is empty"),
            ("{ asia: \"a\\nb\" }", "U+000A"),
            ("{ asia: \(String(repeating: "x", count: 41)) }", "41 characters; at most 40"),
            ("{ asia: \(String(repeating: "字", count: 41)) }", "41 characters; at most 40"),
            ("{ asia: \(String(repeating: "x", count: 161)) }", "161 bytes; at most 160"),
            ("{ asia: \"\\u200B\" }", "the character U+200B, which nobody sees"),
            ("{ asia: \"\\u00A0\" }", "U+00A0"), ("{ asia: \"\\u3164\" }", "U+3164"),
            ("{ asia: \"Euro\\u200Bpe\" }, europe", "U+200B"), ("{ asia: \"E\\u0443rope\" }", "Cyrillic and Latin"),
            ("{ asia: Ｅｕｒｏｐｅ }, europe", "asia and europe would both be “Ｅｕｒｏｐｅ”"),
            ("{ asia: STRASSE }, { europe: straße }", "asia and europe would both be"),
            ("{ asia: APAC }, { europe: \"\\u0410\\u0420\\u0410\\u0421\" }", "asia and europe would both be"),
            ("{ asia: [APAC] }", "its title"),
            ("{ africa: Africa }", "unknown key “africa”"),
            ("{ asia: EMEA }, { europe: emea }", "asia and europe would both be “EMEA”"),
            ("{ asia: Europe }, europe", "asia and europe would both be “Europe”"),
            ("{ asia: APAC }, { asia: East }", "one or more different regions"),
        ])
    func wrong(regions: String, complaint: String) throws {
        let refusal = try #require(throws: BadInput.self) {
            try read(small(regions: "asia").replacing("regions: [asia]", with: "regions: [\(regions)]"))
        }
        #expect(refusal.line == 8)
        #expect(refusal.description.contains(complaint), "\(refusal)")
        #expect(!refusal.message.contains("\n"), "\(refusal)")
    }

    @Test(
        "may be in any script, as long as 40 characters, and differ by a sign",
        arguments: [
            "{ asia: \(String(repeating: "字", count: 40)) }, europe", "{ asia: UTC+8 }, { europe: UTC-8 }",
            "{ asia: 🌏 }, { europe: 🌍 }", "{ asia: Азия }, { europe: Европа }", "{ asia: Nord 1 }, { europe: Nord 2 }",
        ])
    func right(regions: String) throws {
        let file = small(regions: "asia").replacing("regions: [asia]", with: "regions: [\(regions)]")
        #expect(try read(read(file).yaml()).program.regionTitles == read(file).program.regionTitles)
    }

    @Test("of a region that is left out is another's, unless sessions have it; then it is said whose it is")
    func passedOn() async throws {
        let old = small(regions: "{ asia: East }, { europe: West }")
        let new = old.replacing("regions: [{ asia: East }, { europe: West }]", with: "regions: [{ europe: East }]")
            .replacing("zone: Asia/Tokyo", with: "zone: Europe/Rome")
        try #require(new != old)
        let fixture = try await Fixture.with(old)
        #expect(try await fixture.apply(new).contains { $0.description == "changed title of europe “West” → “East”" })
        #expect(try await !fixture.apply(new).contains(where: \.isChange))
        let stored = try await fixture.store.read { try $0.program("nova")?.regionTitles }
        #expect(stored == RegionTitles([.europe: "East"]))
        // Round about: both titles that give way are in each other's place.
        let round = try await Fixture.with(small(regions: "{ asia: East }, { europe: Asia }"))
        let americas = small(regions: "{ americas: East }")
        #expect(try await round.apply(americas, prune: true).contains { $0.description.contains("“East”") })
        let led = try await Fixture.with(old)
        _ = try await led.service.plan("nova", publish: true)
        let refusal = try await #require(throws: BadInput.self) { try await led.apply(new) }
        #expect(
            refusal.description.contains(
                "europe cannot be called “East”: asia, which the file leaves out, has sessions under that title"))
    }

    @Test("is taken over, told of field by field, exported as it was, and taken back")
    func applied() async throws {
        let fixture = try await Fixture.with(small())
        let file = small(regions: titled)
        let changes = [
            "changed title of asia “Asia” → “APAC”", "changed title of americas “Americas” → “Amérique, Nord & Sud”",
        ]
        #expect(try await fixture.apply(file, dryRun: true).map(\.description) == changes)
        #expect(try await fixture.apply(file).map(\.description) == changes)
        #expect(try await fixture.apply(file) == [])
        let exported = try await fixture.service.ask(ExportProgram(program: "nova")).text
        #expect(exported.contains("{asia: \"APAC\"}"))
        #expect(try await fixture.apply(exported) == [])
        // A region that takes no part any more, but did, keeps its title for those who read of it.
        let fewer = try await fixture.apply(small(regions: "europe, { americas: \"Amérique, Nord & Sud\" }"))
        #expect(!fewer.contains { $0.description.contains("title") })
        #expect(
            try await fixture.apply(small()).map(\.description).filter { $0.contains("title") } == [
                "changed title of asia “APAC” → “Asia”",
                "changed title of americas “Amérique, Nord & Sud” → “Americas”",
            ])
    }

    @Test("stands wherever people read of a region: plans, reasons, forecasts, mentors, calendars")
    func everywhere() async throws {
        let fixture = try await Fixture.with(small(regions: titled))
        let plan = try await fixture.service.plan("nova", publish: true)
        #expect(plan.regionTitles[.asia] == "APAC")
        let why = try await fixture.service.ask(ExplainSession(session: "nova-202701-w01-asia"))
        #expect(why.regionTitles[.asia] == "APAC")
        #expect(
            try await fixture.service.ask(ForecastSeason(program: "nova")).regionTitles[.americas]
                == "Amérique, Nord & Sud")
        #expect(
            try await fixture.service.ask(ListMentors(program: "nova")).map(\.regionTitle) == [
                "APAC", nil, "Amérique, Nord & Sud",
            ])
        let feed = CalendarFeed(
            try await fixture.service.publicFeed(of: "nova", region: .asia), addresses: fixture.addresses)
        let calendar = String(decoding: try CalendarEncoder(zones: .shipped).feed(feed), as: UTF8.self)
        #expect(calendar.contains("SUMMARY:APAC\\, week 1 · Nova"))
        #expect(calendar.contains("NAME:Nova · APAC"))
        // Nobody leads Asia: the reason names it as people do.
        let akira =
            "  - { name: Akira, email: akira@example.org, zone: Asia/Tokyo, min-gap-weeks: 1, max-per-month: 5,\n"
            + "      slots: [{ every: \"Tue 17:00\" }] }"
        let without = small(regions: titled).replacing(akira, with: "")
        #expect(try await fixture.apply(without, prune: true).contains { $0.description.contains("mentor Akira") })
        let reasons = try await fixture.service.plan("nova", publish: false).uncovered.map(\.reason)
        #expect(!reasons.isEmpty && reasons.allSatisfy { $0.contains("APAC") }, "\(reasons)")
    }

    @Test("is the usual one in an answer of before, and says nothing where none was chosen")
    func json() async throws {
        let fixture = try await Fixture.with(small())
        #expect(try await fixture.service.plan("nova", publish: false).regionTitles == nil)
        #expect(RegionTitles?.none[.asia] == "Asia")
        #expect(RegionTitles([.asia: "Asia"]) == RegionTitles())
    }
}
