import CivilTime
import Mentoring
import MentoringAPI
import ProgramFile
import SeasonPlanning
import TestSupport
import Testing

@testable import MentoringService

@Suite("How near a session may still be planned")
struct NoticeHoursTests {
    // Wednesday 2027-01-06 at 17:00 in Tokyo, 08:00 UTC.
    private static let mei =
        "name: Mei, email: mei@example.org, zone: Asia/Tokyo, min-gap-weeks: 1, slots: [{ every: \"Wed 17:00\" }]"

    private static func program(_ line: String = "", inSeason own: String = "") -> String {
        let file = asia([mei], weeks: 1).replacing(
            "weeks: 1 }", with: own.isEmpty ? "weeks: 1 }" : "weeks: 1, \(own) }")
        return line.isEmpty ? file : file.replacing("cadence:", with: "\(line)\ncadence:")
    }

    @Test("is two days unless the file says otherwise, and then is not written")
    func usual() throws {
        #expect(try read(Self.program()).program.noticeHours == 48)
        #expect(try !read(Self.program()).yaml().contains("notice-hours"))
        #expect(try !read(Self.program("notice-hours: 48")).yaml().contains("notice-hours"))
    }

    @Test("is kept as the file says it", arguments: [0, 1, 24, 48, 336])
    func hours(hours: Int) async throws {
        let text = Self.program("notice-hours: \(hours)")
        #expect(try read(text).program.noticeHours == hours)
        #expect(try read(read(text).yaml()) == read(text))
        let fixture = try await Fixture.with(text)
        #expect(try await fixture.service.program("nova").noticeHours == hours)
        #expect(try await fixture.apply(text).isEmpty)
    }

    @Test("is refused out of its range, with the line", arguments: ["337", "-1", "soon", "1.5", "\"\""])
    func refused(words: String) throws {
        let files = [
            (Self.program("notice-hours: \(words)"), 6), (Self.program(inSeason: "notice-hours: \(words)"), 5),
        ]
        for (text, line) in files {
            let refusal = try #require(throws: BadInput.self, "\(words)") { try read(text) }
            #expect((refusal.file, refusal.line) == ("nova.yaml", line), "\(refusal)")
            #expect(refusal.description.contains("whole number"), "\(refusal)")
        }
    }

    @Test(
        "a season has the program's unless it has its own, also 48",
        arguments: [("", 24), ("notice-hours: 48", 48), ("notice-hours: 0", 0), ("notice-hours: 336", 336)])
    func ofSeason(own: String, hours: Int) async throws {
        let text = Self.program("notice-hours: 24", inSeason: own)
        #expect(try read(text).program.noticeHours == hours)
        #expect(try read(read(text).yaml()) == read(text))
        let fixture = try await Fixture.with(text)
        #expect(try await fixture.service.program("nova").noticeHours == hours)
        #expect(try await fixture.apply(text).isEmpty)
    }

    @Test("what changes of a season's is told")
    func told() async throws {
        let fixture = try await Fixture.with(Self.program())
        #expect(
            try await fixture.apply(Self.program(inSeason: "notice-hours: 24")).map(\.description) == [
                "changed season 202701: notice-hours the program’s → 24"
            ])
    }

    @Test(
        "a date of a slot that is nearer than that is marked when the slot is published",
        arguments: [
            ("notice-hours: 24", "2027-01-05T02:00:00Z", nil), ("", "2027-01-05T02:00:00Z", "48 hours"),
            ("notice-hours: 31", "2027-01-05T02:00:00Z", "31 hours"),
            ("notice-hours: 1", "2027-01-06T07:30:00Z", "1 hour"), ("notice-hours: 0", "2027-01-06T07:59:59Z", nil),
        ] as [(String, String, String?)])
    func marked(line: String, now: String, notice: String?) async throws {
        let fixture = try await Fixture.with(Self.program(line), now: now)
        let mei = try EmailAddress("mei@example.org")
        let slot = try #require(try await fixture.service.ask(ListSlots(program: "nova", mentor: mei)).first)
        for _ in 1...2 {
            let publication = try await fixture.service.ask(
                PublishSlot(program: "nova", mentor: mei, when: "Wed 17:00"))
            #expect(publication.wasKnown && publication.slot.id == slot.id)
            let first = try #require(publication.next.first)
            #expect(first.localStart.date == (try day("2027-01-06")))
            let marks = notice.map { ["nearer than the notice of \($0), so no session is planned then"] } ?? []
            #expect(first.conflicts == marks)
            #expect(publication.next.dropFirst().allSatisfy { $0.conflicts.isEmpty })
        }
    }

    @Test("a date for which a session of the slot is announced is not marked, however near")
    func announced() async throws {
        let fixture = try await Fixture.with(Self.program(), now: "2027-01-01T00:00:00Z")
        _ = try await fixture.service.plan("nova", publish: true)
        try fixture.clock.set("2027-01-06T07:00:00Z")
        let publication = try await fixture.service.ask(
            PublishSlot(program: "nova", mentor: EmailAddress("mei@example.org"), when: "Wed 17:00"))
        #expect(publication.next.first?.conflicts == [])
    }

    @Test(
        "a turn nearer than that is not planned",
        arguments: [
            // A turn 30 hours ahead.
            ("notice-hours: 24", "2027-01-05T02:00:00Z", nil), ("", "2027-01-05T02:00:00Z", "48 hours"),
            ("notice-hours: 30", "2027-01-05T02:00:00Z", nil), ("notice-hours: 31", "2027-01-05T02:00:00Z", "31 hours"),
            ("notice-hours: 336", "2026-12-24T08:00:00Z", "336 hours"),
            ("notice-hours: 336", "2026-12-23T08:00:00Z", nil),
            // An hour is one, and what has begun is past with none, too.
            ("notice-hours: 1", "2027-01-06T07:30:00Z", "1 hour"), ("notice-hours: 0", "2027-01-06T07:59:59Z", nil),
            ("notice-hours: 0", "2027-01-06T08:00:00Z", "past"),
        ] as [(String, String, String?)])
    func planned(line: String, now: String, hindrance: String?) async throws {
        for text in [
            Self.program(line), Self.program("notice-hours: 100", inSeason: line.isEmpty ? "notice-hours: 48" : line),
        ] {
            let fixture = try await Fixture.with(text, now: now)
            let plan = try await fixture.service.plan("nova", publish: false)
            #expect(plan.sessions.count == (hindrance == nil ? 1 : 0), "\(text)")
            guard let hindrance else { continue }
            let why = try await fixture.service.ask(ExplainSession(session: "nova-202701-w01-asia"))
            let words = hindrance == "past" ? "in the past" : "less than \(hindrance) ahead"
            #expect(why.objections.map(\.sentence) == ["Mei’s slot on 2027-01-06 17:00 is \(words)"])
        }
    }
}
