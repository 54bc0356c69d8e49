public import Mentoring

/// Offers a session that the caller leads.
public struct OfferSwap: SessionVerb {
    /// See `Verb`.
    public static let route = Route(
        .post, "sessions/{session}/offer", for: .mentor,
        "Offer a turn of yours to another mentor, or to all who could lead it by day.",
        [.session, Field("to", .email, "Who is asked; else every mentor of the region in whose day it lies.").optional])

    /// The session's code.
    public var session: String
    /// Who is asked; nil asks every mentor of the region in whose day it lies.
    public var to: EmailAddress?

    /// A request with every part given.
    public init(session: String, to: EmailAddress? = nil) {
        self.session = session
        self.to = to
    }

    /// See `Verb`.
    public typealias Answer = SwapOfferView
}

/// The offers that can still be taken or undone.
public struct ListSwaps: ProgramVerb {
    /// See `Verb`.
    public static let route = Route(
        .get, "programs/{program}/swaps", for: .mentor,
        "List the offers that can still be taken or undone.",
        [.program])

    /// The program.
    public var program: Program.Name

    /// A request with every part given.
    public init(program: Program.Name) {
        self.program = program
    }

    /// See `Verb`.
    public typealias Answer = [SwapOfferView]
}

/// Takes an offered session.
public struct AcceptSwap: Verb {
    /// See `Verb`.
    public static let route = Route(
        .post, "swaps/{offer}/acceptance", for: .mentor,
        "Take a turn that is offered, and lead that session.",
        [.id("offer")])

    /// The offer.
    public var offer: Identifier<SwapOffer>

    /// A request with every part given.
    public init(offer: Identifier<SwapOffer>) {
        self.offer = offer
    }

    /// See `Verb`.
    public var subject: Subject { .offer(offer) }

    /// See `Verb`.
    public typealias Answer = SwapOfferView
}

/// Takes back an offer, or undoes a swap.
public struct WithdrawSwap: Verb {
    /// See `Verb`.
    public static let route = Route(
        .delete, "swaps/{offer}", for: .mentor,
        "Take an offer back, or undo a swap until the session is announced.",
        [.id("offer")])

    /// The offer.
    public var offer: Identifier<SwapOffer>

    /// A request with every part given.
    public init(offer: Identifier<SwapOffer>) {
        self.offer = offer
    }

    /// See `Verb`.
    public var subject: Subject { .offer(offer) }

    /// See `Verb`.
    public typealias Answer = SwapOfferView
}
