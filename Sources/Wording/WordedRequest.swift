package import CivilTime
package import MentoringAPI

/// A request that says in words of its own what it came to, or would come to, where others have the same answer.
package protocol WordedRequest: Request {
    /// What its answer says, as the layout at hand has it.
    /// - Parameter answer: what was answered.
    /// - Returns: lines.
    static func words(of answer: Answer) -> String
}

extension Request {
    /// Whether its answer tells people something.
    package static var hasWords: Bool { Self.self is any WordedRequest.Type || Answer.self is any Worded.Type }

    /// What its answer tells people, as the layout at hand has it; nothing where it has no words.
    /// - Parameters:
    ///   - answer: what was answered.
    ///   - clock: of whoever reads it.
    /// - Returns: lines.
    package static func told(by answer: Answer, on clock: ZoneRules) -> String {
        if let own = Self.self as? any WordedRequest.Type { return own.words(ofAny: answer) }
        return (answer as? any Worded)?.words(on: clock) ?? ""
    }
}

extension WordedRequest {
    /// The answer is always its own.
    fileprivate static func words(ofAny answer: Any) -> String {
        (answer as? Answer).map(words) ?? ""
    }
}

// MARK: - Weeks of duties

extension OfferDutyTurn: WordedRequest {
    package static func words(of answer: DutyOfferView) -> String { answer.offered }
}

extension AcceptDutyTurn: WordedRequest {
    package static func words(of answer: DutyOfferView) -> String { answer.taken }
}

extension WithdrawDutyTurn: WordedRequest {
    package static func words(of answer: DutyOfferView) -> String { answer.withdrawn }
}

// MARK: - Nicknames

extension AddNickname: WordedRequest {
    package static func words(of answer: NicknameView) -> String { answer.added }
}

extension RemoveNickname: WordedRequest {
    package static func words(of answer: NicknameView) -> String { answer.removed }
}

// MARK: - A program and who leads it

extension PauseProgram: WordedRequest {
    package static func words(of answer: ProgramView) -> String { answer.pausing }
}

extension ResumeProgram: WordedRequest {
    package static func words(of answer: ProgramView) -> String { answer.goingOn }
}

extension AddOrganizer: WordedRequest {
    package static func words(of answer: OrganizerView) -> String { answer.added }
}

extension RemoveOrganizer: WordedRequest {
    package static func words(of answer: OrganizerView) -> String { answer.removed }
}

extension AddMentor: WordedRequest {
    package static func words(of answer: MentorView) -> String { answer.terms }
}

extension AcceptReview: WordedRequest {
    package static func words(of answer: ReviewView) -> String { answer.accepted }
}
