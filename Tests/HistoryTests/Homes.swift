import CivilTime
import Mentoring
import MentoringService

// People move between two addresses of theirs. Whoever compares who they are looks at the one that they had first: at home.

extension Cast {
    private static let elsewhere = "@moved.example.net"

    /// The address that somebody had first, whichever they have now.
    static func home(of email: EmailAddress) -> EmailAddress {
        guard email.description.hasSuffix(elsewhere), let home = try? self.email(String(email.localPart)) else {
            return email
        }
        return home
    }

    /// To which address somebody moves from another.
    static func other(than email: EmailAddress) throws -> EmailAddress {
        try home(of: email) == email ? EmailAddress("\(email.localPart)\(elsewhere)") : home(of: email)
    }

    /// All addresses that somebody can have.
    static func addresses(of name: String) -> [String] { ["\(name)@example.org", "\(name)\(elsewhere)"] }
}

/// Where somebody is known, and where they get mail.
struct Address: Equatable {
    var known: EmailAddress
    /// The address before as long as the new one has not proved itself.
    var mailbox: EmailAddress
}

extension StoreReading {
    /// Where everybody is known and gets mail, by the address that they had first.
    func addresses() throws -> [EmailAddress: Address] {
        try people().reduce(into: [:]) { all, person in
            let open = try addressMoves(of: person.id).first { $0.proved == nil && $0.undone == nil }
            all[Cast.home(of: person.email)] = Address(known: person.email, mailbox: open?.old ?? person.email)
        }
    }
}

extension Person {
    var atHome: Person {
        var person = self
        person.email = Cast.home(of: email)
        return person
    }
}

/// What is about one person.
protocol OfOnePerson {
    var person: Person { get set }
}

extension OfOnePerson {
    var atHome: Self {
        var one = self
        one.person = person.atHome
        return one
    }
}

extension Mentor: OfOnePerson {}
extension Enrollment: OfOnePerson {}
extension Invitation: OfOnePerson {}
extension StandingEnrollment: OfOnePerson {}
extension Volunteer: OfOnePerson {}

extension Session {
    var atHome: Session {
        var session = self
        session.mentor = mentor.atHome
        return session
    }
}

extension DutyTurn {
    var atHome: DutyTurn {
        var turn = self
        turn.person = person.atHome
        turn.offer?.to = offer?.to?.atHome
        return turn
    }
}

extension SwapOffer {
    var atHome: SwapOffer {
        var offer = self
        offer.from = from.atHome
        offer.to = to?.atHome
        offer.acceptedBy = acceptedBy?.atHome
        return offer
    }
}
