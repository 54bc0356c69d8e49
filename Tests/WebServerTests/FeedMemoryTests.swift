import CivilTime
import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import Synchronization
import TestSupport
import Testing
import WebServerFixture

@Suite("Feeds in memory")
struct FeedMemoryTests {
    @Test("are written once for everybody who asks, then and later")
    func once() async throws {
        let database = try await WatchedDatabase()
        try await LiveServer.run(service: database.service) { server in
            let answers = try await withThrowingTaskGroup(of: LiveServer.Answer.self) { group in
                for _ in 0..<1000 { group.addTask { try await server.ask("/nova.ics") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.allSatisfy { $0.status == 200 })
            let tag = try #require(answers[0]["ETag"])
            let known = try await server.ask("/nova.ics", headers: [("If-None-Match", tag)])
            #expect(known.status == 304)
            #expect(database.store.reads == 1)
        }
    }

    @Test("follow a change by this process with the next answer, and keep tag and date when it does not touch them")
    func ownChange() async throws {
        let database = try await WatchedDatabase()
        try await LiveServer.run(service: database.service) { server in
            let first = try await server.ask("/nova.ics")
            try await database.rename("Nova, renamed")
            let renamed = try await server.ask("/nova.ics")
            #expect(renamed.text.contains("Nova\\, renamed"))
            #expect(renamed["ETag"] != first["ETag"])
            #expect(renamed["Last-Modified"] == "Fri, 01 Jan 2027 00:00:00 GMT")

            let reads = database.store.reads
            try await database.addStranger("another@canary.example")
            let same = try await server.ask("/nova.ics")
            #expect(database.store.reads == reads + 1)
            #expect(same["ETag"] == renamed["ETag"] && same["Last-Modified"] == renamed["Last-Modified"])

            // Within the same second a date would take the second change for the first.
            try await database.rename("Nova, renamed again")
            let again = try await server.ask("/nova.ics")
            #expect(again["ETag"] != renamed["ETag"] && again["Last-Modified"] == nil)
        }
    }

    @Test("follow a change by another process with the next answer, and a rotated address is dead")
    func othersChange() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "meridian.db").path
        let database = try await WatchedDatabase(on: SQLiteStore(path: path), secrets: KeyFile(beside: path))
        let others = WatchedDatabase(opening: try SQLiteStore(path: path), secrets: KeyFile(beside: path))
        let email = try EmailAddress("priya@canary.example")
        try await others.addStranger(email.description)
        let addresses = try FeedAddresses(base: "https://training.example.org")
        let address = try await others.service.ask(ShowPersonalFeed(), as: email, at: addresses)
        let personal = String(address.url.dropFirst(addresses.base.count))
        try await LiveServer.run(service: database.service) { server in
            #expect(try await server.ask(personal).status == 200)
            #expect(try await server.ask(personal)["Cache-Control"] == "private, max-age=300")
            _ = try await server.ask("/nova.ics")

            try await others.rename("Nova, renamed elsewhere")
            #expect(try await server.ask("/nova.ics").text.contains("renamed elsewhere"))

            _ = try await others.service.ask(RotateFeed(), as: email)
            #expect(try await server.ask(personal).status == 404)
        }
    }

    @Test("go on being served while the database fails, and follow it again afterwards")
    func outage() async throws {
        let database = try await WatchedDatabase()
        try await LiveServer.run(service: database.service) { server in
            let before = try await server.ask("/nova.ics")
            try await database.rename("Nova, renamed")
            database.store.isFailing = true
            for _ in 0..<3 {
                let answer = try await server.ask("/nova.ics")
                #expect(answer.status == 200 && answer["ETag"] == before["ETag"])
            }
            #expect(try await server.ask("/nova/asia.ics").status == 503)
            database.store.isFailing = false
            #expect(try await comesTrue { try await server.ask("/nova.ics").text.contains("renamed") })
        }
    }

    @Test("of a person are not served while nobody can say whether their address was rotated")
    func rotatedInAnOutage() async throws {
        let database = try await WatchedDatabase()
        let addresses = try FeedAddresses(base: "https://training.example.org")
        let email = try EmailAddress("priya@canary.example")
        let address = try await database.service.ask(ShowPersonalFeed(), as: email, at: addresses)
        let personal = String(address.url.dropFirst(addresses.base.count))
        try await LiveServer.run(service: database.service) { server in
            #expect(try await server.ask(personal).status == 200)
            #expect(try await server.ask("/nova.ics").status == 200)
            _ = try await database.service.ask(RotateFeed(), as: email)
            database.store.isFailing = true
            #expect(try await server.ask("/nova.ics").status == 200)
            for _ in 1...3 { #expect(try await server.ask(personal).status == 503) }
        }
    }

    @Test("lose a cancelled session when its 60 days are over, though nobody changes anything")
    func expiry() async throws {
        // One second before the session in Europe leaves, which was cancelled on 1 December 2026.
        let clock = HandClock(try #require(Instant(rfc3339: "2027-01-30T10:00:00Z")))
        let database = try await WatchedDatabase(clock: clock)
        try await LiveServer.run(service: database.service) { server in
            // Those of weeks that passed without having been announced are in it, too.
            let cancelled = { try await server.ask("/nova.ics").text.split(separator: "STATUS:CANCELLED").count }
            let before = try await cancelled()
            #expect(before > 1)
            clock.move(to: try #require(Instant(rfc3339: "2027-01-30T10:00:01Z")))
            #expect(try await comesTrue { try await cancelled() == before - 1 })
        }
    }
}

/// Whether something comes true at last; it is asked again and again.
func comesTrue(_ isTrue: () async throws -> Bool) async throws -> Bool {
    let end = ContinuousClock.now + .patience
    repeat {
        if try await isTrue() { return true }
        await Task.yield()
    } while ContinuousClock.now < end
    return false
}
