import Mentoring

/// That no answer came, or none that can be read, and what is known all the same of what was asked.
struct UnreadAnswer: Error {
    /// What became of it.
    enum Outcome: CaseIterable {
        /// It never arrived, or was refused on its way.
        case undone
        /// It may have arrived.
        case unknown
        /// A Meridian server has carried it out.
        case done
    }

    let outcome: Outcome
    private let words: String
    private let advice: String?
    private let otherwise: String?

    /// - Parameters:
    ///   - words: what happened, after the address.
    ///   - outcome: what became of what was asked.
    ///   - advice: what to do about it, after that.
    ///   - otherwise: what to do where asking again does no harm.
    init(_ words: String, _ outcome: Outcome, advice: String? = nil, orElse otherwise: String? = nil) {
        self.words = words
        self.outcome = outcome
        self.advice = advice
        self.otherwise = otherwise
    }

    /// The failure, in words for a person.
    ///
    /// - Parameters:
    ///   - url: where it was asked.
    ///   - outcome: what became of it in all tries.
    ///   - effect: what asking it does.
    /// - Returns: the failure.
    func failure(at url: String, _ outcome: Outcome, of effect: RequestMessage.Effect) -> Unreachable {
        let again = effect == .changes && outcome == .unknown ? nil : otherwise
        let said = [words, again, Self.words(outcome, of: effect)].compactMap(\.self).joined(separator: "; ")
        return Unreachable("\(url) \(said)" + (advice.map { ": \($0)" } ?? ""))
    }

    /// What is said of what became of it; nil of a question, which does nothing anyway.
    static func words(_ outcome: Outcome, of effect: RequestMessage.Effect) -> String? {
        switch (effect, outcome) {
        case (.reads, _): nil
        case (.rehearses, _), (.changes, .undone): "nothing was done"
        case (.changes, .done): "what was asked for was done"
        case (.changes, .unknown): "whether it was done is not known; look before you ask for it again"
        }
    }
}
