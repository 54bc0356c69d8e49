public import CivilTime

/// What one person seems to want of one session, as a mail says that nobody can take on its word: one click of theirs decides.
public struct MailMatter: Hashable, Sendable {
    /// What they seem to want.
    public enum Wish: Hashable, Sendable {
        /// To answer their invitation so; nil when the answer could not be read, so that they are to say it.
        case answer(ParticipationStatus?)
        /// To begin at another time, which is noted for the mentor and changes nothing else.
        case anotherTime(Instant)
        /// To have a seat.
        case enroll
        /// To give up their seat, or their place on the waiting list.
        case leave
    }

    /// Who.
    public var person: Person
    /// Of which session.
    public var session: Identifier<Session>
    /// What.
    public var wish: Wish

    /// A matter with every part given.
    public init(person: Person, session: Identifier<Session>, wish: Wish) {
        self.person = person
        self.session = session
        self.wish = wish
    }
}

extension MailMatter.Wish: CustomStringConvertible, LosslessStringConvertible {
    /// `answer DECLINED`, `answer`, `another-time 2027-01-05T10:00:00Z`, `enroll` or `leave`.
    public var description: String {
        switch self {
        case .answer(let status): status.map { "answer \($0.rawValue)" } ?? "answer"
        case .anotherTime(let start): "\(Self.anotherTimeWord)\(start.rfc3339)"
        case .enroll: "enroll"
        case .leave: "leave"
        }
    }

    private static let anotherTimeWord = "another-time "

    /// Reads what `description` wrote.
    public init?(_ description: String) {
        switch description {
        case "answer": self = .answer(nil)
        case "enroll": self = .enroll
        case "leave": self = .leave
        case let text where text.hasPrefix(Self.anotherTimeWord):
            guard let start = Instant(rfc3339: String(text.dropFirst(Self.anotherTimeWord.count))) else { return nil }
            self = .anotherTime(start)
        default:
            guard description.hasPrefix("answer "),
                let status = ParticipationStatus(rawValue: String(description.dropFirst("answer ".count)))
            else { return nil }
            self = .answer(status)
        }
    }
}
