public import Mentoring

/// Who asks for something, as far as that is known, and what they may do in what they ask about.
public struct Caller: Hashable, Sendable {
    /// Their address; nil when they did not say who they are.
    public let email: EmailAddress?
    /// What they may do there; nil may only look at what is public.
    public let role: Role?
    /// The only program for which they act, with something that its organizer may have made for them; nil for all.
    public let onlyProgram: Program.Name?
    /// Whether they work on the database's own machine: the file's permissions have decided that they may do everything.
    public let isOnThisMachine: Bool

    /// Somebody with a role.
    public init(
        email: EmailAddress?, role: Role?, onlyProgram: Program.Name? = nil, isOnThisMachine: Bool = false
    ) {
        self.email = email
        self.role = role
        self.onlyProgram = onlyProgram
        self.isOnThisMachine = isOnThisMachine
    }

    /// Whether what they ask for is the own word of the one with the address.
    package func speaks(for owner: EmailAddress) -> Bool { email == owner && onlyProgram == nil }

    /// Whoever works on the database's own machine, in somebody's name or in nobody's.
    public static func onThisMachine(as email: EmailAddress?) -> Caller {
        Caller(email: email, role: .organizer, isOnThisMachine: true)
    }

    /// Somebody who does not say who they are.
    public static let anonymous = Caller(email: nil, role: nil)

    /// Nobody said who acts.
    public struct Unknown: Error, CustomStringConvertible {
        /// What to do about it.
        public let description = "who is it? Say so with --as WHO, or set MERIDIAN_AS"
    }

    /// Their address, where it has to be known.
    /// - Throws: `Unknown`.
    public func person() throws -> EmailAddress {
        guard let email else { throw Unknown() }
        return email
    }

    /// Whether they are an organizer or the one whose matter it is.
    package func owns(_ owner: EmailAddress) -> Bool { role == .organizer || email == owner }

    /// Refuses whoever is neither an organizer nor the one whose matter it is.
    /// - Throws: `Refusal` not-allowed.
    package func require(owner: EmailAddress) throws(Refusal) {
        guard owns(owner) else { throw Self.notTheirs }
    }

    /// The one whose matter it is: the caller, unless somebody else is named.
    /// - Throws: `Refusal` not-allowed for another's matter; `Unknown` when neither is known.
    package func ownOr(_ named: EmailAddress?) throws -> EmailAddress {
        guard let named else { return try person() }
        try require(owner: named)
        return named
    }

    package static let notTheirs = Refusal(
        .notAllowed, "that is somebody else's; only they and an organizer can do it")
}
