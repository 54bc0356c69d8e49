import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import Synchronization
import TestSupport
import Testing
import TimeZoneCatalog

@Suite("The outbox")
struct OutboxTests {
    /// Two mails: to the mentor that he leads, to ann that she has a seat.
    private func twoMails() async throws -> Fixture {
        let fixture = try await Fixture.with(small(weeks: 1, regions: "asia"))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.join("ann")
        _ = try await fixture.enroll("ann", in: "nova-202701-w01-asia")
        return fixture
    }

    @Test("hands each mail over once, from the address to which its answers come")
    func sends() async throws {
        let fixture = try await twoMails()
        let post = Post()
        let report = try #require(try await fixture.service.sendOutbox(through: post))
        #expect((report.sent, report.waiting, report.refused) == (2, 0, 0))
        #expect(try await fixture.service.sendOutbox(through: post)?.sent == 0)
        let letters = post.taken.withLock { $0 }
        #expect(letters.map(\.recipient) == ["akira@example.org", "ann@example.org"])
        #expect(letters.allSatisfy { $0.sender.hasPrefix("contact-") && $0.sender.hasSuffix("@example.org") })
        #expect(Set(letters.map(\.sender)).count == 2)
    }

    @Test("tries again later and later, with the same bytes, and at last gives up without stopping other mail")
    func backoff() async throws {
        let fixture = try await twoMails()
        let post = Post { $0 == "ann@example.org" ? .tryAgain("451 4.3.0 later") : .sent }
        var waits: [Int64] = []
        var tried = fixture.clock.now()
        for _ in 0..<40 {
            _ = try await fixture.service.sendOutbox(through: post)
            // Not before its time.
            let attempts = post.taken.withLock { $0.count }
            _ = try await fixture.service.sendOutbox(through: post)
            #expect(post.taken.withLock { $0.count } == attempts)
            let mail = try #require(
                try await fixture.service.ask(ListOutbox()).first { $0.to.description == "ann@example.org" })
            guard mail.state == .pending else { break }
            let due = try #require(mail.due)
            waits.append(due.seconds(since: tried))
            tried = due
            try fixture.clock.set(due.rfc3339)
        }
        #expect(waits.prefix(8) == [300, 600, 1200, 2400, 4800, 9600, 14_400, 14_400])
        #expect(waits.reduce(0, +) <= 5 * 86_400 && waits.reduce(0, +) > 4 * 86_400)
        let toAnn = post.taken.withLock { $0 }.filter { $0.recipient == "ann@example.org" }
        #expect(Set(toAnn.map(\.bytes)).count == 1)
        #expect(try await fixture.service.ask(ListSuppressed()).isEmpty)
        #expect(try await fixture.service.ask(ListOutbox()).map(\.state) == [.sent, .refused])
    }

    @Test("gives up by attempts, whatever year the clock says, and the report counts it")
    func jumpingClock() async throws {
        let fixture = try await twoMails()
        let post = Post { $0 == "ann@example.org" ? .tryAgain("451 4.3.0 later") : .sent }
        func toAnn() async throws -> OutboxView {
            try #require(try await fixture.service.ask(ListOutbox()).first { $0.to.description == "ann@example.org" })
        }
        // The clock is five years ahead, and is put back: the next attempt does not wait until then.
        let before = fixture.clock.now()
        try fixture.clock.set("2031-12-14T09:00:00Z")
        #expect(try await fixture.service.sendOutbox(through: post)?.waiting == 1)
        #expect(try await toAnn().state == .pending)
        try fixture.clock.set(before.rfc3339)
        var report = try #require(try await fixture.service.sendOutbox(through: post))
        #expect(try await toAnn().attempts == 2)
        while try await toAnn().state == .pending {
            #expect(report.refused == 0)
            try fixture.clock.set(#require(try await toAnn().due).rfc3339)
            report = try #require(try await fixture.service.sendOutbox(through: post))
        }
        #expect(report.refused == 1 && report.waiting == 0)
        #expect(try await toAnn().attempts == 35)
    }

    @Test("keeps the later mails to a person behind an earlier one, and no others")
    func order() async throws {
        let fixture = try await twoMails()
        let post = Post { $0 == "ann@example.org" ? .tryAgain("later") : .sent }
        _ = try await fixture.service.sendOutbox(through: post)
        _ = try await fixture.service.ask(MoveSession(session: "nova-202701-w01-asia", to: local("2027-01-06T18:00")))
        let report = try #require(try await fixture.service.sendOutbox(through: post))
        #expect((report.sent, report.waiting) == (1, 2))
        #expect(post.taken.withLock { $0 }.filter { $0.recipient == "ann@example.org" }.count == 1)
    }

    @Test("sends nothing more to an address that is refused, until it is allowed again")
    func suppression() async throws {
        let fixture = try await twoMails()
        let post = Post { $0 == "ann@example.org" ? .refused("550 5.1.1 no such user") : .sent }
        #expect(try await fixture.service.sendOutbox(through: post)?.refused == 1)
        let ann = try EmailAddress("ann@example.org")
        #expect(
            try await fixture.service.ask(ListSuppressed())
                == [SuppressedAddress(address: ann, since: fixture.clock.now(), reason: "550 5.1.1 no such user")])
        _ = try await fixture.service.ask(MoveSession(session: "nova-202701-w01-asia", to: local("2027-01-06T18:00")))
        #expect(try await fixture.service.sendOutbox(through: post)?.refused == 1)
        #expect(post.taken.withLock { $0 }.filter { $0.recipient == "ann@example.org" }.count == 1)
        #expect(try await fixture.service.ask(AllowMail(address: ann)).waiting == 2)
        await #expect(throws: Refusal.self) { try await fixture.service.ask(AllowMail(address: ann)) }
        _ = try await fixture.service.ask(MoveSession(session: "nova-202701-w01-asia", to: local("2027-01-06T19:00")))
        #expect(try await fixture.service.sendOutbox(through: Post())?.sent == 4, "what she missed, and the news")
    }

    @Test(
        "holds up nothing behind what a stranger wrote, and silences nobody for it",
        arguments: [DeliveryOutcome.tryAgain("451 4.7.1 later"), .refused("554 5.7.1 spam")])
    func forwarded(outcome: DeliveryOutcome) async throws {
        let fixture = try await Fixture.with(
            small(weeks: 1, regions: "asia").replacing(
                "title: Nova", with: "title: Nova\norganizers: [akira@example.org]"))
        for number in 1...2 { _ = try await fixture.write("eve@example.net", "Spam \(number)") }
        _ = try await fixture.service.plan("nova", publish: true)
        let post = Post(forwarded: outcome)
        let report = try #require(try await fixture.service.sendOutbox(through: post))
        #expect(report.sent == 1, "that he leads")
        #expect(post.taken.withLock { $0.count } == 3)
        #expect(try await fixture.service.ask(ListSuppressed()).isEmpty)
        if case .refused = outcome { #expect((report.refused, report.waiting) == (2, 0)) }
    }

    @Test("is sent by one at a time")
    func alone() async throws {
        let fixture = try await twoMails()
        let post = Post { _ in .sent }
        let outer = Reentrant(service: fixture.service, post: post)
        #expect(try await fixture.service.sendOutbox(through: outer)?.sent == 2)
        #expect(outer.seen.withLock { $0 } == [true, true], "a second sender finds nothing to do")
        #expect(post.taken.withLock { $0 }.isEmpty)
    }
}

/// Takes mail, or does not.
final class Post: MailDelivery {
    struct Taken: Hashable {
        let sender: String
        let recipient: String
        let bytes: [UInt8]
    }

    let taken = Mutex<[Taken]>([])
    private let answer: @Sendable (OutboxMessage) -> DeliveryOutcome

    init(_ answer: @escaping @Sendable (String) -> DeliveryOutcome = { _ in .sent }) {
        self.answer = { answer($0.recipient.description) }
    }

    /// Takes all but what is passed on of others.
    init(forwarded outcome: DeliveryOutcome) { answer = { $0.isForwarded ? outcome : .sent } }

    func deliver(_ message: OutboxMessage, from sender: EmailAddress) async throws -> DeliveryOutcome {
        taken.withLock {
            $0.append(
                Taken(sender: sender.description, recipient: message.recipient.description, bytes: message.bytes))
        }
        return answer(message)
    }
}

/// Has another sender try while it is handed a mail.
private final class Reentrant: MailDelivery {
    let service: TrainingService
    let post: Post
    /// Whether the other found somebody sending, each time.
    let seen = Mutex<[Bool]>([])

    init(service: TrainingService, post: Post) {
        self.service = service
        self.post = post
    }

    func deliver(_ message: OutboxMessage, from sender: EmailAddress) async throws -> DeliveryOutcome {
        let other = try await service.sendOutbox(through: post)
        seen.withLock { $0.append(other == nil) }
        return .sent
    }
}
