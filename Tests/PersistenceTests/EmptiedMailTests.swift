import Foundation
import GRDB
import Mentoring
import MentoringService
import Testing

@testable import Persistence

@Suite("a mail's bytes") struct EmptiedMailTests {
    let folder: TemporaryFolder
    let store: SQLiteStore
    let secret = "k3wq7-the-secret-of-a-sign-up"

    init() throws {
        folder = try TemporaryFolder()
        store = try SQLiteStore(path: folder.file("meridian.db"))
    }

    private func mail(holdsSecret: Bool) async throws -> OutboxMessage {
        try await store.write { [secret] in
            try $0.add(
                OutboxMessage(
                    recipient: try EmailAddress("ada@example.org"), subject: "s", bytes: Array(secret.utf8),
                    created: now,
                    holdsSecret: holdsSecret))
        }
    }

    @Test(
        "that hold links are nowhere in the file once it has left, and are kept where it was refused, to be sent again")
    func linkedMail() async throws {
        let secret = secret
        for state in [OutboxMessage.State.refused, .sent] {
            var mail = try await store.write {
                try $0.add(
                    OutboxMessage(
                        recipient: try EmailAddress("ada@example.org"), subject: "s", bytes: Array(secret.utf8),
                        created: now, holdsLinks: true))
            }
            #expect(try await store.read { try $0.outbox([.pending]).last?.holdsLinks } == true)
            mail.state = state
            try await store.write { [mail] in try $0.update(mail) }
            #expect(try await bytes(of: mail) == (state == .refused ? Array(secret.utf8) : []))
            guard state == .refused else { continue }
            mail.state = .pending
            try await store.write { [mail] in try $0.update(mail) }
            mail.state = .sent
            try await store.write { [mail] in try $0.update(mail) }
        }
        let file = try #require(FileManager.default.contents(atPath: folder.file("meridian.db")))
        #expect(file.range(of: Data(secret.utf8)) == nil)
    }

    private func bytes(of mail: OutboxMessage) async throws -> [UInt8]? {
        try await store.read { try $0.outbox([.pending, .sent, .refused]).first { $0.id == mail.id }?.bytes }
    }

    @Test(
        "that hold a secret are kept as they are until it has left, and are nowhere in the file once it has",
        arguments: [OutboxMessage.State.sent, .refused])
    func secretMail(state: OutboxMessage.State) async throws {
        var mail = try await mail(holdsSecret: true)
        mail.attempts = 1
        try await store.write { [mail] in try $0.update(mail) }
        #expect(try await bytes(of: mail) == Array(secret.utf8))
        mail.state = state
        try await store.write { [mail] in try $0.update(mail) }
        #expect(try await bytes(of: mail) == [])
        let file = try #require(FileManager.default.contents(atPath: folder.file("meridian.db")))
        #expect(file.range(of: Data(secret.utf8)) == nil)
    }

    @Test("can be emptied once it has left, and never changed; and an emptied mail does not wait again")
    func emptied() async throws {
        var mail = try await mail(holdsSecret: false)
        let id = mail.id
        await #expect(throws: StorageFailure.self) { try await store.write { try $0.empty(id) } }
        mail.state = .sent
        try await store.write { [mail] in try $0.update(mail) }
        #expect(try await bytes(of: mail) == Array(secret.utf8))
        for sql in [
            "SET bytes = x'00'", "SET subject = 't', bytes = x''", "SET recipient = 'b@example.org'", "SET created = 0",
        ] {
            await #expect(throws: DatabaseError.self, "\(sql)") {
                try await store.queue.writeWithoutTransaction { try $0.execute(sql: "UPDATE outbox \(sql)") }
            }
        }
        try await store.write { try $0.empty(id) }
        #expect(try await bytes(of: mail) == [])
        mail.state = .pending
        await #expect(throws: StorageFailure.self) { try await store.write { [mail] in try $0.update(mail) } }
    }
}
