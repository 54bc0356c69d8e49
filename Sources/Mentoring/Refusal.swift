/// What a command asked for could not be granted; nothing was changed.
public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of reason, which scripts may rely on.
    public enum Reason: String, Sendable, Codable, CaseIterable {
        case full, frozen, conflict
        case notFound = "not-found"
        case notAllowed = "not-allowed"
    }

    /// What kind of obstacle it is, which decides the exit code and the HTTP status.
    public let reason: Reason
    /// The same for a person: what happened, where, and what to do.
    public let description: String

    /// A refusal with its explanation.
    public init(_ reason: Reason, _ description: String) {
        self.reason = reason
        self.description = description
    }

    /// Something that was named is not there; the message offers the nearest names.
    public static func notFound(_ what: String, _ name: String, nearest: [String] = []) -> Refusal {
        let advice = nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: ", "))?"
        return Refusal(.notFound, "there is no \(what) \(OneLine.shown(name))\(advice)")
    }

    /// There is no review of a number, or none for the one who asks.
    package static func noReview(_ id: Identifier<Review>) -> Refusal {
        Refusal(.notFound, "there is no review \(id); see those that there are: meridian review list PROGRAM")
    }

    /// There is no mail of a number, or none for the one who asks.
    package static func noMail(_ id: Identifier<SetAsideMail>) -> Refusal {
        Refusal(.notFound, "there is no mail \(id); see those that there are: meridian mail list PROGRAM")
    }

    /// There is no offer of a number, or none for the one who asks.
    package static func noOffer(_ id: Identifier<SwapOffer>) -> Refusal {
        Refusal(.notFound, "there is no offer \(id); see those that there are: meridian swap list PROGRAM")
    }
}
