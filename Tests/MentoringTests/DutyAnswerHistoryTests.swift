import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing

/// What calendars answer to one week, many times and in a model that says of each answer what must become of it; `HistoryTests` has the weeks
/// of duties among everything else.
@Suite("Any history of answers to a week of a duty")
struct DutyAnswerHistoryTests {
    /// What a volunteer's calendar has of the week.
    private struct Entry {
        let address: EmailAddress
        let sequence: Int
    }

    /// What somebody who keeps to the rules knows of the week.
    private struct Model {
        var owner: String
        var isOffered = false
        /// How often their calendars had it offered; all happens within a day.
        var offers: [String: Int] = [:]
        /// Whose calendar has declined it ever.
        var declined: Set<String> = []
        var entries: [String: Entry] = [:]
    }

    private static let names = ["ana", "bo", "chi"]

    @Test("gives it to nobody but who takes it, and says of each mail what became of it", arguments: UInt64(1)...12)
    func history(seed: UInt64) async throws {
        let fixture = try await Fixture.with(triage(weeks: 4, by: Self.names))
        _ = try await fixture.service.plan("nova", publish: true)
        let turns = try await fixture.store.read { try $0.dutyTurns(of: "nova") }
        let first = try #require(turns.first { $0.status == .announced })
        let code = first.code
        var model = Model(owner: first.person.name)
        model.entries[model.owner] = try await entry(of: model.owner, code, fixture)
        var last: (answer: CalendarAnswer, from: String)?
        var dice = seed
        func roll(_ sides: UInt64) -> Int {
            dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((dice >> 33) % sides)
        }
        for step in 1...40 {
            try fixture.clock.set(fixture.clock.now().adding(seconds: 60).rfc3339)
            let mails = try await fixture.mail().count
            let invited = model.entries.keys.sorted()
            let name = invited[roll(UInt64(invited.count))]
            let place = "seed \(seed), step \(step), \(name)"
            let entry = try #require(model.entries[name])
            var answer = CalendarAnswer(
                method: .reply, uid: first.uid, organizer: entry.address, attendee: try email(name),
                sequence: entry.sequence, stamp: fixture.clock.now(),
                participation: [.accepted, .declined, .declined, .tentative][roll(4)])
            switch roll(6) {
            case 0...2:
                last = (answer, name)
                let received = try await send(answer, from: name, fixture)
                let news = try await fixture.mail(after: mails)
                switch (name == model.owner, answer.participation) {
                case (true, .declined) where !model.isOffered && model.offers[name, default: 0] == 2:
                    #expect(received.outcome == (news.isEmpty ? .known : .refused), "\(place): \(received)")
                    #expect(news.count <= 1, "\(place): \(news)")
                    model.declined.insert(name)
                case (true, .declined):
                    if !model.isOffered { model.offers[name, default: 0] += 1 }
                    #expect(received.outcome == (model.isOffered ? .known : .offered), "\(place)")
                    #expect(news.count == (model.isOffered ? 0 : 3), "\(place): \(news)")
                    model.isOffered = true
                    model.declined.insert(name)
                case (true, _):
                    let takesBack =
                        answer.participation == .accepted && model.isOffered && model.declined.contains(name)
                    #expect(received.outcome == .recorded, "\(place): \(received)")
                    #expect(news.count == (takesBack ? 2 : 0), "\(place): \(news)")
                    if takesBack { model.isOffered = false }
                case (false, .declined): #expect(received.outcome == .known && news.isEmpty, "\(place): \(received)")
                case (false, _):
                    #expect(received.outcome == (news.isEmpty ? .known : .refused), "\(place): \(received)")
                    #expect(news.count <= 1, "\(place): \(news)")
                }
            case 3:
                let other = Self.names[(1 + (Self.names.firstIndex(of: name) ?? 0)) % 3]
                if roll(2) == 0 { answer.attendee = try email(other) }
                let received = try await send(answer, from: other, fixture)
                let news = try await fixture.mail(after: mails)
                #expect(received.outcome == .setAside, "\(place): \(received)")
                #expect(news.count <= 1 && news.allSatisfy { $0.hasSuffix("→ \(model.owner)") }, "\(place): \(news)")
            case 4:
                guard let last else { continue }
                let received = try await send(last.answer, from: last.from, fixture)
                #expect(received.outcome == .known, "\(place): \(received)")
                #expect(try await fixture.mail().count == mails, "\(place)")
            default:
                guard model.isOffered, name != model.owner || invited.count < 3 else { continue }
                let taker = try #require(Self.names.first { $0 != model.owner && ($0 == name || name == model.owner) })
                _ = try await fixture.service.ask(AcceptDutyTurn(turn: "\(code)"), as: email(taker))
                (model.owner, model.isOffered) = (taker, false)
                model.entries[taker] = try await self.entry(of: taker, code, fixture)
            }
            let stored = try #require(try await fixture.store.read { try $0.dutyTurn(code) })
            #expect((stored.person.name, stored.offer != nil) == (model.owner, model.isOffered), "\(place)")
        }
    }

    private func email(_ name: String) throws -> EmailAddress { try EmailAddress("\(name)@example.org") }

    /// What the last invitation to somebody put into their calendar.
    private func entry(of name: String, _ code: DutyCode, _ fixture: Fixture) async throws -> Entry {
        let email = try email(name)
        let mails = try await fixture.store.read { try $0.outbox([.pending]) }
        let mail = try #require(mails.last { $0.subject == "entrusted \(code)" && $0.recipient == email })
        let turn = try #require(try await fixture.store.read { try $0.dutyTurn(code) })
        return Entry(address: try #require(mail.sender), sequence: turn.sequence)
    }

    private func send(_ answer: CalendarAnswer, from name: String, _ fixture: Fixture) async throws -> ReceivedMail {
        try await fixture.receive(IncomingMail(sender: email(name), content: .answer(answer)))
    }
}
