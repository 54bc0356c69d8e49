/// What whoever wants to sign in is answered: the same for whosever address it is.
public struct SignInAsked: Codable, Hashable, Sendable {
    /// What belongs to the code in the mail; it is in no mail itself.
    public var attempt: String
    /// Within how many minutes link and code can be used.
    public var minutes: Int

    package init(attempt: String, minutes: Int) {
        self.attempt = attempt
        self.minutes = minutes
    }
}
