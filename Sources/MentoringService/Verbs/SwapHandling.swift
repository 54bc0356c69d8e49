import Mentoring
public import MentoringAPI

extension OfferSwap: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> SwapOfferView {
        try await desk.office.offerSwap(of: session, by: desk.caller.person(), to: to)
    }
}

extension ListSwaps: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> [SwapOfferView] {
        try await desk.office.swapOffers(of: program)
    }
}

extension AcceptSwap: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> SwapOfferView {
        try await desk.office.acceptSwap(offer, by: desk.caller.person())
    }
}

extension WithdrawSwap: HandledVerb {
    /// See `HandledVerb`.
    public func carryOut(at desk: OfficeDesk) async throws -> SwapOfferView {
        try await desk.office.withdrawSwap(offer, by: desk.caller.person())
    }
}
