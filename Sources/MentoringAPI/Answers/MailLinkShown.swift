public import CivilTime
public import Mentoring

/// What the page behind a link of a mail shows to whoever has it: how things stand with one person's one matter.
public struct MailLinkShown: Sendable {
    /// What it is about, as far as that has a time.
    public enum About: Sendable {
        /// A session.
        case session(Session)
        /// A week of a duty, and what the duty is called.
        case week(DutyTurn, of: String)
        /// Reminders, of whichever session.
        case reminders
    }

    /// How things stand, so that what can be said follows.
    public enum Standing: Hashable, Sendable {
        /// They have a seat, which they may have to confirm until then; so many wait for one.
        case seated(confirmBy: Instant?, waiting: Int)
        /// They wait at this place, from 1.
        case waits(Int)
        /// They have neither; so many seats are free, and so many people wait; whether they let others go first.
        case apart(free: Int, waiting: Int, yields: Bool)
        /// They lead it, whether it is offered to others, and how many have a seat.
        case leads(isOffered: Bool, enrolled: Int)
        /// They pick its review: what it is about, and what everybody sees that it could be about.
        case picks(String?, [Proposal])
        /// Somebody asks whether they take it, and what that would mean.
        case isAsked(by: String, effect: [String])
        /// They took it, and whether they can give it back.
        case took(canGiveBack: Bool)
        /// The week is theirs, and whether it is offered to others.
        case hasWeek(isOffered: Bool)
        /// Whether they are reminded.
        case reminded(Bool)
        /// Nothing is to be said any more, and why.
        case settled(Settled)
    }

    /// Why nothing is to be said any more.
    public enum Settled: Hashable, Sendable {
        /// They lead the session, and need no seat.
        case leads
        /// They lead no sessions of its region.
        case leadsNoMore
        /// Something keeps them from taking it.
        case kept(by: String)
        /// Somebody else, by name, leads the session.
        case ledBy(String)
        /// Somebody else, by name, has the week.
        case hadBy(String)
    }

    /// A review that could be picked.
    public struct Proposal: Hashable, Sendable {
        /// Its number.
        public let id: Identifier<Review>
        /// What it is called.
        public let title: String
        /// What speaks for it.
        public let why: String

        package init(id: Identifier<Review>, title: String, why: String) {
            self.id = id
            self.title = title
            self.why = why
        }
    }

    /// Who they are.
    public let person: Person
    /// What it is about.
    public let about: About
    /// The program that it is about; nil for what holds in all.
    public let program: Program?
    /// How things stand.
    public let standing: Standing
    /// When the link ends, whatever is said before.
    public let end: Instant

    /// The role with which they act there.
    package let role: Role
    /// Who they are, as they act.
    package let actor: EmailAddress
    /// What the link is about.
    package let matter: MailLink.Matter

    package init(
        person: Person, about: About, program: Program?, standing: Standing, end: Instant, role: Role,
        actor: EmailAddress, matter: MailLink.Matter
    ) {
        (self.person, self.about, self.program, self.standing, self.end) = (person, about, program, standing, end)
        (self.role, self.actor, self.matter) = (role, actor, matter)
    }
}
