/// What becomes of whom a letter asked whether they go on in the next season.
package enum StandingOfferOutcome: Hashable, Sendable {
    /// They are enrolled for the season: so many seats, and so many places in a queue, in the sessions that there are; what speaks
    /// against the others.
    case goesOn(seats: Int, waiting: Int, leftOut: [String])
    /// They do not go on.
    case ended
}
