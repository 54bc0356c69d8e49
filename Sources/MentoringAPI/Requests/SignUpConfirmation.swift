public import Mentoring

/// What whoever reads an address's mail makes of a sign-up.
public struct SignUpConfirmation: Hashable, Sendable {
    /// The secret that was mailed.
    public var secret: String
    /// The program; nil takes the one that was asked for last.
    public var program: Program.Name?
    /// The name that others see; nil keeps theirs, or takes what was typed in last for who is new.
    public var name: String?
    /// Where they read the clock; nil as for the name.
    public var zone: String?

    /// A confirmation of what was typed in, but for what is given.
    public init(secret: String, program: Program.Name? = nil, name: String? = nil, zone: String? = nil) {
        self.secret = secret
        self.program = program
        self.name = name
        self.zone = zone
    }
}
