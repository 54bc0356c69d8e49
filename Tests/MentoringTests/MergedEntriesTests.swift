import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("A file with two entries of people who were made one")
struct MergedEntriesTests {
    private static let second =
        "\n  - { name: Zoe B, email: zb@example.net, zone: Europe/Paris, min-gap-weeks: 1, max-per-month: 5, slots: [{ every: \"Mon 17:00\" }] }"
    private static let first = small(weeks: 2, regions: "europe").replacing("name: Zoe,", with: "name: Zoe Berg,")
    private static let file = first + second
    private let zoe: EmailAddress
    private let zb: EmailAddress

    init() throws {
        zoe = try EmailAddress("zoe@example.org")
        zb = try EmailAddress("zb@example.net")
    }

    private func merged(_ old: EmailAddress, _ new: EmailAddress) async throws -> Fixture {
        let fixture = try await Fixture.with(Self.file)
        _ = try await fixture.service.ask(MovePerson(old: old, new: new, merge: true))
        try await fixture.confirmMove()
        return fixture
    }

    /// What a program has of its mentors.
    private func mentors(_ fixture: Fixture) async throws -> [String] {
        try await fixture.store.read { transaction in
            try transaction.mentors(of: "nova").map { "\($0.person.name) \($0.person.email) \($0.person.shownZone)" }
                + transaction.slots(of: "nova").map { "\($0.pattern.summary) \($0.zone)" }
        }
    }

    @Test("is applied unchanged at any time: nothing changes, and what it has otherwise is told")
    func unchanged() async throws {
        for (old, new, name, zone, others) in [
            (zb, zoe, "Zoe B", "Europe/Paris", "Zoe Berg"), (zoe, zb, "Zoe Berg", "Europe/Berlin", "Zoe B"),
        ] {
            let fixture = try await merged(old, new)
            let before = try await mentors(fixture)
            #expect(before.first == "\(name) \(new) \(zone)")
            #expect(before.count == 3)
            func isKept() async throws {
                for prune in [false, true, false] {
                    let changes = try await fixture.apply(Self.file, prune: prune)
                    #expect(changes.allSatisfy { $0.kind == .kept }, "\(changes)")
                    let said = changes.map(\.what)
                    #expect(said.contains { $0.hasPrefix("\(name)’s own address \(new); the file says \(old), too") })
                    #expect(said.contains("\(name)’s own name \(name); the file says \(others)"))
                    let now = try await mentors(fixture)
                    #expect(now == before)
                }
            }
            try await isKept()
            // Over, and no round has passed yet.
            try fixture.clock.set("2026-12-29T09:00:00Z")
            try await isKept()
            _ = try await fixture.service.doWhatIsDue()
            try await isKept()
        }
    }

    @Test("which loses either of them loses no more than what was that one's")
    func oneLess() async throws {
        for (left, gone) in [(Self.first, "Mon 17:00"), (Self.file.replacing("zoe@example.org", with: "zoe@"), "")] {
            // The other entry goes with its line.
            let file =
                gone.isEmpty
                ? left.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("zoe@") }
                    .joined(separator: "\n") : left
            let fixture = try await merged(zb, zoe)
            let before = try await mentors(fixture)
            for _ in 1...2 {
                let changes = try await fixture.apply(file)
                #expect(changes.filter(\.isChange).isEmpty, "\(changes)")
                let now = try await mentors(fixture)
                #expect(now == before)
            }
            let pruned = try await fixture.apply(file, prune: true)
            #expect(
                pruned.filter(\.isChange).map(\.what)
                    == ["slot of Zoe B: \(gone.isEmpty ? "Wed 17:00" : gone)"], "\(pruned)")
        }
    }

    @Test("applies what changes in either of them")
    func changed() async throws {
        let fixture = try await merged(zb, zoe)
        let weight = Self.file.replacing("zone: Europe/Berlin,", with: "zone: Europe/Berlin, weight: 2,")
        let changes = try await fixture.apply(weight)
        #expect(changes.filter(\.isChange).map(\.what) == ["mentor Zoe B: weight 1 → 2"])
        let name = weight.replacing("name: Zoe B,", with: "name: Zoe Bergmann,")
        let renamed = try await fixture.apply(name)
        #expect(renamed.filter(\.isChange).map(\.what) == ["person Zoe B: name “Zoe B” → “Zoe Bergmann”"])
        let slot = name.replacing("Mon 17:00", with: "Mon 18:00")
        let added = try await fixture.apply(slot, prune: true)
        #expect(
            Set(added.filter(\.isChange).map(\.description)) == [
                "added slot of Zoe Bergmann: Mon 18:00", "removed slot of Zoe Bergmann: Mon 17:00",
            ])
        let again = try await fixture.apply(slot)
        #expect(again.filter(\.isChange).isEmpty)
    }

    @Test("is refused with --override, which cannot tell which counts")
    func overridden() async throws {
        let fixture = try await merged(zb, zoe)
        let refusal = await #expect(throws: Refusal.self) {
            try await fixture.apply(Self.file, override: true)
        }
        #expect(refusal?.description.contains("take one of them out") == true)
    }

    @Test("says nothing new of one who moved before they were made one with another")
    func movedBefore() async throws {
        let third = try EmailAddress("zoe@third.example.net")
        let fixture = try await Fixture.with(Self.file)
        _ = try await fixture.service.ask(MovePerson(old: zoe, new: third))
        try await fixture.confirmMove()
        // Over, though no round has passed yet.
        try fixture.clock.set("2026-12-29T09:00:00Z")
        _ = try await fixture.service.ask(MovePerson(old: zb, new: third, merge: true))
        try await fixture.confirmMove()
        let before = try await mentors(fixture)
        for _ in 1...2 {
            let changes = try await fixture.apply(Self.file)
            #expect(changes.filter(\.isChange).isEmpty, "\(changes)")
            let now = try await mentors(fixture)
            #expect(now == before)
        }
    }

    @Test("is theirs also when the address that was given up is somebody else's by then")
    func anothersAddress() async throws {
        let fixture = try await merged(zb, zoe)
        let kept = await #expect(throws: Refusal.self) {
            try await fixture.service.ask(JoinProgram(program: "nova", name: "Mia", email: zb, zone: "Etc/UTC"))
        }
        #expect(kept?.description.contains("take another address, or wait") == true)
        try fixture.clock.set("2026-12-29T09:00:00Z")
        _ = try await fixture.service.ask(JoinProgram(program: "nova", name: "Mia", email: zb, zone: "Etc/UTC"))
        let changes = try await fixture.apply(Self.file)
        #expect(changes.filter(\.isChange).isEmpty, "\(changes)")
        #expect(try await fixture.service.ask(ListMentors(program: "nova")).map(\.email) == [zoe])
    }

    @Test("says nothing of where somebody is now who left the program, and makes nobody of them again")
    func gone() async throws {
        let fixture = try await Fixture.with(Self.file)
        try await fixture.apply(
            Self.file.replacing("program: nova", with: "program: swift"))
        _ = try await fixture.service.ask(RemoveMentor(program: "nova", email: zb))
        let third = try EmailAddress("zb@third.example.net")
        _ = try await fixture.service.ask(MovePerson(old: zb, new: third))
        let changes = try await fixture.apply(Self.file)
        #expect(changes.filter(\.isChange).isEmpty, "\(changes)")
        #expect(!changes.contains { $0.what.contains("\(third)") })
    }

    @Test("keeps the turns at a duty of both, once")
    func volunteers() async throws {
        let fixture = try await Fixture.with(triage(by: ["kim", "kay"]))
        let (kim, kay) = (try EmailAddress("kim@example.org"), try EmailAddress("kay@example.org"))
        _ = try await fixture.service.ask(MovePerson(old: kim, new: kay, merge: true))
        try await fixture.confirmMove()
        for prune in [false, true] {
            let changes = try await fixture.apply(triage(by: ["kim", "kay"]), prune: prune)
            #expect(changes.allSatisfy { $0.kind == .kept }, "\(changes)")
            #expect(!changes.contains { $0.what.hasPrefix("no volunteer") }, "\(changes)")
        }
        let volunteers = try await fixture.store.read { try $0.volunteers(of: "nova") }
        #expect(volunteers.map(\.person.email) == [kay])
    }
}
