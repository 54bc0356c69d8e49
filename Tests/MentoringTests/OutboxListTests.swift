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
        let listed = try await fixture.store.read {
            try $0.mails(of: nil, hidesStrangers: false, before: nil, most: 10)
        }
        #expect(listed.map(\.bytes.count) == [0, 0, 0])
        let kept = try await fixture.store.read { try $0.outbox([.pending, .sent]) }
        let empty = kept.filter { $0.bytes.isEmpty }
        #expect(empty.isEmpty)
    }

    @Test("for a program's organizers: its mails alone, page by page")
    func ofProgram() async throws {
        let fixture = try await Fixture.with(
            small().replacing("contact: contact@", with: "organizers: [grace@example.org]\ncontact: contact@"))
        try await fixture.apply(small(regions: "europe").replacing("program: nova", with: "program: two"))
        for (name, program) in [("ann", "nova"), ("bob", "two"), ("cid", "nova")] {
            let email = try EmailAddress("\(name)@example.org")
            _ = try await fixture.service.ask(
                JoinProgram(program: program, name: name, email: email, zone: "Asia/Tokyo"))
        }
        _ = try await fixture.service.ask(PlanSeason(program: "nova", publish: true))
        _ = try await fixture.service.ask(PlanSeason(program: "two", publish: true))
        let token = try await fixture.service.ask(CreateToken(email: EmailAddress("grace@example.org"))).token
        let grace = fixture.client(try #require(try await fixture.service.principal(token: token)))
        let all = try await fixture.service.ask(ListOutbox())
        let own = try await grace.ask(ListProgramOutbox(program: "nova"))
        #expect(!own.isEmpty && own == all.filter { $0.program == "nova" } && own.count < all.count)
        let last = try #require(own.last)
        let before = try await grace.ask(ListProgramOutbox(program: "nova", most: 1, before: last.id))
        #expect(before == own.dropLast().suffix(1))
        await #expect(throws: Refusal.self) { try await grace.ask(ListProgramOutbox(program: "two")) }
        await #expect(throws: Refusal.self) { try await grace.ask(ListProgramOutbox(program: "none")) }
        await #expect(throws: Refusal.self) { try await grace.ask(ListOutbox()) }
    }

    @Test("for organizers without the server's administrators, unless they have a part in the program")
    func administrators() async throws {
        let fixture = try await Fixture.with(small())
        let root = try EmailAddress("root@example.org"), rita = try EmailAddress("rita@example.org")
        for email in [root, rita] { _ = try await fixture.service.addOrganizer(email, to: nil) }
        _ = try await fixture.join("rita")
        for number in 1...3 { _ = try await fixture.write("ada@example.net", "Hello \(number)") }
        let grace = try EmailAddress("grace@example.org")
        _ = try await fixture.service.addOrganizer(grace, to: "nova")
        _ = try await fixture.write("ada@example.net", "Hello again")
        func asked(by email: EmailAddress, most: Int? = nil) async throws -> Set<EmailAddress> {
            let token = try await fixture.service.ask(CreateToken(email: email)).token
            let client = fixture.client(try #require(try await fixture.service.principal(token: token)))
            let request = ListProgramOutbox(program: "nova", most: most)
            return try await Set(client.ask(request).map(\.to))
        }
        #expect(try await asked(by: grace) == [grace, rita])
        #expect(try await asked(by: root) == [grace, rita, root])
        let seenHere = try await fixture.service.ask(ListProgramOutbox(program: "nova")).map(\.to)
        #expect(Set(seenHere) == [grace, rita, root])
        // What is left out takes no place on a page.
        try await fixture.store.write { transaction in
            for var mail in try transaction.outbox([.pending]) {
                mail.state = .sent
                try transaction.update(mail)
            }
        }
        #expect(try await asked(by: grace, most: 2) == [grace, rita])
        _ = try await fixture.service.addOrganizer(root, to: "nova")
        #expect(try await asked(by: grace) == [grace, rita, root])
    }
}
