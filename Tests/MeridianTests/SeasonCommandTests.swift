import CivilTime
import Foundation
import Mentoring
import MentoringAPI
import Testing

@testable import Wording
@testable import meridian

@Suite("Commands of one season, where a program has several")
struct SeasonCommandTests {
    private static let two =
        "seasons: [{ name: 2027a, start: 2027-01-04, weeks: 26 }, { name: 2027b, start: 2027-07-05, weeks: 4 }]"

    @Test("what is printed as the next command names the season that it is to act on, unless that is meant anyway")
    func hints() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        let example = try String(contentsOf: meridian.folder.appending(path: "nova.yaml"), encoding: .utf8)
        let file = try meridian.write(
            example.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.hasPrefix("season:") ? Self.two : String($0) }.joined(separator: "\n"), as: "nova.yaml")
        let both = "next: meridian plan nova\nnext: meridian plan nova --season 2027b\n"
        #expect(try await meridian.run("program", "apply", file).output.hasSuffix(both))
        let forecast = try await meridian.run("forecast", "nova", "--season", "2027b")
        #expect(
            forecast.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                .contains("to plan some: meridian plan nova --season 2027b"))
        #expect(
            try await meridian.run("freeze", "add", "nova", "2027-07-12..2027-07-18", "summer").output.contains(
                "\nnext: meridian plan nova --season 2027b\n"))
        #expect(
            try await meridian.run("freeze", "add", "nova", "2027-05-03..2027-05-09", "summit").output.contains(
                "\nnext: meridian plan nova\n"))
        _ = try await meridian.run("plan", "nova", "--publish", "--season", "2027b")
        let picture = try await meridian.run("session", "picture", "nova", "--season", "2027b")
        #expect(picture.output.contains("4 weeks from"))
        #expect(try await meridian.run("session", "picture", "nova", "--season", "2026a").status == 1)
        #expect(
            try await meridian.run("program", "show", "nova", "--season", "2027b").output.contains("2027b, 4 weeks"))
        #expect(try await meridian.run("season", "list", "nova").lines[0].contains("State"))
        let removed = try await meridian.run("mentor", "remove", "nova", "zoe@example.org")
        #expect(
            removed.output.hasSuffix(
                "next: meridian plan nova --publish\nnext: meridian plan nova --publish --season 2027b\n"))
    }

    @Test("a program that is archived says so in the list, and its season goes on nowhere")
    func archived() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        let before = try await meridian.run("program", "list").lines
        #expect(before[0].contains("Season") && !before[0].contains("State"))
        let season = try #require(try await meridian.run("season", "list", "nova").lines[1].split(separator: " ").first)
        #expect(before[1].contains(" \(season) "))
        _ = try await meridian.run("program", "archive", "nova")
        let listed = try await meridian.run("program", "list")
        #expect(listed.lines[0].contains("State") && listed.lines[1].contains(" archived "))
        #expect(try await meridian.run("season", "list", "nova").lines[1].contains(" archived "))
    }

    private func season(_ name: String, _ from: String, _ state: SeasonView.State) throws -> SeasonView {
        SeasonView(
            try Season(name: name, start: try #require(LocalDate(iso: from)), weeks: 4), of: "nova", state: state,
            sessions: 0, uncovered: 0)
    }

    @Test("seasons that are over are not planned, and where none is left to be the command is said all the same")
    func over() throws {
        let past = try season("a", "2027-01-04", .past)
        let running = try season("b", "2027-02-01", .running)
        let next = try season("c", "2027-03-01", .next)
        func lines(_ seasons: [SeasonView], _ from: String? = nil, _ to: String? = nil) -> [String] {
            SeasonCommands(
                for: seasons, of: "nova", from: from.flatMap { LocalDate(iso: $0) },
                to: to.flatMap { LocalDate(iso: $0) }
            ).lines
        }
        #expect(lines([]) == ["meridian plan nova"])
        #expect(lines([past]) == ["meridian plan nova"])
        #expect(lines([past, running]) == ["meridian plan nova"])
        #expect(lines([past, next]) == ["meridian plan nova"])
        #expect(lines([past, running, next]) == ["meridian plan nova", "meridian plan nova --season c"])
        #expect(lines([past, running, next], "2027-03-28", "2027-04-02") == ["meridian plan nova --season c"])
        #expect(lines([past, running, next], "2027-01-05", "2027-01-06") == ["meridian plan nova"])
        #expect(
            lines([past, running, next], "2027-02-28", "2027-03-01") == [
                "meridian plan nova", "meridian plan nova --season c",
            ])
    }

    @Test("a region is typed in its own word in any case, or as the program calls it")
    func regionTitles() async throws {
        let meridian = try CommandRunner()
        let example = try await meridian.run("program", "example").output
        let titled = example.replacing(
            "regions: [asia, europe, americas]", with: "regions: [{ asia: APAC }, europe, { americas: Norð og Suður }]")
        try #require(titled != example)
        let file = try meridian.write(titled, as: "nova.yaml")
        try #require(try await meridian.run("program", "apply", file).status == 0)
        let plain = try await meridian.run("feed", "url", "nova", "--region", "asia")
        for word in ["Asia", "ASIA", "APAC", "apac"] {
            #expect(try await meridian.run("feed", "url", "nova", "--region", word) == plain, "\(word)")
        }
        let named = try await meridian.run("feed", "url", "nova", "--region", "norð og suður")
        #expect(named.output.contains("americas"), "\(named)")
        let frozen = try await meridian.run(
            "freeze", "add", "nova", "2027-05-03..2027-05-04", "feast", "--region", "APAC", "--region", "Europe")
        #expect(frozen.output.contains("asia (APAC), europe"), "\(frozen)")
        let wrong = try await meridian.run("feed", "url", "nova", "--region", "mars")
        #expect(wrong.status == 64)
        #expect(wrong.errors.contains("in nova there are asia (APAC), europe, americas (Norð og Suður)"), "\(wrong)")
    }
}
