import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("An address changed in a program's file")
struct FormerAddressTests {
    private static let before = small(weeks: 2, regions: "asia, europe")
    private static let after = before.replacing("email: akira@example.org", with: "email: akira@new.example.net")
    private static let formerly = after.replacing(
        "email: akira@new.example.net", with: "email: akira@new.example.net, formerly: [akira@example.org]")
    /// The same program, organized by Olga by its file.
    private static let organized = before.replacing("regions:", with: "organizers: [olga@example.org]\nregions:")
    private let new: EmailAddress
    private let old: EmailAddress

    init() throws {
        new = try EmailAddress("akira@new.example.net")
        old = try EmailAddress("akira@example.org")
    }

    private func season() async throws -> Fixture {
        let fixture = try await Fixture.with(Self.before)
        _ = try await fixture.service.plan("nova", publish: true)
        return fixture
    }

    private func secret(_ purpose: String, _ fixture: Fixture) async throws -> String {
        let mails = try await fixture.store.read { try $0.outbox([.pending]) }
        return String(decoding: try #require(mails.last { $0.subject == "move: \(purpose)" }).bytes, as: UTF8.self)
    }

    @Test("is the same person's with formerly, once: slots, turns and sessions stay")
    func moved() async throws {
        let fixture = try await season()
        let said = try await fixture.apply(Self.formerly, dryRun: true)
        #expect(
            try await fixture.service.ask(ListMentors(program: "nova")).map(\.email) == [
                old, EmailAddress("zoe@example.org"),
            ])
        let changes = try await fixture.apply(Self.formerly)
        #expect(changes == said)
        #expect(changes.count == 1)
        #expect(changes[0].what.hasPrefix("Akira: address akira@example.org → akira@new.example.net; "))
        #expect(
            try await fixture.service.ask(ListMentors(program: "nova")).map(\.email) == [
                new, EmailAddress("zoe@example.org"),
            ])
        #expect(try await fixture.service.ask(ListSlots(program: "nova")).count == 2)
        #expect(try await fixture.apply(Self.formerly) == [])
        let session = try await fixture.session("nova-202701-w01-asia")
        _ = try await fixture.service.keepSeasonsRolling()
        #expect(try await fixture.session("nova-202701-w01-asia") == session)
        // The file applied again does not take back what its owner has undone.
        _ = try await fixture.service.ask(UndoMove(secret: secret("undo", fixture)))
        let kept = try await fixture.apply(Self.formerly)
        #expect(kept.map(\.kind) == [.hint])
        #expect(
            try await fixture.service.ask(ListMentors(program: "nova")).map(\.email) == [
                old, EmailAddress("zoe@example.org"),
            ])
    }

    @Test("is one person's: two mentors of a file cannot both have had it")
    func claimedTwice() async throws {
        let fixture = try await season()
        let file = Self.formerly.replacing(
            "email: zoe@example.org", with: "email: zoe@example.org, formerly: [akira@example.org]")
        #expect(file != Self.formerly)
        let complaint = await #expect(throws: (any Error).self) { try await fixture.apply(file, dryRun: true) }
        #expect(complaint.map { "\($0)" }?.contains("akira@example.org is another mentor's in this file") == true)
    }

    @Test("is hinted at without it, in words that go into the file")
    func hinted() async throws {
        let fixture = try await season()
        let refusal = await #expect(throws: Refusal.self) { try await fixture.apply(Self.after, dryRun: true) }
        let hint = "Akira at akira@new.example.net looks like akira@example.org: add formerly: [akira@example.org]"
        #expect(refusal?.description.contains(hint) == true)
        // Whoever leads is recognized though the zone is another, too.
        let moved = Self.after.replacing("Asia/Tokyo", with: "Asia/Seoul")
        let other = await #expect(throws: Refusal.self) { try await fixture.apply(moved, dryRun: true) }
        #expect(other?.description.contains(hint) == true)
        // However the name is written.
        let loud = Self.after.replacing("name: Akira", with: "name: AKIRA")
        let same = await #expect(throws: Refusal.self) { try await fixture.apply(loud, dryRun: true) }
        #expect(same?.description.contains("akira@example.org: add formerly: [akira@example.org]") == true)
        // Whoever leads nothing is only hinted at.
        let kim = triage(by: ["kim"])
        try await fixture.apply(kim)
        let changes = try await fixture.apply(kim.replacing("kim@example.org", with: "kim@new.example.net"))
        #expect(
            changes.filter { $0.kind == .hint }.map(\.what) == [
                "kim at kim@new.example.net looks like kim@example.org: add formerly: [kim@example.org]"
            ])
    }

    @Test("says of each address of before that leads nowhere what the program knows of it, and nothing of others")
    func idle() async throws {
        let fixture = try await season()
        let (mei, kay) = (try EmailAddress("mei@example.org"), try EmailAddress("kay@example.org"))
        _ = try await fixture.service.ask(AddMentor(program: "nova", name: "Mei", email: mei, zone: "Asia/Tokyo"))
        _ = try await fixture.service.addOrganizer(EmailAddress("olga@example.org"), to: "nova")
        _ = try await fixture.service.block(kay, in: "nova", by: .onThisMachine(as: nil))
        func hints(_ former: String) async throws -> [String] {
            let file = Self.formerly.replacing("[akira@example.org]", with: "[\(former)]")
            return try await fixture.apply(file, dryRun: true).filter {
                $0.kind == .hint && $0.what.hasPrefix("formerly ")
            }.map(\.what)
        }
        for (former, said) in [
            (mei.description, "Mei has it; if both are one person: meridian person move mei@example.org"),
            ("olga@example.org", "it only organizes nova"), (kay.description, "it is blocked in nova"),
        ] {
            let found = try await hints("akira@example.org, \(former)")
            #expect(
                found.count == 1 && found.first?.contains("\(former) of Akira is not followed: \(said)") == true,
                "\(found)")
        }
        #expect(try await hints("akira@example.org, nobody@example.org").isEmpty)
    }

    @Test("makes one of two whom the program alone entered, as long as the second has nothing of their own")
    func absorbed() async throws {
        let fixture = try await season()
        _ = try await fixture.service.ask(AddMentor(program: "nova", name: "Akira S", email: new, zone: "Asia/Tokyo"))
        _ = try await fixture.apply(Self.formerly)
        #expect(
            try await fixture.service.ask(ListMentors(program: "nova")).map(\.email) == [
                new, EmailAddress("zoe@example.org"),
            ])
        #expect(try await fixture.service.ask(ListSlots(program: "nova")).count == 2)
        #expect(try await fixture.session("nova-202701-w01-asia").mentor.name == "Akira")
        #expect(try await fixture.apply(Self.formerly) == [])
    }

    @Test("moves nobody whom another program knows, and nobody onto somebody, in words that say what to do")
    func refused() async throws {
        let fixture = try await season()
        try await fixture.apply(Self.before.replacing("program: nova", with: "program: swift"))
        let elsewhere = await #expect(throws: Refusal.self) { try await fixture.apply(Self.formerly) }
        #expect(elsewhere?.reason == .notAllowed)
        #expect(elsewhere?.description.contains("meridian person move akira@example.org akira@new.example.net") == true)
        let other = try await season()
        _ = try await other.service.ask(JoinProgram(program: "nova", name: "A. Sato", email: new, zone: "Asia/Tokyo"))
        let taken = await #expect(throws: Refusal.self) { try await other.apply(Self.formerly) }
        #expect(taken?.reason == .conflict)
        #expect(
            try await other.service.ask(ListMentors(program: "nova")).map(\.email) == [
                old, EmailAddress("zoe@example.org"),
            ])
        // One who was never here is nobody's earlier address.
        let fresh = try await Fixture.with(Self.formerly)
        #expect(
            try await fresh.service.ask(ListMentors(program: "nova")).map(\.email) == [
                new, EmailAddress("zoe@example.org"),
            ])
        for wrong in [
            Self.formerly.replacing("[akira@example.org]", with: "[akira@new.example.net]"),
            Self.formerly.replacing("[akira@example.org]", with: "[zoe@example.org]"),
            Self.formerly.replacing("[akira@example.org]", with: "[nobody]"),
        ] {
            #expect(throws: BadInput.self) { try read(wrong) }
        }
    }

    @Test(
        "tells an organizer nothing of an address that others know, or that is blocked, silent or kept: it is answered as a stranger's",
        arguments: ["known@example.net", "spam@example.net", "gone@example.net", "left@example.net"])
    func unseen(taken: String) async throws {
        let (fixture, olga) = (try await season(), try EmailAddress("olga@example.org"))
        try await fixture.apply(Self.organized)
        try await fixture.apply(small(weeks: 2, regions: "europe").replacing("program: nova", with: "program: swift"))
        let left = try EmailAddress("left@example.net")
        for email in [try EmailAddress("known@example.net"), left] {
            _ = try await fixture.service.ask(
                JoinProgram(program: "swift", name: "\(email.localPart)", email: email, zone: "Etc/UTC"))
        }
        _ = try await fixture.service.ask(MovePerson(old: left, new: EmailAddress("moved@example.net")))
        _ = try await fixture.service.block(
            EmailAddress("spam@example.net"), in: "swift", by: .onThisMachine(as: nil))
        let silent = SuppressedAddress(
            address: try EmailAddress("gone@example.net"), since: try instant("2026-12-01T00:00:00Z"),
            reason: "no such user")
        try await fixture.store.write { try $0.add(silent) }
        func apply(_ new: String, formerly: String = "akira@example.org", dryRun: Bool = false) async throws -> String {
            let token = try await fixture.service.ask(CreateToken(email: olga)).token
            let asker = fixture.client(try #require(try await fixture.service.principal(token: token)))
            let file = Self.organized.replacing(
                "email: akira@example.org", with: "email: \(new), formerly: [\(formerly)]")
            do {
                return try await asker.ask(ApplyProgram(text: file, dryRun: dryRun)).map(\.description)
                    .joined(separator: "\n").replacing(new, with: "NEW").replacing(formerly, with: "OLD")
            } catch let refusal as Refusal {
                return refusal.description.replacing(new, with: "NEW").replacing(formerly, with: "OLD")
            }
        }
        let stranger = try await apply("akira@new.example.net", dryRun: true)
        #expect(stranger.contains("Akira: address OLD → NEW; NEW is asked to prove itself"), "\(stranger)")
        #expect(try await apply(taken, dryRun: true) == stranger)
        let mails = try await fixture.mail().count
        #expect(try await apply(taken) == stranger)
        #expect(try await fixture.mail(after: mails).filter { $0.hasPrefix("move") }.count == 2)
        // Whoever has it has become no mentor, and applied again the file says nothing of it.
        #expect(
            try await fixture.service.ask(ListMentors(program: "nova")).map(\.email) == [
                old, EmailAddress("zoe@example.org"),
            ])
        for _ in 1...2 { #expect(try await apply(taken) == "") }
        // Nor does it where the address of before is none of the program's.
        let other = try await apply("akira@example.org", formerly: "nobody@example.net", dryRun: true)
        #expect(try await apply("akira@example.org", formerly: taken, dryRun: true) == other)
        _ = try await fixture.service.ask(UndoMove(secret: secret("undo", fixture)))
        #expect(try await apply(taken).contains("OLD: the move to NEW was undone, or nobody confirmed it"))
        #expect(try await apply("akira@new.example.net") == stranger)
    }

    @Test("tells nobody by what it says of before whether others know an address")
    func probed() async throws {
        let (fixture, olga) = (try await season(), try EmailAddress("olga@example.org"))
        try await fixture.apply(Self.organized)
        try await fixture.apply(small(weeks: 2, regions: "europe").replacing("program: nova", with: "program: swift"))
        _ = try await fixture.service.ask(
            JoinProgram(program: "swift", name: "Known", email: EmailAddress("known@example.net"), zone: "Etc/UTC"))
        // Whose entry still has the address that they left themself.
        _ = try await fixture.service.ask(MovePerson(old: old, new: EmailAddress("akira@third.example.net")), as: old)
        try await fixture.confirmMove()
        func apply(formerly: String) async throws -> [String] {
            let token = try await fixture.service.ask(CreateToken(email: olga)).token
            let asker = fixture.client(try #require(try await fixture.service.principal(token: token)))
            let file = Self.organized.replacing(
                "email: akira@example.org", with: "email: akira@example.org, formerly: [\(formerly)]")
            return try await asker.ask(ApplyProgram(text: file, dryRun: true)).map(\.description)
        }
        let stranger = try await apply(formerly: "nobody@example.net")
        #expect(stranger.count == 1 && stranger[0].hasPrefix("kept: Akira’s own address"))
        #expect(try await apply(formerly: "known@example.net") == stranger)
    }

    @Test("stays as somebody changed it themself, and is told, until --override takes the file's")
    func own() async throws {
        let third = try EmailAddress("akira@third.example.net")
        // The file as it was, and one that moves them elsewhere.
        for (file, says) in [(Self.before, old), (Self.formerly, new)] {
            let fixture = try await season()
            _ = try await fixture.service.ask(MovePerson(old: old, new: third), as: old)
            try await fixture.confirmMove()
            let kept = ["kept: Akira’s own address \(third); the file says \(says)"]
            for _ in 1...2 { #expect(try await fixture.apply(file, prune: true).map(\.description) == kept) }
            #expect(
                try await fixture.service.ask(ListMentors(program: "nova")).map(\.email) == [
                    third, EmailAddress("zoe@example.org"),
                ])
            let changes = try await fixture.apply(file, override: true)
            #expect(changes.map(\.kind) == [.changed])
            #expect(changes[0].what.hasPrefix("Akira: address \(third) → \(says)"))
            #expect(try await fixture.apply(file).isEmpty)
        }
    }

    @Test("is as its owner has it, who undid what a file says without the address of before")
    func undone() async throws {
        let fixture = try await season()
        try await fixture.apply(Self.formerly)
        _ = try await fixture.service.ask(UndoMove(secret: secret("undo", fixture)))
        #expect(
            try await fixture.apply(Self.after).map(\.description) == [
                "kept: Akira’s own address akira@example.org; the file says akira@new.example.net"
            ])
        // What the file itself changed it does not change back by leaving a word out.
        let other = try await season()
        try await other.apply(Self.formerly)
        await #expect(throws: Refusal.self) { try await other.apply(Self.before) }
    }
}
