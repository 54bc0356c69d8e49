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
            _ = try await fixture.service.createToken(for: EmailAddress("\(name)@example.org"))
        }
        let all = try await fixture.service.ask(ListOutbox())
        #expect(all.map(\.to.description) == ["ann@example.org", "bob@example.org", "cid@example.org"])
        let last = try await fixture.service.ask(ListOutbox(most: 2))
        #expect(last == Array(all.suffix(2)))
        #expect(try await fixture.service.ask(ListOutbox(most: 2, before: last.first?.id)) == Array(all.prefix(1)))
        #expect(try await fixture.service.ask(ListOutbox(before: all.first?.id)).isEmpty)
        // What is listed is not read: the bytes stay where they are.
        let listed = try await fixture.store.read { try $0.mails(before: nil, most: 10) }
        #expect(listed.map(\.bytes.count) == [0, 0, 0])
        let kept = try await fixture.store.read { try $0.outbox([.pending]) }
        let empty = kept.filter { $0.bytes.isEmpty }
        #expect(empty.isEmpty)
    }
}
