import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog
import Wording

@Suite("The path to core")
struct PathToCoreTests {
    private static let organizer = Caller.onThisMachine(as: nil)
    private static let path = """
        areas: [api, scheduler, db]
        stages:
          - { name: reader, sessions: 1 }
          - { name: reviewer, sessions: 2, discussed: 2, areas: 2, co-led: 1 }

        """

    /// A season that is planned, with two trainees and a review in each of two areas.
    private func planned(_ path: String = path) async throws -> Fixture {
        let fixture = try await Fixture.with(small(announce: 4) + "\n" + path)
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob"] { _ = try await fixture.join(name) }
        return fixture
    }

    private func pick(_ fixture: Fixture, _ area: String, for code: String, by mentor: String) async throws {
        let review = try await fixture.service.ask(
            ProposeReview(
                program: "nova", url: "https://review.example.org/\(area)", title: "Mend [\(area)] <b>", area: area),
            as: EmailAddress("bob@example.org"))
        _ = try await fixture.service.ask(
            PickReview(session: code, choice: .number(review.id)),
            by: Caller(email: EmailAddress("\(mentor)@example.org"), role: .mentor))
    }

    private func attend(_ fixture: Fixture, _ names: String..., in code: String, on day: String) async throws {
        try fixture.clock.set("\(day)T23:00:00Z")
        _ = try await fixture.service.ask(
            RecordAttendance(session: code, present: names.map { try EmailAddress("\($0)@example.org") }),
            by: Self.organizer)
    }

    @Test("is walked by attending, discussing and leading along, and shows which sessions in one's day would help")
    func walked() async throws {
        let fixture = try await planned()
        let ann = try EmailAddress("ann@example.org")
        try await pick(fixture, "api", for: "nova-202701-w01-europe", by: "zoe")
        try await pick(fixture, "scheduler", for: "nova-202701-w02-asia", by: "akira")
        try await pick(fixture, "db", for: "nova-202701-w02-europe", by: "zoe")
        var progress = try await fixture.service.ask(ShowProgress(program: "nova", person: ann), by: Self.organizer)
        #expect((progress.stage, progress.next, progress.sessions) == (nil, "reader", 0))
        #expect(
            progress.helpful.map(\.gains) == Array(repeating: [.sessions, .discussed, .areas], count: 3)
                + Array(repeating: [.sessions], count: 2))

        try await attend(fixture, "ann", in: "nova-202701-w01-europe", on: "2027-01-08")
        progress = try await fixture.service.ask(ShowProgress(program: "nova", person: ann), by: Self.organizer)
        #expect((progress.stage, progress.next) == ("reader", "reviewer"))
        #expect(
            progress.stages[1].missing
                == "1 more session, 1 more review discussed, 1 more area: scheduler or db, 1 more session co-led")
        // 17:00 in Berlin and 08:00 UTC in Tokyo's afternoon lie in a day at UTC; both reviews are new to her.
        #expect(progress.helpful.prefix(2).map(\.session.code) == ["nova-202701-w02-asia", "nova-202701-w02-europe"])
        #expect(progress.helpful.prefix(2).allSatisfy { $0.gains == [.sessions, .discussed, .areas] })
        #expect(progress.helpful.allSatisfy { $0.session.yours?.hours == .humane })

        try await attend(fixture, "ann", "bob", in: "nova-202701-w02-asia", on: "2027-01-13")
        let result = try await fixture.service.ask(
            RecordCoLeaders(session: "nova-202701-w02-asia", people: [ann.description]), by: Self.organizer)
        #expect((result.mentor, result.coLeaders) == ("Akira", ["ann"]))
        progress = try await fixture.service.ask(ShowProgress(program: "nova", person: ann), by: Self.organizer)
        #expect((progress.stage, progress.next, progress.helpful) == ("reviewer", nil, []))
        #expect(progress.stages.allSatisfy { $0.isReached && $0.missing == nil })

        let everybody = try await fixture.service.ask(ListProgress(program: "nova"), by: Self.organizer)
        #expect(everybody.map(\.name) == ["ann", "bob"])
        #expect(everybody.map(\.stage) == ["reviewer", "reader"])
        #expect(everybody.map(\.areas) == [["api", "scheduler"], ["scheduler"]])
    }

    @Test("names no session that one has, waits for, leads, has declined as it is, or could not come to")
    func open() async throws {
        let fixture = try await planned()
        let ann = try EmailAddress("ann@example.org")
        func helpful() async throws -> [String] {
            try await fixture.service.ask(ShowProgress(program: "nova", person: ann), by: Self.organizer).helpful.map(
                \.session.code)
        }
        #expect(try await helpful().prefix(2) == ["nova-202701-w01-asia", "nova-202701-w01-europe"])
        _ = try await fixture.enroll("ann", in: "nova-202701-w01-asia")
        _ = try await fixture.enroll("ann", in: "nova-202701-w02-asia")
        _ = try await fixture.service.ask(Leave(session: "nova-202701-w02-asia"), as: ann)
        #expect(
            try await helpful() == [
                "nova-202701-w01-europe", "nova-202701-w01-americas", "nova-202701-w02-europe",
                "nova-202701-w02-americas", "nova-202701-w03-asia",
            ])
        // What they declined was another hour.
        _ = try await fixture.service.ask(MoveSession(session: "nova-202701-w02-asia", to: local("2027-01-13T18:00")))
        #expect(try await helpful().contains("nova-202701-w02-asia"))
        // At the time of what they have they cannot be elsewhere.
        _ = try await fixture.enroll("ann", in: "nova-202701-w02-europe")
        _ = try await fixture.service.ask(MoveSession(session: "nova-202701-w02-asia", to: local("2027-01-14T01:30")))
        #expect(try await !helpful().contains("nova-202701-w02-asia"))
        // For who waits it is no news either.
        for name in ["bob", "cid"] {
            if name == "cid" { _ = try await fixture.join(name) }
            _ = try await fixture.enroll(name, in: "nova-202701-w03-asia")
        }
        #expect(try await helpful().contains("nova-202701-w03-asia"))
        #expect(try await fixture.enroll("ann", in: "nova-202701-w03-asia").state == .waitlisted)
        #expect(try await !helpful().contains("nova-202701-w03-asia"))
    }

    @Test("of one program is not walked in another, and a cancelled session counts in none")
    func apart() async throws {
        let fixture = try await planned()
        let other = small().replacing("program: nova", with: "program: other") + "\n" + Self.path
        try await fixture.apply(other)
        let ann = try EmailAddress("ann@example.org")
        _ = try await fixture.service.ask(JoinProgram(program: "other", name: "ann", email: ann, zone: "Etc/UTC"))
        try await attend(fixture, "ann", in: "nova-202701-w01-asia", on: "2027-01-05")
        #expect(
            try await fixture.service.ask(ShowProgress(program: "other", person: ann), by: Self.organizer).sessions == 0
        )
        #expect(
            try await fixture.service.ask(ShowProgress(program: "nova", person: ann), by: Self.organizer).sessions == 1)
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(
                ShowProgress(program: "other", person: EmailAddress("bob@example.org")), by: Self.organizer)
        }
        try await fixture.store.write { transaction in
            var held = try #require(try transaction.sessions(of: "nova").map(\.asStored).first { $0.status == .held })
            held.status = .cancelled
            try transaction.update(held)
        }
        #expect(
            try await fixture.service.ask(ShowProgress(program: "nova", person: ann), by: Self.organizer).sessions == 0)
    }

    @Test("counts a session that was made up for afterwards, says so, and links the log; led along it was not")
    func asynchronous() async throws {
        let fixture = try await planned()
        let ann = try EmailAddress("ann@example.org")
        try await attend(fixture, "ann", in: "nova-202701-w01-asia", on: "2027-01-05")
        _ = try await fixture.service.ask(
            RecordCoLeaders(session: "nova-202701-w01-asia", people: [ann.description]), by: Self.organizer)
        try await fixture.store.write { transaction in
            let held = try #require(try transaction.sessions(of: "nova").map(\.asStored).first { $0.status == .held })
            let person = try #require(try transaction.person(ann))
            try transaction.setLog("https://logs.example.org/(1)", of: held.id)
            try transaction.save(
                Attendance(session: held.id, person: person, kind: .asynchronous, evidence: .answers))
        }
        let evidence = try await fixture.service.ask(ShowEvidence(program: "nova", person: ann), by: Self.organizer)
        #expect((evidence.progress.sessions, evidence.progress.asynchronous, evidence.progress.coLed) == (1, 1, 0))
        #expect(evidence.markdown().contains("- Sessions attended: 1, 1 of them asynchronously\n"))
        #expect(
            evidence.markdown().hasSuffix(
                "- `nova-202701-w01-asia`, 2027-01-05, with Akira, asynchronously, [log](<https://logs.example.org/(1)>)\n"
            ))
    }

    @Test("goes on in the next season")
    func seasons() async throws {
        let fixture = try await planned()
        try await attend(fixture, "ann", in: "nova-202701-w01-asia", on: "2027-01-05")
        try fixture.clock.set("2027-03-01T09:00:00Z")
        try await fixture.apply(small(start: "2027-04-05") + "\n" + Self.path)
        _ = try await fixture.service.plan("nova", publish: true)
        try await attend(fixture, "ann", in: "nova-202704-w01-asia", on: "2027-04-06")
        #expect(
            try await fixture.service.ask(
                ShowProgress(program: "nova", person: EmailAddress("ann@example.org")), by: Self.organizer
            )
            .sessions == 2)
    }

    @Test("without stages counts all the same, and names no stage")
    func noStages() async throws {
        let fixture = try await planned("")
        try await attend(fixture, "ann", in: "nova-202701-w01-asia", on: "2027-01-05")
        let progress = try await fixture.service.ask(
            ShowProgress(program: "nova", person: EmailAddress("ann@example.org")), by: Self.organizer)
        #expect((progress.sessions, progress.stages, progress.next, progress.helpful) == (1, [], nil, []))
    }

    @Test("leading along is recorded of those who came, again in place of before, and never of the mentor")
    func coLeaders() async throws {
        let fixture = try await planned()
        let ann = try EmailAddress("ann@example.org")
        let refused = { (emails: [EmailAddress], words: String) in
            let refusal = await #expect(throws: Refusal.self) {
                try await fixture.service.ask(
                    RecordCoLeaders(session: "nova-202701-w01-asia", people: emails.map(\.description)),
                    by: Self.organizer)
            }
            #expect(refusal?.description.contains(words) ?? false, "\(String(describing: refusal))")
        }
        await refused([ann], "ann is not recorded as having come to nova-202701-w01-asia")
        try await attend(fixture, "ann", in: "nova-202701-w01-asia", on: "2027-01-05")
        await refused([try EmailAddress("akira@example.org")], "Akira leads nova-202701-w01-asia")
        await refused([try EmailAddress("who@example.org")], "nobody here has the address")
        for _ in 1...2 {
            _ = try await fixture.service.ask(
                RecordCoLeaders(session: "nova-202701-w01-asia", people: [ann.description]), by: Self.organizer)
        }
        #expect(
            try await fixture.service.ask(ShowProgress(program: "nova", person: ann), by: Self.organizer).coLed == 1)
        _ = try await fixture.service.ask(
            RecordCoLeaders(session: "nova-202701-w01-asia", people: []), by: Self.organizer)
        #expect(
            try await fixture.service.ask(ShowProgress(program: "nova", person: ann), by: Self.organizer).coLed == 0)
    }

    @Test("evidence leads every claim back to a session, and what people wrote stays text")
    func evidence() async throws {
        let fixture = try await planned()
        let ann = try EmailAddress("ann@example.org")
        #expect(
            try await fixture.service.ask(ShowEvidence(program: "nova", person: ann), by: Self.organizer).markdown()
                .contains(
                    "No session is recorded as attended."))
        try await pick(fixture, "api", for: "nova-202701-w01-europe", by: "zoe")
        try await attend(fixture, "ann", in: "nova-202701-w01-europe", on: "2027-01-08")
        try await attend(fixture, "ann", in: "nova-202701-w02-asia", on: "2027-01-13")
        _ = try await fixture.service.ask(
            RecordCoLeaders(session: "nova-202701-w02-asia", people: [ann.description]), by: Self.organizer)
        let evidence = try await fixture.service.ask(ShowEvidence(program: "nova", person: ann), by: Self.organizer)
        #expect(evidence.attended.map(\.session) == ["nova-202701-w01-europe", "nova-202701-w02-asia"])
        #expect(
            evidence.markdown() == """
                # ann: Nova

                As of 2027-01-13T23:00:00Z, from the program's records. Dates are in UTC.

                ## Where they stand

                - Sessions attended: 2
                - Different reviews discussed: 1
                - Areas covered: api
                - Sessions co-led: 1
                - Stage reader: reached
                - Stage reviewer: 1 more review discussed, 1 more area: scheduler or db to go

                ## Sessions

                - `nova-202701-w01-europe`, 2027-01-06, with Zoe, [Mend \\[api\\] \\<b\\>](<https://review.example.org/api>) (api), present
                - `nova-202701-w02-asia`, 2027-01-12, with Akira, present, co-led

                """)
        let catalog = TimeZoneCatalog.shipped
        let there = evidence.markdown(on: try catalog.rules(for: catalog.zone(named: "Pacific/Kiritimati")))
        #expect(
            there.contains("As of 2027-01-14 13:00, from the program's records. Days and hours are those of Pacific/"))
        #expect(there.contains("- `nova-202701-w02-asia`, 2027-01-12 22:00, with Akira, present, co-led\n"), "\(there)")
    }

    @Test("is open to the trainee, the program's mentors and organizers, and to nobody else")
    func readers() async throws {
        let fixture = try await planned()
        let ann = try EmailAddress("ann@example.org")
        func caller(_ name: String, _ role: Role) throws -> Caller {
            Caller(email: try EmailAddress("\(name)@example.org"), role: role)
        }
        let service = fixture.service
        for caller in try [caller("ann", .trainee), caller("akira", .mentor), caller("lead", .organizer)] {
            #expect(try await service.ask(ShowProgress(program: "nova", person: ann), by: caller).name == "ann")
            #expect(
                try await service.ask(ShowEvidence(program: "nova", person: ann), by: caller).progress.name == "ann")
        }
        // A mentor elsewhere, a mentor with a trainee's token, another trainee, one who is not known here.
        for caller in try [
            caller("elsewhere", .mentor), caller("akira", .trainee), caller("bob", .trainee), Caller.anonymous,
        ] {
            let refusals = [
                await #expect(throws: Refusal.self) {
                    try await service.ask(ShowProgress(program: "nova", person: ann), by: caller)
                },
                await #expect(throws: Refusal.self) {
                    try await service.ask(ShowEvidence(program: "nova", person: ann), by: caller)
                },
                await #expect(throws: Refusal.self) {
                    try await service.ask(ListProgress(program: "nova"), by: caller)
                },
            ]
            #expect(refusals.allSatisfy { $0?.reason == .notAllowed })
        }
        try await attend(fixture, "ann", in: "nova-202701-w01-asia", on: "2027-01-05")
        let zoe = try caller("zoe", .mentor)
        let refusal = await #expect(throws: Refusal.self) {
            try await service.ask(RecordCoLeaders(session: "nova-202701-w01-asia", people: [ann.description]), by: zoe)
        }
        #expect(refusal?.reason == .notAllowed)
    }
}
