public import CivilTime

/// What somebody can say or do by a link in a mail to them, without signing in: one person and one matter, until that is over.
///
/// It shows how things stand, so that following it twice, or pressing its button twice, is as good as once, and so that what it
/// did can be undone by it.
public struct MailLink: Hashable, Sendable {
    /// What it is about.
    public enum Matter: Hashable, Sendable {
        /// Whether they come to a session: their seat, or their place on its waiting list.
        case attend(Identifier<Session>)
        /// Whether they lead a session that is theirs.
        case lead(Identifier<Session>)
        /// Which review a session that they lead is about.
        case pick(Identifier<Session>)
        /// Whether they lead a session that somebody offers them.
        case takeSession(Identifier<SwapOffer>)
        /// Whether they keep their week of a duty.
        case keepWeek(Identifier<DutyTurn>)
        /// Whether they take a week of a duty that somebody offers them.
        case takeWeek(Identifier<DutyTurn>)
        /// Whether they are reminded of sessions.
        case reminders
    }

    /// What is said on its page.
    public enum Answer: Hashable, Sendable {
        /// They come, lead, take or keep it, or want to be reminded.
        case yes
        /// They do not.
        case no
        /// This one is picked.
        case review(Identifier<Review>)
    }

    /// To whom it was mailed.
    public var person: Person
    /// What it is about.
    public var matter: Matter
    /// When it was mailed.
    public var made: Instant

    /// A link with every part given.
    public init(person: Person, matter: Matter, made: Instant) {
        self.person = person
        self.matter = matter
        self.made = made
    }

    /// For how many days a link works that ends reminders, which are about no single session.
    public static let daysOfReminders = 60

    /// When such a link ends.
    package var endOfReminders: Instant { made.adding(seconds: Int64(Self.daysOfReminders) * 86_400) }
}

extension MailLink.Answer: CustomStringConvertible, LosslessStringConvertible {
    /// `yes`, `no`, or the number of a review.
    public var description: String {
        switch self {
        case .yes: "yes"
        case .no: "no"
        case .review(let id): "\(id)"
        }
    }

    /// Reads what `description` wrote.
    public init?(_ description: String) {
        switch description {
        case "yes": self = .yes
        case "no": self = .no
        default:
            guard let number = Int64(description), number > 0, "\(number)" == description else { return nil }
            self = .review(Identifier(number))
        }
    }
}
