public import Mentoring
import NIOHTTP1
public import TimeZoneCatalog

/// What somebody can do for themself on a Meridian server, over its JSON API.
///
/// The token says who they are. A change whose answer is lost is asked for again, and done once.
public struct RemoteParticipant: Participant {
    private let connection: ServerConnection

    /// - Parameters:
    ///   - server: the address under which the server's pages are found, such as `https://training.example.org`.
    ///   - token: what says who is acting.
    /// - Throws: `BadInput` when the server's address is none.
    public init(server: String, token: String?) throws(BadInput) {
        connection = try ServerConnection(server: server, token: token)
    }

    /// See `Participant`.
    public func enroll(in session: String) async throws -> EnrollmentResult {
        try await connection.change(.POST, ["sessions", session, "enrollment"])
    }

    /// See `Participant`.
    public func enroll(inAllOf region: Region, of program: Program.Name) async throws -> [EnrollmentResult] {
        try await connection.change(.POST, ["programs", program, "regions", region.rawValue, "enrollment"])
    }

    /// See `Participant`.
    public func leave(session: String) async throws -> LeaveResult {
        try await connection.change(.DELETE, ["sessions", session, "enrollment"])
    }

    /// See `Participant`.
    public func leave(allOf region: Region, of program: Program.Name) async throws -> [LeaveResult] {
        try await connection.change(.DELETE, ["programs", program, "regions", region.rawValue, "enrollment"])
    }

    /// See `Participant`.
    public func feedAddress() async throws -> FeedLink { try await connection.get(["feed"]) }

    /// See `Participant`.
    public func rotateFeed() async throws -> FeedLink { try await connection.change(.POST, ["feed", "rotation"]) }

    /// See `Participant`.
    public func offerSwap(of session: String, to other: EmailAddress?) async throws -> SwapOfferView {
        try await connection.change(
            .POST, ["sessions", session, "offer"], body: ["to": other].compactMapValues(\.self))
    }

    /// See `Participant`.
    public func acceptSwap(_ id: Identifier<SwapOffer>) async throws -> SwapOfferView {
        try await connection.change(.POST, ["swaps", "\(id)", "acceptance"])
    }

    /// See `Participant`.
    public func withdrawSwap(_ id: Identifier<SwapOffer>) async throws -> SwapOfferView {
        try await connection.change(.DELETE, ["swaps", "\(id)"])
    }
}
