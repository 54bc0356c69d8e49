public import CivilTime
public import TimeZoneCatalog

/// What one person is told by mail, and why: everything that Meridian writes by itself.
public enum Notice: Hashable, Sendable {
    /// What their calendar has of a session is not so any more.
    case session(SessionNotice)
    /// What their calendar has of a week of a duty is not so any more, or they are asked to take one.
    case duty(DutyNotice)
    /// Something about a session that changes nothing in a calendar.
    case letter(Letter)
    /// A token was made for them.
    case token(TokenNotice)
    /// Somebody asks to be let in, or they were.
    case joining(JoinLetter)
    /// Whether it was they who signed up.
    case confirmation(ConfirmationRequest)
    /// By what they sign in.
    case signIn(SignInLetter)
    /// Whether it was they who wrote what could not be taken.
    case asking(AskingLetter)
    /// What somebody wrote to the program in words, for those who organize it.
    case forwarded(ForwardedMail)
    /// What became of what somebody asked for in words.
    case reply(MailReply)
    /// That they were moved to another address, or whether that is theirs.
    case moving(MoveLetter)

    /// To whom it goes.
    public var reader: EmailAddress {
        switch self {
        case .session(let notice): notice.invitation.person.email
        case .duty(let notice): notice.person.email
        case .letter(let letter): letter.reader.email
        case .token(let notice): notice.token.person.email
        case .joining(let letter): letter.reader
        case .confirmation(let request): request.email
        case .signIn(let letter): letter.reader
        case .asking(let letter): letter.matter.person.email
        case .forwarded(let mail): mail.reader
        case .reply(let reply): reply.reader.email
        case .moving(let letter): letter.reader
        }
    }

    /// When it is written.
    public var date: Instant {
        switch self {
        case .session(let notice): notice.invitation.stamp
        case .duty(let notice): notice.date
        case .letter(let letter): letter.date
        case .token(let notice): notice.token.created
        case .joining(let letter): letter.date
        case .confirmation(let request): request.date
        case .signIn(let letter): letter.date
        case .asking(let letter): letter.date
        case .forwarded(let mail): mail.date
        case .reply(let reply): reply.date
        case .moving(let letter): letter.date
        }
    }
}

/// What is written of somebody's place in a program: when one side of its door has moved, when their time in it comes to its end, or
/// when what they are called in its chat is not theirs any more; and that nothing of them is kept.
public struct JoinLetter: Hashable, Sendable {
    /// What has happened.
    public enum Occasion: Hashable, Sendable {
        /// Somebody asks to be let in: for the program's contact, who is not told here who.
        case asked
        /// The addressee was let in.
        case letIn
        /// The addressee's place in every session of a region ends with a season; the program has the next one in focus, in which the
        /// region may take no part.
        case goOn(Region, after: Season)
        /// An organizer found that a nickname is not the addressee's, who had said that it is: it is somebody else's, or nobody's.
        case nicknameLost(LostNickname, toSomebody: Bool)
        /// The addressee has a place in every session of a region in the season that the program has in focus, which is given up.
        case seasonGivenUp(Region)
        /// The addressee mentors in the program, and has published no time yet.
        case timesWanted
        /// All that was kept about the addressee was erased.
        case erased
    }

    /// To whom.
    public var reader: EmailAddress
    /// The program.
    public var program: Program
    /// What has happened.
    public var occasion: Occasion
    /// The page on which they say whether they go on, or publish their times; nil for what asks nothing, or where nobody knows where people reach the server.
    public var link: String?
    /// When it is written.
    public var date: Instant

    /// A letter with every part given.
    public init(reader: EmailAddress, program: Program, occasion: Occasion, link: String? = nil, date: Instant) {
        self.reader = reader
        self.program = program
        self.occasion = occasion
        self.link = link
        self.date = date
    }
}

/// What somebody is told when a token was made with which one can act in their name.
public struct TokenNotice: Hashable, Sendable {
    /// The token, whose secret is not known any more.
    public var token: AccessToken
    /// What it lets its bearer do.
    public var role: Role
    /// The program that writes.
    public var program: Program

    /// A notice with every part given.
    public init(token: AccessToken, role: Role, program: Program) {
        self.token = token
        self.role = role
        self.program = program
    }
}

/// What is mailed to an address before anything is known of its owner: nothing in it was typed in by whoever signed up.
public struct ConfirmationRequest: Hashable, Sendable {
    /// The address.
    public var email: EmailAddress
    /// The program.
    public var program: Program
    /// The page on which they confirm; nil where nobody knows where people reach the server.
    public var link: String?
    /// The secret in it, for the command line.
    public var secret: String
    /// The server's address, for the command line; nil as for the page.
    public var server: String?
    /// When it is written.
    public var date: Instant
    /// Whether the program invites them, and nobody has asked.
    public var isInvitation: Bool

    /// A request with every part given.
    public init(
        email: EmailAddress, program: Program, link: String?, secret: String, server: String?, date: Instant,
        isInvitation: Bool = false
    ) {
        self.isInvitation = isInvitation
        self.email = email
        self.program = program
        self.link = link
        self.secret = secret
        self.server = server
        self.date = date
    }
}

/// An invitation, or its end, and why it is sent.
public struct SessionNotice: Hashable, Sendable {
    /// What the addressee will have been told.
    public var invitation: Invitation
    /// The session as it is.
    public var session: Session
    /// Its program.
    public var program: Program
    /// Why the addressee is told.
    public var occasion: Occasion
    /// Until when the addressee is to say whether they come.
    public var confirmBy: Instant?
    /// What else the addressee does at its time, or waits for.
    public var clashes: [Engagement]
    /// What the addressee was told before, if anything.
    public var before: Invitation?
    /// When it was to begin as long as it was only planned, as the addressee knows it; nil where that is no news.
    public var planned: Instant?
    /// Whether it is what the addressee did themself, so that only their calendar does not know it.
    public var isOwnDeed: Bool

    /// A notice with every part given.
    public init(
        invitation: Invitation, session: Session, program: Program, occasion: Occasion, confirmBy: Instant? = nil,
        clashes: [Engagement] = [], before: Invitation? = nil, planned: Instant? = nil, isOwnDeed: Bool = false
    ) {
        self.planned = planned
        self.before = before
        self.isOwnDeed = isOwnDeed
        self.invitation = invitation
        self.session = session
        self.program = program
        self.occasion = occasion
        self.confirmBy = confirmBy
        self.clashes = clashes
    }
}

/// Why somebody is told of a session.
public enum Occasion: String, Sendable, Codable, CaseIterable {
    /// A tentative session that they lead or have a seat in is now fixed.
    case announced
    /// A session that they lead or have a seat in had been called off, and takes place after all.
    case reinstated
    /// They took a seat.
    case enrolled
    /// They said that they come, and all seats are taken: they wait for one.
    case waiting
    /// They waited and now have a seat.
    case promoted
    /// They did not confirm the seat that they were promoted to, and somebody else waited for it.
    case lapsed
    /// They are to lead it from now on.
    case entrusted
    /// It is at another time.
    case moved
    /// It is held elsewhere, at the same time.
    case relocated
    /// Something else that calendars show changed, such as its length.
    case changed
    /// Its mentor has picked the review that it is about.
    case reviewPicked
    /// Nobody picked a review in time, so the one worth most stands in.
    case reviewStoodIn
    /// Its mentor wrote what to look for in the review.
    case questionsNoted
    /// New tz data move it on their own wall.
    case clocksChanged
    /// Somebody else leads it.
    case mentorChanged
    /// It will not take place.
    case cancelled
    /// They gave up their seat.
    case left
    /// It is, by now, at the same time as something else that they lead or have a seat in.
    case clashed
    /// They take no part in the program any more.
    case unseated
    /// They no longer lead it.
    case relieved
    /// They get its mail at another address of theirs.
    case readdressed
}

/// A mail about a session that changes nothing in a calendar.
public struct Letter: Hashable, Sendable {
    /// What it is about.
    public enum Subject: Hashable, Sendable {
        /// The session is near; how many have a seat.
        case reminder(Reminder, enrolled: Int)
        /// Somebody asks the addressee to lead it instead.
        case swapOffered(SwapOffer, effect: [String])
        /// A review is to be picked for it by then; which would stand in otherwise.
        case pickDue(by: Instant, standIn: Review?)
        /// The change that it is about is no longer under review; which could take its place.
        case changeClosed(Review, ChangeFacts.State, substitute: Review?)
        /// So many people's written answers wait to be signed off.
        case answersWait(Int)
        /// The addressee's written answers count.
        case answersSignedOff
        /// It will not take place: for who waits, or has a seat in what was tentative.
        case calledOff
        /// Its hour has come without its having been announced: for the same.
        case notHeld
        /// It changed, and what it is about says how: for who waits, or has a seat in what is tentative.
        case changed(Occasion)
        /// It had been called off, and takes place: for the same.
        case takesPlace
        /// The addressee waited, and has a seat now in what is tentative.
        case movedUp
        /// A seat in what is tentative went, since the addressee leads or attends something else at that time.
        case seatGivenUp(for: Engagement)
        /// A seat was free, and the addressee leads or attends something else at that time.
        case passedOver(for: Engagement)
        /// The addressee was asked to lead it, and need not any more; whether its mentor goes on leading it.
        case swapWithdrawn(isLed: Bool)
        /// Another leads, by agreement, what was tentative and the addressee's: of what is announced their calendar says so.
        case handedOver
        /// The addressee leads it after all, since the other, or they themself, have undone that.
        case handedBack(from: Person)
        /// The addressee had asked somebody to lead it who leads sessions there no more; nil where they had asked all, and nobody is left.
        case swapUnanswered(Person?)
        /// Its mentor, who had declined, leads it after all: for the program's contact.
        case mentorReturned
        /// Its mentor has called it off, moved or reinstated it, which the occasion says: for those who organize the program.
        case byMentor(Occasion)
        /// Its mentor declined the invitation: for the program's contact.
        case mentorDeclined(comment: String?)
    }

    /// To whom.
    public var reader: Person
    /// In what capacity they take part.
    public var role: Invitation.Role
    /// The session as it is.
    public var session: Session
    /// Its program.
    public var program: Program
    /// What it is about.
    public var subject: Subject
    /// When it is written.
    public var date: Instant
    /// The token in the address to which the addressee answers; nil for who was not invited to the session.
    public var token: String?
    /// When the session began before, where that is what changed or it is off.
    public var was: Instant?
    /// The addressee's place on the waiting list; nil for who has a seat, or leads.
    public var waits: Int?

    /// A letter with every part given.
    public init(
        reader: Person, role: Invitation.Role, session: Session, program: Program, subject: Subject, date: Instant,
        token: String? = nil, was: Instant? = nil, waits: Int? = nil
    ) {
        self.reader = reader
        self.role = role
        self.session = session
        self.program = program
        self.subject = subject
        self.date = date
        self.token = token
        self.was = was
        self.waits = waits
    }
}
