public import Mentoring

/// Somebody with an organizer's rights.
public struct OrganizerView: Codable, Hashable, Sendable {
    /// The program; nil for an administrator, who organizes all.
    public var program: Program.Name?
    /// The address, which suffices.
    public var email: EmailAddress
    /// The name, where the program knows them by one that nobody else has there.
    public var name: String?
    /// Whether they had these rights before they were given; nil in lists, and of rights that are taken.
    public var wasKnown: Bool?

    package init(program: Program.Name? = nil, email: EmailAddress, name: String? = nil) {
        self.name = name
        self.program = program
        self.email = email
    }
}
