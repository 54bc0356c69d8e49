import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("What somebody sets of themself")
struct TermsTests {
    /// Four weeks, of which two are announced; Zoe leads Europe's and Joao America's.
    private static let program = small(announce: 2)

    /// The ways in which what a mentor has agreed to can change.
    enum Way: CaseIterable {
        case ownClock, organizersWord, everyProgram, file, region, limits, slotWithdrawn, another, addedAgain

        func change(_ fixture: Fixture) async throws {
            let zoe = try EmailAddress("zoe@example.org")
            let service = fixture.service
            switch self {
            case .ownClock: _ = try await service.ask(SetMentor(program: "nova", zone: "America/New_York"), as: zoe)
            case .organizersWord:
                _ = try await service.ask(SetMentor(program: "nova", email: zoe, zone: "America/New_York"))
            case .everyProgram: _ = try await service.ask(SetPerson(zone: "America/New_York"), as: zoe)
            case .file:
                try await fixture.apply(program.replacing("Europe/Berlin", with: "America/New_York"))
            case .region:
                _ = try await service.ask(
                    AddMentor(
                        program: "nova", name: "Zoe", email: zoe, zone: "Europe/Berlin", region: .americas))
            case .limits:
                _ = try await service.ask(SetMentor(program: "nova", maxPerMonth: 1, minGapWeeks: 9), as: zoe)
            case .slotWithdrawn:
                let slot = try #require(try await service.ask(ListSlots(program: "nova", mentor: zoe)).first)
                _ = try await service.ask(WithdrawSlot(slot: slot.id), as: zoe)
            case .addedAgain:
                _ = try await service.ask(AddMentor(program: "nova", name: "Zoe", email: zoe, zone: "America/New_York"))
            case .another: _ = try await service.ask(SetMentor(program: "nova", zone: "Pacific/Apia"), as: zoe)
            }
        }
    }

    @Test("takes nothing that was announced from a mentor; what is only planned follows", arguments: Way.allCases)
    func announced(way: Way) async throws {
        let fixture = try await Fixture.with(Self.program)
        _ = try await fixture.service.plan("nova", publish: true)
        let codes = ["nova-202701-w01-europe", "nova-202701-w02-europe"]
        var before: [SessionView] = []
        for code in codes { before.append(try await fixture.session(code)) }
        #expect(before.allSatisfy { $0.status == .announced && $0.mentor.name == "Zoe" })
        try await way.change(fixture)
        let mails = try await fixture.service.ask(ListOutbox()).count
        _ = try await fixture.service.keepSeasonsRolling()
        for session in before {
            let after = try await fixture.session(session.code)
            #expect(after == session)
        }
        #expect(try await fixture.mail(after: mails).filter { $0.contains("europe") } == [])
        let later = try await fixture.session("nova-202701-w03-europe")
        let wednesday = try local("2027-01-20T17:00")
        #expect(later.status == .cancelled || later.localStart == wednesday)
        // The same again changes nothing more.
        _ = try await fixture.service.keepSeasonsRolling()
        for session in before {
            let after = try await fixture.session(session.code)
            #expect(after == session)
        }
    }

    @Test("a file that moves somebody's clock moves the slots with it that were published otherwise, and says so, once")
    func movedByFile() async throws {
        let fixture = try await Fixture.with(Self.program)
        let zoe = try EmailAddress("zoe@example.org")
        _ = try await fixture.service.ask(PublishSlot(program: "nova", mentor: zoe, when: "Fri 09:00"))
        let moved = Self.program.replacing("Europe/Berlin", with: "America/New_York")
        let words = "changed slot of Zoe: Fri 09:00 (zone Europe/Berlin → America/New_York)"
        #expect(try await fixture.apply(moved, dryRun: true).map(\.description).contains(words))
        #expect(
            try await fixture.service.ask(ListSlots(program: "nova", mentor: zoe)).allSatisfy {
                $0.zone.name == "Europe/Berlin"
            })
        #expect(try await fixture.apply(moved).map(\.description).contains(words))
        let zones = try await fixture.service.ask(ListSlots(program: "nova", mentor: zoe)).map(\.zone.name)
        #expect(zones == ["America/New_York", "America/New_York"])
        #expect(try await !fixture.apply(moved).contains(where: \.isChange))
    }

    @Test(
        "adding a mentor again with another zone is what setting it is: slots and region follow",
        arguments: [Way.organizersWord, .ownClock, .addedAgain])
    func again(way: Way) async throws {
        let fixture = try await Fixture.with(Self.program)
        let zoe = try EmailAddress("zoe@example.org")
        try await way.change(fixture)
        let mentor = try #require(try await fixture.service.ask(ListMentors(program: "nova")).first { $0.email == zoe })
        #expect((mentor.zone.name, mentor.region, mentor.slots) == ("America/New_York", .americas, 1))
        let slots = try await fixture.service.ask(ListSlots(program: "nova", mentor: zoe))
        #expect(slots.map(\.zone.name) == ["America/New_York"])
        // Named again with the first zone by somebody else it goes back, unless they have spoken themself by then.
        _ = try await fixture.service.ask(
            AddMentor(program: "nova", name: "Zoe", email: zoe, zone: "Europe/Berlin", maxPerMonth: 3))
        let after = try #require(try await fixture.service.ask(ListMentors(program: "nova")).first { $0.email == zoe })
        let isSpoken = way == .ownClock
        #expect(after.zone.name == (isSpoken ? "America/New_York" : "Europe/Berlin"))
        #expect(after.region == (isSpoken ? .americas : .europe) && after.maxPerMonth == 3)
        let zones = try await fixture.service.ask(ListSlots(program: "nova", mentor: zoe)).map(\.zone.name)
        #expect(zones == [after.zone.name])
    }

    @Test(
        "whom their clock left in their region, since its own takes no part, goes with the next one; the same file moves nobody",
        arguments: [Way.ownClock, .organizersWord, .everyProgram, .addedAgain])
    func keptRegion(way: Way) async throws {
        let file = small(announce: 2, regions: "asia, europe")
        let fixture = try await Fixture.with(file)
        let zoe = try EmailAddress("zoe@example.org")
        func region() async throws -> Region? {
            try await fixture.service.ask(ListMentors(program: "nova")).first { $0.email == zoe }?.region
        }
        try await way.change(fixture)
        #expect(try await region() == .europe)
        #expect(try await !fixture.apply(file).contains(where: \.isChange))
        #expect(try await region() == .europe)
        let isSpoken = way == .ownClock || way == .everyProgram
        _ = try await fixture.service.ask(
            SetMentor(program: "nova", email: isSpoken ? nil : zoe, zone: "Asia/Tokyo"),
            by: .onThisMachine(as: isSpoken ? zoe : nil))
        #expect(try await region() == .asia)
        #expect(try await !fixture.apply(file).contains(where: \.isChange))
        #expect(try await region() == .asia)
    }

    @Test(
        "a region that somebody chose stays wherever the clock goes, until another is chosen; the clock's own follows it again",
        arguments: [true, false])
    func chosenRegion(isOfFile: Bool) async throws {
        let europe = "email: zoe@example.org, zone: Europe/Berlin"
        let file = isOfFile ? small().replacing(europe, with: "\(europe), region: asia") : small()
        let fixture = try await Fixture.with(file)
        let zoe = try EmailAddress("zoe@example.org")
        func choose(_ region: Region, zone: String) async throws {
            _ = try await fixture.service.ask(
                AddMentor(program: "nova", name: "Zoe", email: zoe, zone: zone, region: region))
        }
        func move(to zone: String) async throws -> (said: [String], region: Region?) {
            let view = try await fixture.service.ask(SetMentor(program: "nova", zone: zone), as: zoe)
            try await fixture.apply(file)
            let mentors = try await fixture.service.ask(ListMentors(program: "nova"))
            return (view.effects.map(\.what), mentors.first { $0.email == zoe }?.region)
        }
        if !isOfFile { try await choose(.asia, zone: "Europe/Berlin") }
        // Its own clock has that region for a while.
        #expect(try await move(to: "Asia/Tokyo").region == .asia)
        let away = try await move(to: "America/New_York")
        #expect(away.region == .asia)
        #expect(away.said.contains { $0.hasPrefix("goes on leading for Asia, the region that was chosen for them") })
        guard !isOfFile else { return }
        try await choose(.americas, zone: "America/New_York")
        #expect(try await move(to: "Europe/Berlin").region == .europe)
    }

    @Test(
        "the same file leaves every mentor where they are, whoever moved them; one that has their clock's region moves them"
    )
    func sameFile() async throws {
        let file = small(announce: 2, regions: "asia, europe")
        let zoe = try EmailAddress("zoe@example.org")
        for moved in [Region?.none, .asia] {
            let fixture = try await Fixture.with(file)
            try await Way.ownClock.change(fixture)
            if let moved {
                _ = try await fixture.service.ask(
                    AddMentor(program: "nova", name: "Zoe", email: zoe, zone: "America/New_York", region: moved))
            }
            for _ in 1...2 { #expect(try await !fixture.apply(file).contains(where: \.isChange)) }
            let before = try await fixture.service.ask(ListMentors(program: "nova")).first { $0.email == zoe }?.region
            #expect(before == moved ?? .europe)
            let more = file.replacing("regions: [asia, europe]", with: "regions: [asia, europe, americas]")
            try #require(more != file)
            let said = try await fixture.apply(more).map(\.description)
            #expect(said.contains { $0.hasPrefix("changed mentor Zoe: region") } == (moved == nil), "\(said)")
        }
    }

    @Test("is said first, field by field, and then done just so")
    func saidFirst() async throws {
        let fixture = try await Fixture.with(Self.program)
        _ = try await fixture.service.plan("nova", publish: true)
        let zoe = try EmailAddress("zoe@example.org")
        func set(_ dryRun: Bool) async throws -> TermsView {
            try await fixture.service.ask(
                SetMentor(program: "nova", zone: "America/New_York", maxPerMonth: 1, dryRun: dryRun), as: zoe)
        }
        let said = try await set(true)
        #expect(
            try await fixture.service.ask(ListMentors(program: "nova")).first { $0.email == zoe }?.region == .europe)
        let done = try await set(false)
        #expect(!said.done && done.done)
        #expect(said.changes == done.changes)
        #expect(said.effects == done.effects)
        #expect(
            done.changes.map { "\($0.what) \($0.before) → \($0.after)" } == [
                "zone Europe/Berlin → America/New_York", "region in nova europe → americas",
                "most sessions a month 5 → 1",
            ])
        let mentor = try #require(try await fixture.service.ask(ListMentors(program: "nova")).first { $0.email == zoe })
        #expect(mentor.region == .americas && mentor.maxPerMonth == 1)
        #expect(
            try await fixture.service.ask(ListSlots(program: "nova", mentor: zoe)).map(\.zone.name) == [
                "America/New_York"
            ])
        let stays = done.effects.filter { $0.what.contains("agreed") }.map(\.session)
        #expect(stays == ["nova-202701-w01-europe", "nova-202701-w02-europe"])
        #expect(try await set(false).changes == [])
    }

    @Test("is theirs: an organizer sets no name and no clock of who has spoken, and nobody sets another's")
    func rights() async throws {
        let fixture = try await Fixture.with(Self.program)
        let (zoe, akira) = (try EmailAddress("zoe@example.org"), try EmailAddress("akira@example.org"))
        _ = try await fixture.service.ask(SetMentor(program: "nova", name: "Zoe B"), as: zoe)
        let refusal = await #expect(throws: Refusal.self) {
            try await fixture.service.ask(SetMentor(program: "nova", email: zoe, name: "Zed"))
        }
        #expect(refusal?.reason == .notAllowed)
        // What is no matter of theirs alone an organizer does set.
        _ = try await fixture.service.ask(SetMentor(program: "nova", email: zoe, maxPerMonth: 3))
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(SetMentor(program: "nova", email: zoe, maxPerMonth: 1), as: akira)
        }
        await #expect(throws: BadInput.self) { try await fixture.service.ask(SetMentor(program: "nova"), as: zoe) }
        // Nobody takes the name of another who leads.
        await #expect(throws: Refusal.self) { try await fixture.service.ask(SetPerson(name: "Akira"), as: zoe) }
        let ann = try await fixture.join("ann")
        await #expect(throws: Refusal.self) { try await fixture.service.ask(SetPerson(name: "Zoe B"), as: ann) }
        let set = try await fixture.service.ask(SetPerson(name: "Ann Lee", zone: "Asia/Tokyo"), as: ann)
        #expect(set.changes.map(\.after) == ["Ann Lee", "Asia/Tokyo"])
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.name) == ["Ann Lee"])
    }

    @Test("and who leaves a program gives seats to those who wait, keeps their history, and is said first")
    func leaving() async throws {
        let fixture = try await Fixture.with(small(weeks: 2, capacity: 1, regions: "asia, europe"))
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["ann", "bob"] {
            _ = try await fixture.join(name)
            _ = try await fixture.enroll(name, in: "nova-202701-w01-asia")
        }
        let ann = try EmailAddress("ann@example.org")
        _ = try await fixture.service.ask(EnrollForSeason(program: "nova", region: .europe), as: ann)
        let before = try await fixture.service.ask(ListOutbox()).count
        let said = try await fixture.service.ask(LeaveProgram(program: "nova", dryRun: true), as: ann)
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).count == 2)
        let done = try await fixture.service.ask(LeaveProgram(program: "nova"), as: ann)
        #expect(done.effects == said.effects && done.done && !said.done)
        #expect(done.effects.contains { $0.person == "bob" && $0.what == "moves up to a seat" })
        #expect(done.effects.contains { $0.what == "is enrolled in Europe for the season 202701 no more" })
        #expect(try await fixture.mail(after: before).contains("promoted nova-202701-w01-asia → bob"))
        #expect(try await fixture.service.ask(ListTrainees(program: "nova")).map(\.name) == ["bob"])
        let nothing = await #expect(throws: Refusal.self) {
            try await fixture.service.ask(LeaveProgram(program: "nova"), as: ann)
        }
        // No command is named that would not work when copied.
        #expect(nothing?.description.hasSuffix("so there is nothing to leave") == true)
        let zoe = try EmailAddress("zoe@example.org")
        await #expect(throws: Refusal.self) { try await fixture.service.ask(LeaveProgram(program: "nova"), as: zoe) }
    }

    @Test("and whoever was taken out is named nowhere as who leads what is to come")
    func unnamed() async throws {
        for isPruned in [false, true] {
            let fixture = try await Fixture.with(small(weeks: 2, regions: "asia, europe"))
            _ = try await fixture.service.plan("nova", publish: true)
            try fixture.clock.set("2027-01-05T10:00:00Z")
            let akira = try EmailAddress("akira@example.org")
            let feed = try await fixture.service.ask(ShowPersonalFeed(), as: akira, at: fixture.addresses).url
            if isPruned {
                try await fixture.apply(
                    small(weeks: 2, regions: "asia, europe").replacing("name: Akira", with: "name: Mei")
                        .replacing("akira@", with: "mei@"), prune: true)
            } else {
                _ = try await fixture.service.ask(RemoveMentor(program: "nova", email: akira))
            }
            // What has begun was theirs.
            #expect(try await fixture.session("nova-202701-w01-asia").mentor.name == "Akira")
            #expect(try await fixture.session("nova-202701-w02-asia").mentor.name == "somebody to be named")
            let plan = try await fixture.service.plan("nova", publish: false)
            #expect(plan.changes.allSatisfy { !($0.from ?? "").contains("Akira") && !($0.to ?? "").contains("Akira") })
            let secret = try #require(feed.split(separator: "/").last?.split(separator: ".").first)
            let own = try await fixture.service.personalFeed(at: String(secret))
            #expect(own.entries.map(\.session.code.description) == ["nova-202701-w01-asia"])
            // Whoever comes back is named again.
            _ = try await fixture.service.ask(
                AddMentor(program: "nova", name: "Akira", email: akira, zone: "Asia/Tokyo"))
            #expect(try await fixture.session("nova-202701-w02-asia").mentor.name == "Akira")
        }
    }
}
