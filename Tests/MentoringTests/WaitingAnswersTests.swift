import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing

@Suite("Written answers that wait") struct WaitingAnswersTests {
    private let organizer = Caller.onThisMachine(as: nil)

    /// The mails about answers that have been written since the last time, and before.
    private func mail(_ held: HeldSession) async throws -> [String] {
        try await held.service.doWhatIsDue()
        return try await held.fixture.mail().filter { $0.hasPrefix("answers") }
    }

    private func answer(_ held: HeldSession, as name: String) async throws {
        _ = try await held.service.ask(
            AnswerQuestions(session: HeldSession.code, text: "because"), as: EmailAddress("\(name)@example.org"))
    }

    @Test("are told of to the session's mentor, once and in one mail a day, by day on their own wall")
    func collected() async throws {
        let held = try await HeldSession()
        #expect(try await mail(held) == [])
        try await answer(held, as: "ann")
        let first = "answersWait 1 nova-202701-w01-asia → akira"
        #expect(try await mail(held) == [first])
        #expect(try await mail(held) == [first])
        for name in ["bob", "ann"] { try await answer(held, as: name) }
        #expect(try await mail(held) == [first])
        // 07:59 of the next day in Tokyo, and a minute later.
        try held.fixture.clock.set("2027-01-05T22:59:00Z")
        #expect(try await mail(held) == [first])
        try held.fixture.clock.set("2027-01-05T23:00:00Z")
        let both = [first, "answersWait 2 nova-202701-w01-asia → akira"]
        #expect(try await mail(held) == both)
        try held.fixture.clock.set("2027-01-07T10:00:00Z")
        // What was told of and is replaced waits no more than before.
        try await answer(held, as: "bob")
        #expect(try await mail(held) == both)
    }

    @Test("are not told of once they are signed off, or whoever wrote them was there after all")
    func settled() async throws {
        let held = try await HeldSession()
        for name in ["ann", "bob"] { try await answer(held, as: name) }
        _ = try await held.record(["bob"])
        #expect(try await held.service.session(HeldSession.code, for: Viewer(), by: organizer).answersWaiting == 1)
        for _ in 1...2 {
            _ = try await held.service.ask(SignOffAnswers(session: HeldSession.code, person: "ann"), by: organizer)
        }
        #expect(try await mail(held) == ["answersSignedOff nova-202701-w01-asia → ann"])
        #expect(try await held.service.session(HeldSession.code, for: Viewer(), by: organizer).answersWaiting == 0)
    }

    @Test("are counted for the session's mentor and organizers only; who led along is shown to everybody")
    func shown() async throws {
        let held = try await HeldSession()
        _ = try await held.record(["bob"])
        try await answer(held, as: "ann")
        _ = try await held.service.ask(RecordCoLeaders(session: HeldSession.code, people: ["bob"]), by: organizer)
        let ann = Caller(email: try EmailAddress("ann@example.org"), role: .trainee)
        for (caller, waiting) in [
            (organizer, 1), (try mentor("akira"), 1), (try mentor("zoe"), nil), (ann, nil), (.anonymous, nil),
        ] as [(Caller, Int?)] {
            let view = try await held.service.session(HeldSession.code, for: Viewer(email: caller.email), by: caller)
            #expect(view.answersWaiting == waiting)
            #expect(view.coLeaders?.map(\.name) == ["bob"])
        }
        let later = try await held.service.session("nova-202701-w02-asia", for: Viewer(), by: organizer)
        #expect((later.answersWaiting, later.coLeaders) == (nil, nil))
        let listed = try await held.service.sessions(of: "nova", upcoming: false, for: Viewer())
        #expect(listed.allSatisfy { $0.answersWaiting == nil && $0.coLeaders == nil })
    }
}
