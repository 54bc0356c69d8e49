public import Mentoring

/// Offers a session that the caller leads.
public struct OfferSwap: SessionRequest {
    public typealias Answer = SwapOfferView
    public static let route = Route(
        .post, "sessions/{session}/offer", for: .mentor,
        "Offer a turn of yours to another mentor, or to all who could lead it by day.", of: Self())

    @Field(.session) public var session: String
    @Field("Who is asked; else every mentor of the region in whose day it lies.", .person(of: .mentors)) public var to:
        WrittenPerson?

    private init() {}

    public init(session: String, to: (any MeansSomebody)? = nil) {
        self.session = session
        self.to = to?.asWritten
    }
}

/// The offers that can still be taken or undone.
public struct ListSwaps: ProgramRequest {
    public typealias Answer = [SwapOfferView]
    public static let route = Route(
        .get, "programs/{program}/swaps", for: .mentor, "List the offers that can still be taken or undone.", of: Self()
    )

    @Field(.program) public var program: Program.Name

    private init() {}

    public init(program: Program.Name) { self.program = program }
}

/// Takes an offered session.
public struct AcceptSwap: Request {
    public typealias Answer = SwapOfferView
    public static let route = Route(
        .post, "swaps/{offer}/acceptance", for: .mentor, "Take a turn that is offered, and lead that session.",
        of: Self())

    @Field(.id("offer")) public var offer: Identifier<SwapOffer>

    private init() {}

    public init(offer: Identifier<SwapOffer>) { self.offer = offer }

    public var subject: Subject { .offer(offer) }
}

/// Takes back an offer, or undoes a swap.
public struct WithdrawSwap: Request {
    public typealias Answer = SwapOfferView
    public static let route = Route(
        .delete, "swaps/{offer}", for: .mentor, "Take an offer back, or undo a swap until the session is announced.",
        of: Self())

    @Field(.id("offer")) public var offer: Identifier<SwapOffer>

    private init() {}

    public init(offer: Identifier<SwapOffer>) { self.offer = offer }

    public var subject: Subject { .offer(offer) }
}
