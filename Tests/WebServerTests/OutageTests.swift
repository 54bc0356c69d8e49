import CivilTime
import Mentoring
import MentoringService
import NIOHTTP1
import Persistence
import Testing
import WebServer
import WebServerFixture

@Suite("A server whose database fails")
struct OutageTests {
    @Test(
        "is alive but not ready, and tells nobody where its files are",
        arguments: [
            ("/healthz", 200), ("/readyz", 503), ("/", 503), ("/nova", 503), ("/nova.ics", 503),
            ("/api/v1/programs", 503),
            ("/meridian.css", 200), ("/nowhere/at/all", 404),
        ] as [(String, UInt)])
    func outage(path: String, status: UInt) async throws {
        let answer = try await LiveServer.run(service: Season2027.service(on: BrokenStore())) { try await $0.ask(path) }
        #expect(answer.status == status)
        #expect(!answer.text.contains("/var/lib"))
        guard status == 503 else { return }
        #expect(answer.text.contains("the database cannot be used at the moment; try again later"))
        #expect(
            answer["Content-Type"]?.hasPrefix(path.hasPrefix("/api/") ? "application/problem+json" : "text/plain")
                == true)
    }

    @Test("is not ready when the database can only be read, and tells nobody where it is")
    func unwritable() async throws {
        let store = try SQLiteStore.inMemory()
        try await Season2027().write(to: store)
        let answer = try await LiveServer.run(service: Season2027.service(on: UnwritableStore(store: store))) {
            try await $0.ask("/readyz")
        }
        #expect(answer.status == 503)
        #expect(answer.text.contains("cannot be written") && !answer.text.contains("/var/lib"))
    }

    @Test(
        "says which address it is reached by, in every link",
        arguments: [
            ("https://example.org/training/", "/training", "https://example.org/training/nova.ics"),
            ("http://[::1]:8080", "", "http://[::1]:8080/nova.ics"),
        ])
    func baseURL(base: String, root: String, feed: String) async throws {
        let service = try await Season2027().service()
        let text = try await LiveServer.run(service: service, baseURL: base) { try await $0.ask("/nova").text }
        #expect(text.contains("href=\"\(root)/meridian.css\""))
        #expect(text.contains("action=\"\(root)/nova\""))
        #expect(text.contains("href=\"\(feed)\""))
        #expect(text.contains("href=\"webcal\(feed.drop { $0 != ":" })\""))
    }

    @Test(
        "listens only where it can",
        arguments: [(-1, nil), (65_536, nil), (8080, "example.org"), (8080, "ftp://x")] as [(Int, String?)])
    func configuration(port: Int, baseURL: String?) {
        #expect(throws: BadInput.self) { try ServerConfiguration(port: port, baseURL: baseURL) }
    }

    @Test(
        "is reached by host and port unless told otherwise",
        arguments: [
            ("127.0.0.1", "http://127.0.0.1:8080"), ("::1", "http://[::1]:8080"),
            ("localhost", "http://localhost:8080"),
        ])
    func defaults(host: String, base: String) throws {
        #expect(try ServerConfiguration(host: host, port: 8080).addresses.base == base)
    }
}

/// A store whose disk is full.
private struct UnwritableStore: Store {
    let store: any Store
    var busyRetries: Int { store.busyRetries }
    var changeCount: Int? { store.changeCount }

    func read<T: Sendable>(_ body: @Sendable (any StoreReading) throws -> T) async throws -> T {
        try await store.read(body)
    }

    func write<T: Sendable>(_ body: @Sendable (any StoreWriting) throws -> T) async throws -> T {
        try await store.write(body)
    }

    func alone<T: Sendable>(_ task: String, _ body: @Sendable () async throws -> T) async throws -> T? {
        try await store.alone(task, body)
    }

    func settledChangeCount() async throws -> Int? { try await store.settledChangeCount() }
    func sweep() async throws { try await store.sweep() }

    func checkWriting() async throws {
        throw StorageFailure("/var/lib/meridian.db cannot be written: the disk is full")
    }
}
