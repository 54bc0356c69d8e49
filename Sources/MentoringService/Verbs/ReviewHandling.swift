import Mentoring
public import MentoringAPI

extension ProposeReview: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> ReviewView {
        try await desk.office.proposeReview(
            for: program, url: url, title: title, area: area, difficulty: difficulty, by: desk.caller.person(),
            as: desk.caller.role)
    }
}

extension ListReviews: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [ReviewView] {
        try await desk.office.reviews(of: program, for: session, by: desk.caller)
    }
}

extension VoteForReview: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> ReviewView {
        try await desk.office.vote(for: review, by: desk.caller.person(), as: desk.caller.role, isFor: true)
    }
}

extension TakeBackVote: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> ReviewView {
        try await desk.office.vote(for: review, by: desk.caller.person(), as: desk.caller.role, isFor: false)
    }
}

extension PickReview: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> SessionChange {
        let choice: Review.Choice =
            switch (review, url) {
            case (let id?, nil): .number(id)
            case (nil, let url?): .change(try ChangeAddress(url))
            default: throw BadInput("a pick is either the number of a review or the url of a change")
            }
        return try await desk.office.pickReview(choice, title: title, area: area, for: session, by: desk.caller)
    }
}

extension NoteQuestions: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> SessionChange {
        try await desk.office.noteQuestions(Array(text.utf8), file: name, for: session, by: desk.caller)
    }
}

extension FetchChanges: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [FetchedChange] {
        try await desk.office.fetchChanges(of: program, reviews ?? [])
    }
}
