import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import TestSupport
import Testing

@Suite("The outbox is listed")
struct OutboxListTests {
    @Test("page by page, the newest last, and each mail once")
    func pages() async throws {
        let fixture = try await Fixture.with(small())
        for name in ["ann", "bob", "cid"] {
            _ = try await fixture.join(name)
            _ = try await fixture.service.ask(CreateToken(email: EmailAddress("\(name)@example.org")))
        }
        let all = try await fixture.service.ask(ListOutbox())
        #expect(all.map(\.to.description) == ["ann@example.org", "bob@example.org", "cid@example.org"])
        // What waits is never left out; what has left is.
        #expect(try await fixture.service.ask(ListOutbox(most: 2)) == all)
        #expect(try await fixture.service.ask(ListOutbox(most: 1, before: all.last?.id)) == [all[1]])
        try await fixture.store.write { transaction in
            for var mail in try transaction.outbox([.pending]).prefix(2) {
                mail.state = .sent
                try transaction.update(mail)
            }
        }
        #expect(try await fixture.service.ask(ListOutbox(most: 1)).map(\.id) == [all[2].id])
        #expect(try await fixture.service.ask(ListOutbox(most: 2)).map(\.state) == [.sent, .pending])
        #expect(try await fixture.service.ask(ListOutbox(before: all.first?.id)).isEmpty)
        // What is listed is not read: the bytes stay where they are.
        let listed = try await fixture.store.read { try $0.mails(before: nil, most: 10) }
        #expect(listed.map(\.bytes.count) == [0, 0, 0])
        let kept = try await fixture.store.read { try $0.outbox([.pending, .sent]) }
        let empty = kept.filter { $0.bytes.isEmpty }
        #expect(empty.isEmpty)
    }
}
