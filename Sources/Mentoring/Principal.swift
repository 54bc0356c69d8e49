/// Who asks, as far as a token or the machine itself proves it.
///
/// What they may do is found out anew for each thing that they ask about (`StoreReading.role(of:about:)`).
public enum Principal: Hashable, Sendable {
    /// Somebody who does not say who they are.
    case nobody
    /// Whoever works on the database's own machine, an administrator: the file's permissions have decided that they may do
    /// everything, in whosever name.
    case machine(as: EmailAddress?)
    /// Whoever has a token.
    case token(AccessToken)

    /// Their address, as far as it is known.
    public var email: EmailAddress? {
        switch self {
        case .nobody: nil
        case .machine(let email): email
        case .token(let token): token.person.email
        }
    }

    /// The only program in which they can act, if a token narrows it to one.
    package var onlyProgram: Program.Name? {
        guard case .token(let token) = self else { return nil }
        return token.program
    }
}
