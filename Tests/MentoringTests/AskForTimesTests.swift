import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog
import Wording

@Suite("Before anything is planned")
struct AskForTimesTests {
    /// The usual program with a mentor more, who has published nothing.
    private func withMei() async throws -> Fixture {
        let fixture = try await Fixture.with(small())
        _ = try await fixture.service.ask(
            AddMentor(program: "nova", name: "Mei", email: EmailAddress("mei@example.org"), zone: "Asia/Tokyo"))
        return fixture
    }

    @Test("it is said who has published a time, which weeks of which regions that covers, and whether it is enough")
    func readiness() async throws {
        let fixture = try await withMei()
        let ready = try await fixture.service.ask(ShowReadiness(program: "nova"))
        #expect(ready.published == ["Akira", "Joao", "Zoe"] && ready.missing == ["Mei"])
        #expect(ready.regions.map(\.mentors) == [2, 1, 1] && ready.regions.map(\.covered.count) == [4, 4, 4])
        #expect(ready.isComplete && ready.isAny && !ready.isPlanned)
        let slot = try #require(try await fixture.service.ask(ListSlots(program: "nova")).first { $0.mentor == "Zoe" })
        _ = try await fixture.service.ask(WithdrawSlot(slot: slot.id))
        let less = try await fixture.service.ask(ShowReadiness(program: "nova"))
        #expect(less.regions.map(\.open) == [[], [1, 2, 3, 4], []] && !less.isComplete && less.isAny)
        _ = try await fixture.service.ask(PlanSeason(program: "nova", publish: true))
        #expect(try await fixture.service.ask(ShowReadiness(program: "nova")).isPlanned)
    }

    @Test("what has begun, or is over, counts for nothing in it: weeks to come alone are covered, open or left")
    func toCome() async throws {
        let fixture = try await Fixture.with(small())
        _ = try await fixture.service.ask(PlanSeason(program: "nova", publish: true))
        func turns(at moment: String) async throws -> [Int] {
            try fixture.clock.set(moment)
            try await fixture.service.keepSeasonsRolling()
            let ready = try await fixture.service.ask(ShowReadiness(program: "nova"))
            #expect(ready.regions.allSatisfy { ($0.covered + $0.open).count == $0.turns && $0.unled.count <= $0.turns })
            return ready.regions.map(\.turns)
        }
        #expect(try await turns(at: "2026-12-30T09:00:00Z") == [4, 4, 4])
        // Akira's third has begun; the others' of that week are to come.
        #expect(try await turns(at: "2027-01-19T08:30:00Z") == [1, 2, 2])
        #expect(try await turns(at: "2027-01-25T13:00:00Z") == [1, 1, 1])
    }

    @Test("times are not enough where nobody may lead so often: what a plan leaves without a mentor is said, and is so")
    func gapsAndMonths() async throws {
        // One mentor a region with a time each week, who leads every other week, and Zoe twice a month at most.
        let file = small(weeks: 8, regions: "asia, europe").replacing(
            "zone: Asia/Tokyo, min-gap-weeks: 1", with: "zone: Asia/Tokyo, min-gap-weeks: 2"
        ).replacing(
            "zone: Europe/Berlin, min-gap-weeks: 1, max-per-month: 5",
            with: "zone: Europe/Berlin, min-gap-weeks: 1, max-per-month: 2")
        let fixture = try await Fixture.with(file)
        let ready = try await fixture.service.ask(ShowReadiness(program: "nova"))
        #expect(ready.regions.map(\.open) == [[], []] && ready.regions.map(\.unled.count) == [4, 4])
        #expect(ready.isAny && !ready.isComplete && ready.isLeast)
        let clock = try fixture.service.zones.rules(for: .utc)
        let words = Layout.$current.withValue(Layout()) { ready.words(on: clock) }
        #expect(words.contains("8 of 16 turns would have a mentor"), "\(words)")
        #expect(words.contains("would lead again too soon") && !words.contains("enough to plan"), "\(words)")
        let plan = try await fixture.service.ask(PlanSeason(program: "nova", publish: false))
        #expect(plan.uncovered.count == 8)
    }

    @Test("each mentor without a time is asked by mail, at most once a week, and not after they have published one")
    func asked() async throws {
        let fixture = try await withMei()
        let before = try await fixture.service.ask(ListOutbox()).count
        func invite() async throws -> MentorInvitations {
            try await fixture.service.ask(InviteMentors(program: "nova"))
        }
        let first = try await invite()
        #expect(first.told == ["Mei"] && first.alreadyTold.isEmpty && first.published == 3)
        let mails = try await fixture.service.ask(ListOutbox()).dropFirst(before).map { "\($0.to)" }
        #expect(mails == ["mei@example.org"])
        let again = try await invite()
        #expect(again.told.isEmpty && again.alreadyTold == ["Mei"])
        try fixture.clock.set("2026-12-21T09:00:00Z")
        #expect(try await invite().told == ["Mei"])
        #expect(try await fixture.service.awaitsTimes(of: EmailAddress("mei@example.org"), in: "nova"))
        _ = try await fixture.service.ask(
            PublishSlot(program: "nova", mentor: EmailAddress("mei@example.org"), when: "Fri 17:00"))
        #expect(try await !fixture.service.awaitsTimes(of: EmailAddress("mei@example.org"), in: "nova"))
        try fixture.clock.set("2026-12-30T09:00:00Z")
        let last = try await invite()
        #expect(last.told.isEmpty && last.alreadyTold.isEmpty && last.published == 4)
        #expect(try await fixture.service.ask(ListOutbox()).count == before + 2)
    }

    @Test("it is said beforehand who would be asked, who was this week already, and why nobody can be")
    func askedBeforehand() async throws {
        let fixture = try await withMei()
        func beforehand(as person: EmailAddress? = nil) async throws -> ReadinessView {
            try await fixture.service.ask(ShowReadiness(program: "nova"), by: .onThisMachine(as: person))
        }
        let mails = try await fixture.service.ask(ListOutbox()).count
        let first = try await beforehand()
        #expect(first.invitations == MentorInvitations(told: ["Mei"], alreadyTold: [], published: 3))
        #expect(try await fixture.service.ask(ListOutbox()).count == mails)
        let asked = try await fixture.service.ask(InviteMentors(program: "nova"))
        #expect(asked == first.invitations)
        #expect(try await beforehand().invitations?.told == [])
        #expect(try await beforehand().invitations?.alreadyTold == ["Mei"])
        try fixture.clock.set("2026-12-21T09:00:00Z")
        #expect(try await beforehand().invitations?.told == ["Mei"])
        let mei = try EmailAddress("mei@example.org")
        #expect(try await beforehand(as: mei).invitations?.told == [])
        _ = try await fixture.service.ask(PauseProgram(program: "nova"))
        let paused = try await beforehand()
        #expect(paused.invitations == nil)
        #expect(paused.invitationsRefused?.contains("nova pauses, and asking for times is closed meanwhile") == true)
    }

    @Test("a program without mentors is too early to plan, and asks nobody")
    func empty() async throws {
        let fixture = try await Fixture.with(small(regions: "asia"))
        for mentor in try await fixture.service.ask(ListMentors(program: "nova")) {
            _ = try await fixture.service.ask(RemoveMentor(program: "nova", email: mentor.email))
        }
        let ready = try await fixture.service.ask(ShowReadiness(program: "nova"))
        #expect(ready.published.isEmpty && ready.missing.isEmpty && !ready.isAny && !ready.isComplete)
        let nobody = try await fixture.service.ask(InviteMentors(program: "nova"))
        #expect(nobody.told.isEmpty && nobody.published == 0)
    }

    @Test("a season that is over has nothing to plan, and nobody is asked for times, nor led to where they enter them")
    func over() async throws {
        let fixture = try await withMei()
        let before = try await fixture.service.ask(ListOutbox()).count
        try fixture.clock.set("2027-12-30T09:00:00Z")
        let ready = try await fixture.service.ask(ShowReadiness(program: "nova"))
        #expect(!ready.isAnyLeft && !ready.isAny && !ready.isComplete)
        await #expect(throws: Refusal.self) {
            _ = try await fixture.service.ask(InviteMentors(program: "nova"))
        }
        #expect(try await fixture.service.ask(ListOutbox()).count == before)
        #expect(try await !fixture.service.awaitsTimes(of: EmailAddress("mei@example.org"), in: "nova"))
    }

    @Test(
        "while a program pauses nobody is said to be asked, since no mail leaves; one that is archived awaits no times")
    func resting() async throws {
        let fixture = try await withMei()
        _ = try await fixture.service.ask(PauseProgram(program: "nova"))
        await #expect(throws: Refusal.self) {
            _ = try await fixture.service.ask(InviteMentors(program: "nova"))
        }
        _ = try await fixture.service.ask(ResumeProgram(program: "nova"))
        // What was refused does not count as asked.
        #expect(try await fixture.service.ask(InviteMentors(program: "nova")).told == ["Mei"])
        _ = try await fixture.service.ask(ArchiveProgram(program: "nova"))
        #expect(try await !fixture.service.awaitsTimes(of: EmailAddress("mei@example.org"), in: "nova"))
    }
}
