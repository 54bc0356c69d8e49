import CivilTime
public import Mentoring
import TimeZoneCatalog

/// Programs and sessions on a Meridian server, over its JSON API.
///
/// It answers as the office there would: the same values, and the same `Refusal` or `BadInput` in the same words. The viewer's
/// address is not sent: with a server, the token says who is acting.
public struct RemoteDirectory: SessionDirectory {
    private let connection: ServerConnection

    /// - Parameters:
    ///   - server: the address under which the server's pages are found, such as `https://training.example.org`.
    ///   - token: what says who is acting; nil sees what everybody sees.
    /// - Throws: `BadInput` when the server's address is none.
    public init(server: String, token: String? = nil) throws(BadInput) {
        connection = try ServerConnection(server: server, token: token)
    }

    /// All programs, by name.
    /// - Throws: `Unreachable` when the server does not answer as a Meridian server does; so do all the others.
    public func programs() async throws -> [ProgramView] {
        try await connection.get(["programs"])
    }

    /// One program.
    public func program(_ name: Program.Name) async throws -> ProgramView {
        try await connection.get(["programs", name])
    }

    /// A program's sessions of the current season, by start.
    public func sessions(
        of program: Program.Name, upcoming: Bool, for viewer: Viewer
    ) async throws -> [SessionView] {
        try await connection.get(
            ["programs", program, "sessions"], query: [("upcoming", "\(upcoming)"), ("zone", viewer.zone?.name)])
    }

    /// One session by its code.
    public func session(_ code: String, for viewer: Viewer) async throws -> SessionView {
        try await connection.get(["sessions", code], query: [("zone", viewer.zone?.name)])
    }
}
