public import Mentoring

/// Somebody with an organizer's rights.
public struct OrganizerView: Codable, Hashable, Sendable {
    /// The program; nil for an administrator, who organizes all.
    public var program: Program.Name?
    /// The address, which suffices.
    public var email: EmailAddress

    package init(program: Program.Name? = nil, email: EmailAddress) {
        self.program = program
        self.email = email
    }
}
