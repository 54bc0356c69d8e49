public import Mentoring

extension TrainingService {
    /// Where people reach the server, as `serve --base-url` was told last; nil while it was not.
    public func publicAddress() async throws -> FeedAddresses? { try await store.read { try $0.publicAddress() } }

    /// Keeps where people reach the server, so that every process writes the same links.
    public func keepPublicAddress(_ addresses: FeedAddresses) async throws {
        guard try await publicAddress() != addresses else { return }
        try await store.write { try $0.setPublicAddress(addresses) }
    }
}
