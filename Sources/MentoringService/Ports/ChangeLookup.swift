public import CivilTime
public import Mentoring

/// Asks the servers of changes about them; `ChangeHosts` does it over HTTPS.
public protocol ChangeLookup: Sendable {
    /// What a change's own server says of it.
    ///
    /// All text is one line of bounded length without control characters, whatever the server sent.
    ///
    /// - Parameters:
    ///   - address: the change, which is not elsewhere.
    ///   - now: the moment that is recorded with the answer.
    /// - Returns: what it says.
    /// - Throws: `Unreachable`, with what the server did instead of answering.
    func facts(of address: ChangeAddress, at now: Instant) async throws -> ChangeFacts
}

/// For a service that asks no server, such as the one behind a page.
public struct NoLookup: ChangeLookup {
    /// Asks nobody.
    public init() {}

    public func facts(of address: ChangeAddress, at now: Instant) async throws -> ChangeFacts {
        throw Unreachable("\(address.url) was not looked up, since no server is asked from here")
    }
}
