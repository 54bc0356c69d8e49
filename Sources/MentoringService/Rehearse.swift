/// A store in which nothing stays: what is done is what would be done, and is taken back.
private struct RehearsingStore: StoreAround {
    let store: any Store

    func write<T: Sendable>(_ body: @Sendable (any StoreWriting) throws -> T) async throws -> T {
        try await store.rehearse(body)
    }
}

extension TrainingService {
    /// The same service as long as it is only to be seen what something would do: its answers are those of the deed, and nothing of
    /// it stays, nor leaves.
    public var rehearsing: TrainingService { with(store: RehearsingStore(store: store)) }
}
