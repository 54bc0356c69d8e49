import CivilTime
import GRDB
import Mentoring
import MentoringService
import Synchronization
import Testing

@testable import Persistence

@Suite("The row of somebody who was erased")
struct ErasedRowTests {
    private func store() async throws -> (SQLiteStore, Person) {
        let store = try SQLiteStore.inMemory()
        let person = try await store.write {
            try $0.add(Person(name: "Ada", email: try EmailAddress("ada@example.org"), zone: .utc))
        }
        return (store, person)
    }

    private func erase(_ person: Person, in store: SQLiteStore) async throws {
        let erasure = Erasure(
            of: person, leaving: .trainee, addresses: [person.email], provedAddresses: [person.email],
            names: [person.name], programs: [], letsMailLeave: true, moment: now)
        try await store.write { try $0.erase(erasure) }
    }

    private func refuses(_ sql: String, in store: SQLiteStore) async -> Bool {
        do {
            try await store.queue.write { try $0.execute(sql: sql) }
            return false
        } catch {
            return true
        }
    }

    @Test("is known by no address and in no list, and its address is recognized")
    func unknown() async throws {
        let (store, person) = try await store()
        let other = try EmailAddress("bob@example.org")
        #expect(try await store.read { try $0.erased(person.email) } == nil)
        try await erase(person, in: store)
        #expect(try await store.read { try $0.people() }.isEmpty)
        let known = try await store.read { try $0.person(person.email) }
        #expect(known == nil)
        let standing = try ErasedPerson.address(of: person.id)
        let called = try await store.read { try $0.person(standing) }
        #expect(called == nil)
        #expect(try await store.read { try $0.erased(person.email) } == now)
        #expect(try await store.read { try $0.erased(other) } == nil)
    }

    @Test("every table that refers to a person loses what is theirs, or keeps their number for what is others', too")
    func everyTable() async throws {
        let (store, _) = try await store()
        let tables = try await store.queue.read {
            try String.fetchSet(
                $0,
                sql: """
                    SELECT DISTINCT object.name FROM sqlite_schema AS object, pragma_foreign_key_list(object.name) AS key
                    WHERE object.type = 'table' AND key."table" = 'person'
                    """)
        }
        let kept: Set = [
            "attendance", "co_leader", "departure", "duty_turn", "enrollment", "review", "session", "swap_offer",
        ]
        #expect(tables == kept.union(Transaction.tablesOfOwn))
    }

    @Test("holds nothing that tells who they were, and never does again, by the schema")
    func constraints() async throws {
        let (store, person) = try await store()
        for half in [
            "erased = 1", "erased = 1, name = 'a former trainee'", "erased = 1, email = 'erased-1@erased.invalid'",
            "email = 'erased-1@erased.invalid'",
            "erased = 1, name = 'a former trainee', email = 'erased-2@erased.invalid', zone = 'UTC'",
            "erased = 1, name = 'Ada', email = 'erased-1@erased.invalid', zone = 'UTC'",
            "erased = 1, name = 'a former trainee', email = 'erased-1@erased.invalid', zone = 'Asia/Tokyo'",
        ] {
            #expect(await refuses("UPDATE person SET \(half) WHERE id = 1", in: store), "\(half)")
        }
        try await erase(person, in: store)
        for change in ["name = 'Ada'", "erased = NULL, email = 'ada@example.org'", "has_spoken = 1"] {
            #expect(await refuses("UPDATE person SET \(change) WHERE id = 1", in: store), "\(change)")
        }
    }

    @Test("mail to them is forgotten, row and all, once it has left, and the file is to be swept")
    func mail() async throws {
        let (store, person) = try await store()
        var mail = try await store.write {
            try $0.add(OutboxMessage(recipient: person.email, subject: "s", bytes: [1], created: now))
        }
        try await erase(person, in: store)
        #expect(try await store.read { try $0.outbox([.pending]) }.map(\.isForgotten) == [true])
        mail.state = .sent
        try await store.write { [mail] in try $0.update(mail) }
        #expect(try await store.read { try $0.outbox([.pending, .sent, .refused]) }.isEmpty)
        #expect(try await store.queue.read(SQLiteStore.sweepDue) == "2")
        try await store.sweep()
        #expect(try await store.queue.read(SQLiteStore.sweepDue) == nil)
    }

    @Test("the file is written anew by way of the disk and not of memory, and queues are noted afterwards as before")
    func sweptOnDisk() async throws {
        let (store, person) = try await store()
        let mark = try await store.write { try $0.noteQueues().number }
        #expect(mark == 0)
        try await erase(person, in: store)
        let run = Mutex<[String]>([])
        try await store.queue.writeWithoutTransaction { database in
            database.trace { event in run.withLock { $0.append("\(event)") } }
        }
        try await store.sweep()
        try await store.queue.writeWithoutTransaction { $0.trace(nil) }
        let ours = run.withLock { $0 }.filter { $0.hasPrefix("PRAGMA temp_store") || $0.hasPrefix("VACUUM") }
        #expect(ours == ["PRAGMA temp_store = FILE", "VACUUM", "PRAGMA temp_store = MEMORY"])
        let again = try await store.write { try $0.noteQueues().number }
        #expect(again == 0)
    }

    @Test("the log lets only its oldest entries go, none of 30 days, and takes only what stands for somebody erased")
    func log() async throws {
        let (store, person) = try await store()
        let day: Int64 = 86_400
        for age in [100, 40, 20, 0] {
            try await store.write {
                try $0.add(
                    LogEntry(
                        moment: now.adding(seconds: -day * Int64(age)), actor: person.email, role: nil, way: .web,
                        action: "enroll", program: nil, subject: "\(person.email) x", fields: []))
            }
        }
        for refused in [
            "DELETE FROM log_entry WHERE id = 2", "DELETE FROM log_entry", "UPDATE log_entry SET action = 'x'",
            "UPDATE log_entry SET actor = NULL", "UPDATE log_entry SET actor = 'bob@example.org'",
        ] {
            #expect(await refuses(refused, in: store), "\(refused)")
        }
        try await erase(person, in: store)
        let standing = try ErasedPerson.address(of: person.id)
        let subjects = try await store.queue.read {
            try String.fetchAll(
                $0, sql: "SELECT subject FROM log_entry WHERE actor = ?", arguments: [standing.description])
        }
        #expect(subjects == Array(repeating: "\(standing) x", count: 4))
        let retention = Retention(mailDays: 30, logDays: 30)
        #expect(try await store.read { try $0.hasOutlived(retention, at: now) })
        try await store.write { try $0.forgetWhatOutlived(retention, at: now, atMost: 500) }
        let left = try await store.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM log_entry") }
        #expect(left == 2)
        #expect(try await !store.read { try $0.hasOutlived(retention, at: now) })
    }

    @Test("in the log an address goes that is theirs, and none that ends in it or is only tried")
    func addressesAlike() async throws {
        let (store, person) = try await store()
        let other = try EmailAddress("an.ada@example.org"), tried = try EmailAddress("olga@example.org")
        let subjects = [
            (other, "enroll", "\(other)"), (other, "enroll", "\(person.email) \(person.email) \(person.email).uk"),
            (tried, "enroll", "\(tried)"), (person.email, "movePerson", "\(person.email) \(tried)"),
        ]
        for (actor, action, subject) in subjects {
            try await store.write {
                try $0.add(
                    LogEntry(
                        moment: now, actor: actor, role: nil, way: .web, action: action, program: nil,
                        subject: subject, fields: []))
            }
        }
        let erasure = Erasure(
            of: person, leaving: .trainee, addresses: [person.email], triedAddresses: [tried],
            provedAddresses: [person.email], names: ["Ada"], programs: [], letsMailLeave: true, moment: now)
        try await store.write { try $0.erase(erasure) }
        let gone = try ErasedPerson.address(of: person.id)
        let left = try await store.queue.read {
            try String.fetchAll($0, sql: "SELECT actor || ': ' || subject FROM log_entry ORDER BY id")
        }
        #expect(
            left == [
                "\(other): \(other)", "\(other): \(gone) \(gone) \(person.email).uk", "\(tried): \(tried)",
                "\(gone): \(gone) \(gone)",
            ])
    }

    @Test("mail to others that waits stays, and answers to repeated requests are forgotten")
    func others() async throws {
        let (store, person) = try await store()
        let other = try EmailAddress("bob@example.org")
        try await store.queue.write {
            try $0.execute(
                sql: """
                    INSERT INTO recorded_answer(email, key, request, bytes, made)
                    VALUES ('olga@example.org', 'k', zeroblob(32), X'416461', 1)
                    """)
        }
        _ = try await store.write {
            try $0.add(OutboxMessage(recipient: other, subject: "Ada", bytes: [1], created: now))
        }
        try await erase(person, in: store)
        let answers = try await store.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM recorded_answer") }
        #expect(answers == 0)
        #expect(try await store.read { try $0.outbox([.pending]) }.map(\.isForgotten) == [false])
    }

    @Test("their last mail is kept for as long as it waits")
    func lastMail() async throws {
        let (store, person) = try await store()
        _ = try await store.write {
            try $0.add(OutboxMessage(recipient: person.email, subject: "s", bytes: [1], created: now))
        }
        try await erase(person, in: store)
        let later = now.adding(seconds: 60 * 86_400)
        try await store.write {
            try $0.forgetWhatOutlived(Retention(mailDays: 30, logDays: 30), at: later, atMost: 500)
        }
        #expect(try await store.read { try $0.outbox([.pending]) }.count == 1)
    }

    @Test("takes their own mail that was set aside along, and of others' no more than where they are named")
    func mailOfOthers() async throws {
        let (store, person) = try await store()
        func keep(_ sender: String, _ subject: String, text: String?, _ bytes: String) async throws {
            _ = try await store.write {
                try $0.add(
                    SetAsideMail(
                        received: now, sender: sender, subject: subject, reason: "no answer", bytes: Array(bytes.utf8),
                        text: text))
            }
        }
        try await keep("Ada <ada@example.org>", "mine", text: "hello", "hello")
        try await keep("bob@example.org", "for ada@example.org", text: "ask ada@example.org when", "YWRh")
        try await keep("bob@example.org", "older", text: nil, "To: ada@example.org\r\n\r\nwhen?")
        try await keep("bob@example.org", "else", text: "ask eve@example.org", "raw")
        try await erase(person, in: store)
        let left = try await store.read { try $0.mailSetAside() }
        #expect(left.map(\.subject) == ["for a former trainee", "older", "else"])
        #expect(left.map(\.text) == ["ask a former trainee when", nil, "ask eve@example.org"])
        #expect(
            left.map { String(decoding: $0.bytes, as: UTF8.self) } == [
                "", "To: a former trainee\r\n\r\nwhen?", "raw",
            ])
    }

    @Test(
        "takes no byte but those of their address out of others' mail, in any character set",
        arguments: [
            // Each character is a byte: ISO-8859-1, a NUL, capitals, and quotes in UTF-8.
            ("", ""), ("ada@example.org", "a former trainee"),
            ("Gr\u{fc}\u{df}e \u{e9} ada@example.org\u{e9}\0", "Gr\u{fc}\u{df}e \u{e9} a former trainee\u{e9}\0"),
            ("\u{ff}\0\0To: Ada@Example.ORG\r\n\0Z", "\u{ff}\0\0To: a former trainee\r\n\0Z"),
            ("\u{e2}\u{80}\u{9c}ADA@example.org\u{e2}\u{80}", "\u{e2}\u{80}\u{9c}a former trainee\u{e2}\u{80}"),
            ("x.ada@example.org, ada@example.org.uk, Wada@example.org\u{c3}", nil),
        ] as [(String, String?)])
    func bytesOfOthers(text: String, left: String?) async throws {
        let bytes = text.unicodeScalars.map { UInt8($0.value) }
        let expected = (left ?? text).unicodeScalars.map { UInt8($0.value) }
        let (store, person) = try await store()
        try await store.write {
            for subject in ["s", "for ada@example.org"] {
                _ = try $0.add(
                    SetAsideMail(
                        received: now, sender: "bob@example.org", subject: subject, reason: "r", bytes: bytes))
            }
        }
        try await erase(person, in: store)
        let kept = try await store.read { try $0.mailSetAside().map(\.bytes) }
        #expect(kept == [expected, expected])
    }

    @Test("is erased however full of their address others' texts are", arguments: [1, 4096, 65_536])
    func fullTexts(bytes: Int) async throws {
        let (store, person) = try await store()
        let text = String(String(repeating: "ada@example.org ", count: bytes / 16 + 1).prefix(bytes))
        let sender = try EmailAddress("bob@example.org")
        try await store.write {
            _ = try $0.add(
                SetAsideMail(
                    received: now, sender: "bob@example.org", subject: "s", reason: "r", bytes: Array(text.utf8),
                    text: text))
            _ = try $0.add(
                SetAsideMail(
                    received: now, sender: "bob@example.org", subject: "s", reason: "r", bytes: Array(text.utf8)))
            try $0.save(Nova.program())
            _ = try $0.add(
                WrittenMail(
                    program: "nova", sender: sender, author: "bob", subject: "s", received: now, text: text,
                    attachments: [], digest: Array(repeating: 0, count: 32), state: .forwarded))
        }
        try await erase(person, in: store)
        let holds = try await store.read { transaction in
            let setAside = try transaction.mailSetAside().map {
                String(decoding: $0.bytes, as: UTF8.self) + ($0.text ?? "")
            }
            return try setAside.contains { $0.contains("ada@example.org") }
                || transaction.writtenMail(to: "nova").contains { $0.text.contains("ada@example.org") }
        }
        #expect(!holds)
    }

    @Test("whose mail was set aside is told by whole addresses")
    func setAside() async throws {
        let (store, _) = try await store()
        for sender in ["Ann <ann@example.org>", "n@example.org", "N <N@Example.org>"] {
            _ = try await store.write {
                try $0.add(SetAsideMail(received: now, sender: sender, subject: "s", reason: "r", bytes: []))
            }
        }
        let address = try EmailAddress("n@example.org")
        let found = try await store.read { try $0.records(of: Identifier(1), at: [address], atMost: 10) }
        #expect(
            found.records.filter { $0.kind == "mail-set-aside" }.compactMap { $0.values["sender"] } == [
                "N <N@Example.org>", "n@example.org",
            ])
    }
}
