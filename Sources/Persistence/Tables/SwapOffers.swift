import Mentoring

extension Transaction {
    func swapOffers(of program: Program.Name) throws -> [SwapOffer] {
        try all(
            .swapOffer,
            """
            \(SwapOffer.selection) WHERE session.program = ? ORDER BY swap_offer.id
            """, [program], swapOffer)
    }

    func swapOffer(_ id: Identifier<SwapOffer>) throws -> SwapOffer? {
        try one(.swapOffer, "\(SwapOffer.selection) WHERE swap_offer.id = ?", [id], swapOffer)
    }

    func add(_ offer: SwapOffer) throws -> SwapOffer {
        var added = offer
        added.id = try insert(
            into: .swapOffer,
            [
                "session": offer.session, "mentor": offer.from.id, "asked": offer.to?.id, "made": offer.made,
                "state": offer.state, "accepted_by": offer.acceptedBy?.id,
            ])
        return added
    }

    func update(_ offer: SwapOffer) throws {
        try changeOne(
            "swap offer \(offer.id)", in: .swapOffer, offer.id,
            ["state": offer.state, "accepted_by": offer.acceptedBy?.id])
    }

    private func swapOffer(_ row: StoredRow) throws -> SwapOffer {
        let program: Program.Name = try row.value("program")
        return SwapOffer(
            id: try row.value("id"), session: try row.value("session"), from: try row.joinedPerson(),
            to: try person(row, "asked", of: program), made: try row.value("made"), state: try row.value("state"),
            acceptedBy: try person(row, "accepted_by", of: program))
    }
}

extension SwapOffer {
    /// A query for swap offers with those who made them, to be followed by a condition.
    fileprivate static let selection = """
        SELECT swap_offer.*, session.program, \(Person.joinedColumns(in: "session.program")) FROM swap_offer
            JOIN person ON person.id = swap_offer.mentor JOIN session ON session.id = swap_offer.session
        """
}

extension Table {
    static let swapOffer = Table("swap_offer")
}
