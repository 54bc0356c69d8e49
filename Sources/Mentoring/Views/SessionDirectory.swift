public import CivilTime

/// Who looks at a listing: their zone, and who they are where that is known.
public struct Viewer: Hashable, Sendable {
    /// The acting person's address.
    public var email: EmailAddress?
    /// The zone asked for; nil means the acting person's.
    public var zone: TimeZoneID?

    /// A viewer; neither part need be known.
    public init(email: EmailAddress? = nil, zone: TimeZoneID? = nil) {
        self.email = email
        self.zone = zone
    }
}

/// What can be looked up about programs and sessions, in a database here or on a server far away.
public protocol SessionDirectory: Sendable {
    /// All programs, by name.
    func programs() async throws -> [ProgramView]
    /// One program.
    /// - Throws: `Refusal` not-found with the nearest names.
    func program(_ name: Program.Name) async throws -> ProgramView
    /// A program's sessions of the current season, by start; with `upcoming` only those still to come.
    /// - Throws: `Refusal` not-found with the nearest names.
    func sessions(of program: Program.Name, upcoming: Bool, for viewer: Viewer) async throws -> [SessionView]
    /// One session by its code.
    /// - Throws: `Refusal` not-found with the nearest codes.
    func session(_ code: String, for viewer: Viewer) async throws -> SessionView
}
