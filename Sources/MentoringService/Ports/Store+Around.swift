/// A store around another, which does as that does but for what it says itself.
protocol StoreAround: Store {
    var store: any Store { get }
}

extension StoreAround {
    func read<T: Sendable>(_ body: @Sendable (any StoreReading) throws -> T) async throws -> T {
        try await store.read(body)
    }

    func alone<T: Sendable>(_ task: String, _ body: @Sendable () async throws -> T) async throws -> T? {
        try await store.alone(task, body)
    }

    func sweep() async throws { try await store.sweep() }
    func checkWriting() async throws { try await store.checkWriting() }
    var busyRetries: Int { store.busyRetries }
    var changeCount: Int? { store.changeCount }
    func settledChangeCount() async throws -> Int? { try await store.settledChangeCount() }
}
