public import Mentoring

/// What looking a review up came to.
public struct FetchedChange: Codable, Hashable, Sendable {
    /// How it went.
    public enum Outcome: String, Codable, CaseIterable, Sendable {
        /// The server was asked and answered.
        case fetched
        /// It was asked less than an hour ago.
        case fresh
        /// So many others were asked that it is left for the next time.
        case later
        /// It may not be asked, or has no way to be asked.
        case skipped
        /// It did not answer as such a server does.
        case failed
    }

    /// The number of the review.
    public var id: Identifier<Review>
    /// Where the change is.
    public var url: String
    /// How it went.
    public var outcome: Outcome
    /// Why it was not fetched, in words.
    public var detail: String?
    /// What is known of it now.
    public var change: ChangeFacts?
    /// The sessions whose mentors are told that it is no longer under review.
    public var told: [String]

    package init(
        id: Identifier<Review>, url: String, outcome: Outcome, detail: String? = nil, change: ChangeFacts? = nil,
        told: [String]
    ) {
        self.id = id
        self.url = url
        self.outcome = outcome
        self.detail = detail
        self.change = change
        self.told = told
    }
}

extension [FetchedChange] {
    /// Why nothing is known now that was not before: servers were asked, and none answered; nil otherwise.
    public var failure: String? {
        let asked = filter { [.fetched, .failed].contains($0.outcome) }
        return asked.allSatisfy { $0.outcome == .failed } ? asked.first?.detail : nil
    }
}
