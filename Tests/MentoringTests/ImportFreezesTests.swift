import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

/// The season is 2027-01-04..2027-01-31.
@Suite("Importing holidays")
struct ImportFreezesTests {
    private func calendar(_ events: String...) -> String {
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\n"
            + events.map { "BEGIN:VEVENT\nUID:\($0.hashValue)\nTRANSP:TRANSPARENT\n\($0)\nEND:VEVENT\n" }.joined()
            + "END:VCALENDAR\n"
    }

    private func take(
        _ calendar: String, into fixture: Fixture, regions: [Region]? = nil, dryRun: Bool = false
    ) async throws -> FreezeImport {
        try await fixture.service.ask(
            ImportFreezes(program: "nova", calendar: calendar, regions: regions, dryRun: dryRun))
    }

    private func freezes(_ fixture: Fixture) async throws -> [String] {
        try await fixture.service.ask(ListFreezes(program: "nova")).map { "\($0.from)..\($0.to) \($0.reason)" }
    }

    @Test("the log names the freezes that an import made, and not those that were there")
    func written() async throws {
        let fixture = try await Fixture.with(small())
        let (bare, feast) = ("SUMMARY:Bare\nDTSTART;VALUE=DATE:20270126", "SUMMARY:Feast\nDTSTART;VALUE=DATE:20270120")
        _ = try await take(calendar(bare), into: fixture)
        let text = calendar(bare, feast)
        let result = try await fixture.client().ask(ImportFreezes(program: "nova", calendar: text))
        let made = try #require(result.taken.first { $0.freeze.wasKnown != true }).freeze.id
        let log = try await fixture.client().ask(ShowLog(program: "nova", most: 1))
        #expect(log.map(\.action) == ["importFreezes"] && log.map(\.subject) == ["\(made)"])
    }

    @Test("one day, several days and a day of each year are frozen, with the weeks and what lies on them")
    func taken() async throws {
        let fixture = try await Fixture.with(small())
        _ = try await fixture.service.ask(PlanSeason(program: "nova", publish: true))
        let result = try await take(
            calendar(
                "SUMMARY:Epiphany\nDTSTART;VALUE=DATE:20200106\nRRULE:FREQ=YEARLY",
                "SUMMARY:Winter break\nDTSTART;VALUE=DATE:20270111\nDTEND;VALUE=DATE:20270120",
                "SUMMARY:Bare\nDTSTART;VALUE=DATE:20270126"), into: fixture)
        #expect(
            try await freezes(fixture) == [
                "2027-01-06..2027-01-06 Epiphany", "2027-01-11..2027-01-19 Winter break",
                "2027-01-26..2027-01-26 Bare",
            ])
        let weeks = result.taken.map { $0.weeks.map { "\($0.week):\($0.days)" } }
        #expect(weeks == [["1:1"], ["2:7", "3:2"], ["4:1"]])
        #expect(result.taken[0].sessions == ["nova-202701-w01-europe"])
        #expect(result.taken[1].sessions.count == 4 && result.left.isEmpty)
    }

    @Test("days that two entries name are frozen once, by the first of them")
    func sameDays() async throws {
        let fixture = try await Fixture.with(small())
        let result = try await take(
            calendar("SUMMARY:Feast\nDTSTART;VALUE=DATE:20270112", "SUMMARY:Fast\nDTSTART;VALUE=DATE:20270112"),
            into: fixture)
        #expect(result.taken.map(\.freeze.reason) == ["Feast"])
        #expect(result.left.map(\.reason) == ["2027-01-12..2027-01-12 are those of line 4"])
    }

    @Test("twice changes nothing, and a rehearsal stores nothing")
    func twice() async throws {
        let fixture = try await Fixture.with(small())
        let file = calendar("SUMMARY:Feast\nDTSTART;VALUE=DATE:20270112")
        #expect(try await take(file, into: fixture, dryRun: true).taken.count == 1)
        #expect(try await freezes(fixture).isEmpty)
        #expect(try await take(file, into: fixture, regions: [.asia]).taken.map(\.freeze.wasKnown) == [false])
        #expect(try await take(file, into: fixture, regions: [.asia]).taken.map(\.freeze.wasKnown) == [true])
        #expect(try await freezes(fixture).count == 1)
        // Of other regions it is another freeze.
        #expect(try await take(file, into: fixture).taken.map(\.freeze.wasKnown) == [false])
    }

    @Test(
        "what is no whole day of the season is left, and told of",
        arguments: [
            ("SUMMARY:Party\nDTSTART:20270112T180000Z", "whole days"),
            ("SUMMARY:Long ago\nDTSTART;VALUE=DATE:20200112", "no day of a season"),
            ("SUMMARY:Off\nSTATUS:CANCELLED\nDTSTART;VALUE=DATE:20270112", "cancelled"),
            ("SUMMARY:For ever\nDTSTART;VALUE=DATE:20270112\nDTEND;VALUE=DATE:20400112", "longer than 366"),
            ("SUMMARY:Backwards\nDTSTART;VALUE=DATE:20270112\nDTEND;VALUE=DATE:20270110", "ends before"),
            ("SUMMARY:Never\nDTSTART;VALUE=DATE:20270112\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20270112", "no day"),
        ])
    func left(event: String, reason: String) async throws {
        let fixture = try await Fixture.with(small())
        let result = try await take(calendar(event), into: fixture)
        #expect(result.taken.isEmpty && result.left.count == 1)
        #expect(result.left.first?.reason.contains(reason) == true, "\(result.left)")
    }

    @Test("a file that is none, too large, or names too many days is refused, and nothing of it stays")
    func refused() async throws {
        let fixture = try await Fixture.with(small(weeks: 104))
        let daily = calendar("SUMMARY:Each day\nDTSTART;VALUE=DATE:20270104\nRRULE:FREQ=DAILY")
        for file in ["", "holidays", String(repeating: "x", count: 1 << 20 + 1), daily] {
            let result = await Result { try await take(file, into: fixture) }
            #expect(throws: (any Error).self) { try result.get() }
            #expect(try await freezes(fixture).isEmpty)
        }
        let bomb = calendar("SUMMARY:<b>&\u{202E}\nDTSTART;VALUE=DATE:20270112")
        #expect(try await take(bomb, into: fixture).taken.count == 1)
        #expect(try await freezes(fixture).first?.contains("\u{202E}") == false)
    }
}

extension Result where Failure == any Error {
    /// What a body answers, or throws.
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
