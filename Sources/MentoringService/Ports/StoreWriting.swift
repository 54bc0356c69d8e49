public import ChatLogs
public import CivilTime
public import Mentoring
public import TimeZoneCatalog

/// What can be changed within one transaction.
///
/// `add` returns the entity with its number.
public protocol StoreWriting: StoreReading {
    /// Adds the program with its seasons, or replaces the one of that name and those of its seasons that it has by their names;
    /// others stay, and one that was given up is its again.
    func save(_ program: Program) throws
    /// Gives seasons of a program, each by the name that it has, another name, first day or length; what belongs to one goes
    /// with it. They may exchange their names and first days among themselves.
    func change(_ seasons: [(known: Season.Name, to: Season)], of program: Program.Name) throws
    /// Takes a season of which nothing was announced out of a program. It is kept among those given up, with its name and the
    /// standing enrollments in it, when anybody knows a code of it or anything belongs to it; `save` of the program makes it the
    /// program's again.
    func giveUpSeason(_ name: Season.Name, of program: Program.Name) throws
    /// Replaces what a program's file said when it was applied last.
    func save(_ facts: Set<FileFact>, of program: Program.Name) throws
    /// Adds a freeze.
    func add(_ freeze: Freeze, to program: Program.Name) throws -> Freeze
    /// Removes a freeze; false when there is none.
    func remove(_ freeze: Identifier<Freeze>) throws -> Bool
    /// Replaces a program's stages.
    func save(_ stages: [Stage], of program: Program.Name) throws

    /// Adds the duty or replaces the program's one of that name; `place` is its place in the program's file, from 1.
    func save(_ duty: Duty, at place: Int, of program: Program.Name) throws
    /// Removes a duty together with its volunteers and weeks.
    func removeDuty(_ name: Duty.Name, from program: Program.Name) throws
    /// Adds a volunteer; does nothing for one who is.
    func add(_ volunteer: Volunteer, to program: Program.Name) throws
    /// Removes somebody from a duty's volunteers; false when they are none.
    func removeVolunteer(_ person: Identifier<Person>, for duty: Duty.Name, from program: Program.Name) throws -> Bool
    /// Adds a week of a duty.
    func add(_ turn: DutyTurn) throws -> DutyTurn
    /// Changes a week of a duty.
    func update(_ turn: DutyTurn) throws

    /// Adds a person.
    func add(_ person: Person) throws -> Person
    /// Changes a person's name or zone.
    func update(_ person: Person) throws
    /// Records that somebody moves, with the digests of the secrets that prove the new address and undo it.
    func add(_ move: AddressMove, proof: [UInt8], undo: [UInt8]) throws
    /// Records that a move was proved or undone; what is of no use any more of its secrets is forgotten.
    func update(_ move: AddressMove) throws
    /// Gives a person another address, also where they wrote and asked with it.
    func changeAddress(of person: Person, to email: EmailAddress) throws
    /// Gives all that is one person's to another, as far as they have it not, and removes that one.
    ///
    /// Where both have a seat or a place in one session, one of them is to be given up first.
    func absorb(_ person: Identifier<Person>, into other: Identifier<Person>) throws
    /// Takes who somebody is out of everything that is kept; their row stays, empty, for what is not theirs alone.
    ///
    /// What they take part in is to have ended before.
    func erase(_ erasure: Erasure) throws
    /// Forgets what was kept for longer than is to be, of each kind the oldest, and no more than so many at once.
    func forgetWhatOutlived(_ retention: Retention, at now: Instant, atMost most: Int) throws
    /// Tells the hours of the sessions that somebody led, or leads by a slot of theirs, in UTC from now on: the same instants.
    func tellHoursInUTC(ofSlotsOf person: Identifier<Person>) throws
    /// Gives an organizer's and administrator's rights of one address to another.
    func moveRights(from old: EmailAddress, to new: EmailAddress) throws
    /// Notes that somebody has given name and zone themself.
    func setSpoken(_ person: Identifier<Person>) throws
    /// Adds the introduction or replaces what the program was told before.
    func save(_ introduction: Introduction) throws
    /// Removes what a program was told of somebody; does nothing when it was told nothing.
    func removeIntroduction(of person: Identifier<Person>, to program: Program.Name) throws
    /// Adds the mentor or replaces what was stored of them.
    func save(_ mentor: Mentor) throws
    /// Notes that somebody has left a program: others see their name no more where it stands for what is to come.
    func noteDeparture(of person: Identifier<Person>, from program: Program.Name, at moment: Instant) throws
    /// Removes somebody from a program's mentors together with the slots they offered to it.
    func removeMentor(_ person: Identifier<Person>, from program: Program.Name) throws
    /// Makes a person a trainee of a program; does nothing for one who is.
    func addTrainee(_ person: Identifier<Person>, to program: Program.Name, at: Instant) throws
    /// Makes somebody an organizer of a program; does nothing for one who is.
    func addOrganizer(_ email: EmailAddress, to program: Program.Name) throws
    /// Takes an organizer's rights; false when they have none.
    func removeOrganizer(_ email: EmailAddress, from program: Program.Name) throws -> Bool
    /// Makes somebody an administrator; does nothing for one who is.
    func addAdministrator(_ email: EmailAddress) throws
    /// Takes an administrator's rights; false when they have none.
    func removeAdministrator(_ email: EmailAddress) throws -> Bool
    /// Takes somebody out of a program's trainees together with their standing enrollments; false when they are none.
    func removeTrainee(_ person: Identifier<Person>, from program: Program.Name) throws -> Bool
    /// Blocks an address; does nothing for one that is.
    func add(_ blocked: BlockedAddress) throws
    /// Ends the block of an address, in a program or on the whole server; false when there is none.
    func removeBlock(of email: EmailAddress, in program: Program.Name?) throws -> Bool
    /// Lets a program pause; does nothing for one that does.
    func pause(_ program: Program.Name, at moment: Instant) throws
    /// Ends a program's pause; false when it does not pause.
    func resume(_ program: Program.Name) throws -> Bool
    /// Archives a program; does nothing for one that is.
    func archive(_ program: Program.Name, at moment: Instant) throws
    /// Reopens a program; false when it is not archived.
    func reopen(_ program: Program.Name) throws -> Bool
    /// Adds a slot.
    func add(_ slot: Slot) throws -> Slot
    /// Changes a slot's pattern or zone.
    func update(_ slot: Slot) throws
    /// Removes a slot; sessions made from it stay.
    func remove(_ slot: Identifier<Slot>) throws -> Bool
    /// Adds an absence.
    func add(_ away: Away) throws -> Away
    /// Removes an absence; false when there is none.
    func remove(_ away: Identifier<Away>) throws -> Bool

    /// Adds a session.
    func add(_ session: Session) throws -> Session
    /// Changes a session.
    func update(_ session: Session) throws
    /// Adds an enrollment. The schema refuses a seat beyond the capacity, a seat taken, and a second enrollment of one person.
    func add(_ enrollment: Enrollment) throws -> Enrollment
    /// Gives a waiting person a seat, to be confirmed by a moment or not at all.
    func seat(_ enrollment: Identifier<Enrollment>, at seat: Int, confirmBy: Instant?) throws
    /// Gives somebody who has a seat another that is free.
    func move(_ enrollment: Identifier<Enrollment>, toSeat seat: Int) throws
    /// Records that nothing more is to be confirmed.
    func confirm(_ enrollment: Identifier<Enrollment>) throws
    /// Lets others go before a waiting person from now on, or no longer.
    func setYielding(_ yields: Bool, of enrollment: Identifier<Enrollment>) throws
    /// Removes an enrollment.
    func remove(_ enrollment: Identifier<Enrollment>) throws
    /// Adds a standing enrollment; does nothing when it exists.
    func add(_ standing: StandingEnrollment) throws
    /// Records what somebody was asked whether they want it, by the link whose secret has the digest.
    func offer(_ standing: StandingEnrollment, digest: [UInt8]) throws
    /// Ends the links by which somebody was asked whether they want that.
    func removeStandingOffers(like offer: StandingEnrollment) throws
    /// Removes a standing enrollment; false when there is none.
    func removeStanding(
        _ person: Identifier<Person>, in region: Region, of program: Program.Name, season: Season.Name
    ) throws -> Bool

    /// Keeps by which token an invitation was answered from an address, for when its owner comes back there.
    func keep(_ invitation: Invitation, of email: EmailAddress) throws
    /// Forgets what a person was told of a session.
    func removeInvitation(to person: Identifier<Person>, for session: Identifier<Session>) throws
    /// Records what a person is told of a session, replacing what they were told before.
    func save(_ invitation: Invitation) throws
    /// Adds a mail to the outbox.
    func add(_ message: OutboxMessage) throws -> OutboxMessage
    /// Records what a mail says of a session, so that it waits for others about the same one.
    func add(_ mail: SessionMail) throws
    /// Lets a mail go that waited for others, urgently or among those of which a person gets few in a day.
    func release(_ mail: Identifier<OutboxMessage>, urgently: Bool, at moment: Instant) throws
    /// Looks at a mail that waits for others again at another moment.
    func putOff(_ mail: Identifier<OutboxMessage>, until moment: Instant) throws
    /// Removes a mail that waits for others, since one of them says it.
    func remove(gathering mail: Identifier<OutboxMessage>) throws
    /// Records the outcome of handing a mail over.
    func update(_ message: OutboxMessage) throws
    /// Sends nothing to an address any more; does nothing for one to which nothing is sent already.
    func add(_ address: SuppressedAddress) throws
    /// Sends to an address again; false when it was never stopped.
    func removeSuppression(of address: EmailAddress) throws -> Bool
    /// Records that somebody was told of something, which they are then told no more.
    func setTold(_ told: Told, at: Instant) throws
    /// Records what somebody is asked by the link whose secret has the digest.
    func add(_ matter: MailMatter, digest: [UInt8], at: Instant) throws
    /// Lets the links by which a person was asked about a session ask about what is wanted of it last; one that asks for any answer
    /// goes on to do that.
    func changeMailMatters(to matter: MailMatter) throws
    /// Ends the links by which a person was asked about a session.
    func removeMailMatters(of person: Identifier<Person>, about session: Identifier<Session>) throws
    /// Ends all links in mails to a person.
    func removeMailMatters(of person: Identifier<Person>) throws
    /// Ends the links in mails to a person that are about one program.
    func removeMailMatters(of person: Identifier<Person>, in program: Program.Name) throws
    /// Records what somebody can do by the link whose secret has the digest.
    func add(_ link: MailLink, digest: [UInt8]) throws
    /// Forgets links about what was over at a moment.
    func removeMailLinks(overSince moment: Instant) throws
    /// Records whether somebody wants to be reminded of sessions.
    func setReminders(_ areWanted: Bool, of person: Identifier<Person>, at moment: Instant) throws
    /// Records where people reach the server.
    func setPublicAddress(_ addresses: FeedAddresses) throws
    /// Records a proposal, replacing the person's earlier one for the session.
    func save(_ proposal: TimeProposal) throws
    /// Keeps a mail that was of no use; of a thousand older ones the oldest goes.
    func add(_ mail: SetAsideMail) throws -> SetAsideMail
    /// Keeps a mail in which somebody wrote to a program. Of a thousand older ones one goes: first those of people who take no
    /// part in it, then the oldest, and none that is still to be named to organizers before there are ten thousand.
    func add(_ mail: WrittenMail) throws -> WrittenMail
    /// Records that organizers were told that a mail came.
    func setListed(_ mail: Identifier<SetAsideMail>) throws
    /// Forgets what somebody wrote to a program, and says how many mails that were.
    func removeWrittenMail(of sender: EmailAddress, in program: Program.Name) throws -> Int
    /// Forgets the mails in words that came before a moment.
    func removeWrittenMail(receivedBefore moment: Instant) throws
    /// Records whether somebody came, replacing what was recorded before.
    func save(_ attendance: Attendance) throws
    /// Forgets who came to a session.
    func removeAttendance(in session: Identifier<Session>) throws
    /// Records who spoke in a session and was nobody's, replacing what was recorded before.
    func save(_ visitors: [Visitor], of session: Identifier<Session>) throws
    /// Records who led a session together with its mentor, replacing what was recorded before.
    func save(coLeaders people: [Identifier<Person>], of session: Identifier<Session>) throws
    /// Records answers, replacing the person's earlier ones to the session.
    func save(_ answers: WrittenAnswers) throws
    /// Records where the log of a session is, replacing what was recorded before.
    func setLog(_ address: String, of session: Identifier<Session>) throws
    /// Adds a nickname. The schema refuses one that is known in the program already.
    func add(_ nickname: KnownNickname) throws
    /// Removes a nickname; false when it is not known.
    func remove(_ nickname: Nickname, from program: Program.Name) throws -> Bool
    /// Keeps what somebody says until an organizer confirms it; saying it again is saying it once.
    func claim(_ nickname: KnownNickname) throws
    /// Forgets who said that a nickname is theirs: a person, or everybody where it is nil; false where nobody did.
    func removeClaims(
        to nickname: Nickname, in program: Program.Name, by person: Identifier<Person>?
    ) throws -> Bool
    /// Forgets every nickname of which somebody of a program said that it is theirs.
    func removeNicknameClaims(of person: Identifier<Person>, in program: Program.Name) throws

    /// Adds a review.
    func add(_ review: Review) throws -> Review
    /// Removes a review together with its votes; sessions that were about it are about nothing.
    func remove(_ review: Identifier<Review>) throws
    /// Changes a review's title, and whether it was seen.
    func update(_ review: Review) throws
    /// Records what a change's server said of it, replacing what it said before.
    func save(_ facts: ChangeFacts, of review: Identifier<Review>) throws
    /// Records that a review's server was asked; does nothing for a review that there is no more.
    func setAsked(about review: Identifier<Review>, at: Instant) throws
    /// Records a vote; does nothing when there is one.
    func vote(for review: Identifier<Review>, by person: Identifier<Person>) throws
    /// Takes back a person's votes for a program's reviews that no session is about, and says how many those were.
    func removeVotes(of person: Identifier<Person>, in program: Program.Name) throws -> Int
    /// Takes a vote back; does nothing when there is none.
    func removeVote(for review: Identifier<Review>, by person: Identifier<Person>) throws

    /// Adds a swap offer.
    func add(_ offer: SwapOffer) throws -> SwapOffer
    /// Changes where a swap offer stands.
    func update(_ offer: SwapOffer) throws
    /// Adds a token.
    func add(_ token: AccessToken) throws -> AccessToken
    /// Forgets browser sessions that ended before a moment.
    func removeBrowserSessions(deadSince moment: Instant) throws
    /// Adds an attempt to sign in.
    func add(_ signIn: SignIn) throws -> SignIn
    /// Changes how often an attempt was tried, and whether it was used.
    func update(_ signIn: SignIn) throws
    /// Forgets attempts with a letter that began before a moment, and those without that began before another.
    func removeSignIns(madeBefore moment: Instant, withoutLetterBefore other: Instant) throws
    /// Adds a sign-up, or replaces what a mailbox's earlier one proposes; its secret and its age stay.
    func save(_ signUp: SignUp) throws
    /// Forgets sign-ups.
    func removeSignUps(madeBefore moment: Instant) throws
    /// Records that somebody is about to become a trainee, replacing what was recorded of them before.
    func save(_ request: JoinRequest) throws
    /// Forgets that somebody was about to become a trainee.
    func removeJoinRequest(of email: EmailAddress, in program: Program.Name) throws
    /// Records when a token was used or revoked, and when it expires.
    func update(_ token: AccessToken) throws
    /// Records what was answered to a request that carried a key, and forgets what was answered before a moment.
    func record(_ answer: RecordedAnswer, toRequest key: RequestKey, forgettingBefore: Instant) throws
    /// Gives a person one more feed address.
    func add(_ address: PersonalFeedAddress) throws
    /// Ends all of a person's feed addresses.
    func removeFeedAddresses(of person: Identifier<Person>) throws

    /// Writes down what was done.
    func add(_ entry: LogEntry) throws
    /// From here on it is noted who waits for seats no more; see `queueChanges`.
    func noteQueues() throws -> QueueMark
    /// How many rows were changed so far, in this transaction and those before it; grows.
    var changesMade: Int { get }

    /// Records the tz release under which instants were computed.
    func setTimeZoneRelease(_ release: String) throws
    /// Keeps mail from leaving since a moment, or lets it leave.
    func setMailHeld(since moment: Instant?) throws
    /// Forgets the bytes of a mail that has left or never will.
    func empty(_ message: Identifier<OutboxMessage>) throws
}
