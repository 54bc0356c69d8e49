import CivilTime

/// A store whose programs have the season in focus that is meant at the time of asking: the one that runs, else the next.
///
/// Every use case reads its programs here, so that none can forget which season it is.
struct SeasonedStore: StoreAround {
    let store: any Store
    let clock: any InstantSource

    func read<T: Sendable>(_ body: @Sendable (any StoreReading) throws -> T) async throws -> T {
        let now = clock.now()
        return try await store.read { try body($0.meaningSeasons(at: now)) }
    }

    func write<T: Sendable>(_ body: @Sendable (any StoreWriting) throws -> T) async throws -> T {
        let now = clock.now()
        return try await store.write { try body($0.meaningSeasons(at: now)) }
    }
}
