package import Mentoring

/// What somebody's leaving a program does to a person, with the facts; the session or the week of a duty is told beside it.
package enum DepartureEffect: Hashable, Sendable {
    /// They mentor the program no more.
    case mentorsNoMore(Program.Name)
    /// So many slots of theirs are withdrawn.
    case slotsWithdrawn(Int)
    /// An offer of theirs is withdrawn.
    case offerWithdrawn(Identifier<SwapOffer>)
    /// They hear of that.
    case toldOfOffer(Identifier<SwapOffer>)
    /// They lead a session until the next plan.
    case leadsUntilPlanned
    /// They have a place in such a session.
    case hearsWhoLeads
    /// They are a trainee of the program no more.
    case traineeNoMore(Program.Name)
    /// They are enrolled in a region, by its title, for a season no more.
    case enrolledNoMore(region: String, Season.Name)
    /// They lose a seat.
    case losesSeat
    /// They lose a place on a waiting list.
    case losesPlace
    /// They waited, and have a seat.
    case movesUp
    /// A nickname is theirs no more.
    case losesNickname(String)
    /// A proposal of theirs, which nobody has seen, is withdrawn.
    case proposalWithdrawn(Identifier<Review>)
    /// So many mails that they wrote are forgotten.
    case mailsForgotten(Int)
    /// So many of their votes are taken back.
    case votesTakenBack(Int)
    /// They take turns at a duty, by its title, no more.
    case volunteersNoMore(String)
    /// They were asked to take a week, and are no longer.
    case toldOfWeek
    /// They have a week of a duty until the next plan.
    case hasWeekUntilPlanned

    /// The effect, after their name.
    package var text: String {
        switch self {
        case .mentorsNoMore(let program): "mentors \(program) no more"
        case .slotsWithdrawn(let count): count == 1 ? "1 slot is withdrawn" : "\(count) slots are withdrawn"
        case .offerWithdrawn(let offer): "offer \(offer) is withdrawn"
        case .toldOfOffer(let offer): "is told that the offer \(offer) is withdrawn"
        case .leadsUntilPlanned: "leads it no more once the season is planned again"
        case .hearsWhoLeads: "hears then who leads it, or that it is cancelled"
        case .traineeNoMore(let program): "is a trainee of \(program) no more"
        case .enrolledNoMore(let region, let season): "is enrolled in \(region) for the season \(season) no more"
        case .losesSeat: "has no seat any more"
        case .losesPlace: "waits for a seat no more"
        case .movesUp: "moves up to a seat"
        case .losesNickname(let nickname): "the nickname \(nickname) is nobody's"
        case .proposalWithdrawn(let review): "proposal \(review) is withdrawn"
        case .mailsForgotten(let count):
            count == 1 ? "1 mail of theirs is forgotten" : "\(count) mails of theirs are forgotten"
        case .votesTakenBack(let count): count == 1 ? "1 vote is taken back" : "\(count) votes are taken back"
        case .volunteersNoMore(let duty): "takes turns at \(duty) no more"
        case .toldOfWeek: "is told that the week is offered no more"
        case .hasWeekUntilPlanned: "has it no more once the season is planned again"
        }
    }
}
