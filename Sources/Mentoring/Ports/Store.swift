public import ChatLogs
public import CivilTime
public import TimeZoneCatalog

/// Where everything is kept; `Persistence` does it with SQLite.
public protocol Store: Sendable {
    /// Runs `body` on one consistent state.
    /// - Throws: what `body` throws, or `StorageFailure`.
    func read<T: Sendable>(_ body: @Sendable (any StoreReading) throws -> T) async throws -> T

    /// Runs `body` as one transaction: once this returns, all of its changes are on disk; if it throws, none is.
    /// - Throws: what `body` throws, or `StorageFailure`.
    func write<T: Sendable>(_ body: @Sendable (any StoreWriting) throws -> T) async throws -> T

    /// Runs `body` unless somebody else, in this process or another, is in the same task on these books.
    /// - Returns: what `body` returns; nil when it was not run.
    /// - Throws: what `body` throws, or `StorageFailure`.
    func alone<T: Sendable>(_ task: String, _ body: @Sendable () async throws -> T) async throws -> T?

    /// A number that is another one as soon as a change, by this process or another, has been acknowledged; nil when it cannot be told.
    ///
    /// To ask is as good as free and waits for nobody. A change under way may show already, and go again when it fails.
    var changeCount: Int? { get }

    /// The same at a moment when no change is under way.
    /// - Throws: `StorageFailure`.
    func settledChangeCount() async throws -> Int?

    /// How often this process has waited since it began, because somebody else was writing.
    var busyRetries: Int { get }
}

/// What can be asked of one consistent state.
///
/// Lists come in a fixed order, which is stated.
public protocol StoreReading {
    /// All programs, by name.
    func programs() throws -> [Program]
    /// One program.
    func program(_ name: Program.Name) throws -> Program?
    /// A program's freezes, by first day, then number.
    func freezes(of program: Program.Name) throws -> [Freeze]
    /// The stages that lead to core reviewer in a program, first to last.
    func stages(of program: Program.Name) throws -> [Stage]

    /// A program's duties, in the order of its file.
    func duties(of program: Program.Name) throws -> [Duty]
    /// Who takes turns at a program's duties, by name of the duty, then address.
    func volunteers(of program: Program.Name) throws -> [Volunteer]
    /// The weeks of a program's duties in every season, by season, week, duty.
    func dutyTurns(of program: Program.Name) throws -> [DutyTurn]
    /// A person's weeks of duties in every program, by Monday, then number.
    func dutyTurns(of person: Identifier<Person>) throws -> [DutyTurn]
    /// The week of a duty with the code in a season.
    func dutyTurn(_ code: DutyCode, season: LocalDate) throws -> DutyTurn?

    /// Everybody, by address.
    func people() throws -> [Person]
    /// The person with the address.
    func person(_ email: EmailAddress) throws -> Person?
    /// A program's mentors, by region, then address.
    func mentors(of program: Program.Name) throws -> [Mentor]
    /// A program's trainees, by address.
    func trainees(of program: Program.Name) throws -> [Person]
    /// The slots offered to a program, by number.
    func slots(of program: Program.Name) throws -> [Slot]
    /// The slot with the number.
    func slot(_ id: Identifier<Slot>) throws -> Slot?
    /// A person's absences, by first day, then number.
    func absences(of person: Identifier<Person>) throws -> [Away]

    /// A program's sessions in every season, by season, week, region.
    func sessions(of program: Program.Name) throws -> [Session]
    /// A page of a season's sessions that start after a moment, by start as it was derived last.
    ///
    /// `without` leaves out those that a person is enrolled in or leads.
    func sessions(
        of program: Program.Name, season: LocalDate, after moment: Instant, without person: Identifier<Person>?,
        page: Page
    ) throws -> [Session]
    /// The sessions that a person is enrolled in or leads, in every program, and that start within a time as it was derived
    /// last, by number.
    func sessions(of person: Identifier<Person>, starting: Range<Instant>) throws -> [Session]
    /// The session with the iCalendar UID.
    func session(uid: String) throws -> Session?
    /// The session with the number.
    func session(_ id: Identifier<Session>) throws -> Session?
    /// The session with the code in a season.
    func session(_ code: SessionCode, season: LocalDate) throws -> Session?
    /// A session's enrollments, seats first by seat, then the waiting list in its order.
    func enrollments(in session: Identifier<Session>) throws -> [Enrollment]
    /// A person's enrollment in a session, if there is one.
    func enrollment(of person: Identifier<Person>, in session: Identifier<Session>) throws -> Enrollment?
    /// The seats of a session that are taken.
    func takenSeats(in session: Identifier<Session>) throws -> Set<Int>
    /// A person's enrollments, by number.
    func enrollments(of person: Identifier<Person>) throws -> [Enrollment]
    /// The place on the waiting list, from 1; nil for somebody with a seat.
    func position(of enrollment: Enrollment) throws -> Int?
    /// The enrollments whose seats were to be confirmed by the given moment, by session, then number.
    func unconfirmedEnrollments(at moment: Instant) throws -> [Enrollment]
    /// The waiting enrollments that let others go first, by session, then number.
    func yieldingEnrollments() throws -> [Enrollment]
    /// What was seen of a person in a program's sessions, the latest session first.
    func attendance(of person: Identifier<Person>, in program: Program.Name) throws -> [Attendance]
    /// Who came to a session and who did not, by number of the person.
    func attendance(in session: Identifier<Session>) throws -> [Attendance]
    /// The sessions of a program that a person led together with their mentors, by number.
    func sessionsCoLed(by person: Identifier<Person>, in program: Program.Name) throws -> [Identifier<Session>]
    /// Who led a session together with its mentor, by address.
    func coLeaders(of session: Identifier<Session>) throws -> [Person]
    /// Who came to a program's sessions and who did not, by number of the session, then of the person.
    func attendance(of program: Program.Name) throws -> [Attendance]
    /// The written answers to a session, oldest first.
    func answers(to session: Identifier<Session>) throws -> [WrittenAnswers]
    /// The written answers to a program's sessions, oldest first.
    func answers(of program: Program.Name) throws -> [WrittenAnswers]
    /// The sessions with written answers that are not signed off and that no mentor was told of, by number.
    func sessionsWithUntoldAnswers() throws -> [Session]
    /// The nicknames that are known in a program, by what all their spellings share.
    func nicknames(of program: Program.Name) throws -> [KnownNickname]
    /// How many seats are taken and how many people wait, for every session of a program that has any.
    func enrollmentCounts(of program: Program.Name) throws -> [Identifier<Session>: EnrollmentCounts]
    /// A program's standing enrollments, oldest first.
    func standingEnrollments(of program: Program.Name) throws -> [StandingEnrollment]

    /// What a person was last told of a session.
    func invitation(to person: Identifier<Person>, for session: Identifier<Session>) throws -> Invitation?
    /// Everybody who was told of a session, by number of the person.
    func invitations(for session: Identifier<Session>) throws -> [Invitation]
    /// Whom the token in an organizer address was made for, and what they were last told.
    func invitation(token: String) throws -> Invitation?
    /// The mails in the given states, in the order in which they leave.
    func outbox(_ states: Set<OutboxMessage.State>) throws -> [OutboxMessage]
    /// How much mail waits, and since when.
    func waitingMail() throws -> WaitingMail
    /// The addresses to which nothing is sent, by address.
    func suppressedAddresses() throws -> [SuppressedAddress]
    /// The reminders that were written for a session.
    func reminders(for session: Identifier<Session>) throws -> Set<Reminder>
    /// The other times that were proposed for a session, oldest first.
    func proposals(for session: Identifier<Session>) throws -> [TimeProposal]
    /// The mails that were of no use, oldest first.
    func mailSetAside() throws -> [SetAsideMail]

    /// A program's reviews, oldest first.
    func reviews(of program: Program.Name) throws -> [Review]
    /// The review with the number.
    func review(_ id: Identifier<Review>) throws -> Review?
    /// What the servers of a program's reviews said of them when they were asked last.
    func changeFacts(of program: Program.Name) throws -> [Identifier<Review>: ChangeFacts]
    /// When the servers of a program's reviews were asked last, whether they answered or not.
    func changesAsked(of program: Program.Name) throws -> [Identifier<Review>: Instant]
    /// When the session's present mentor was reminded to pick a review; nil while they were not.
    func pickReminder(for session: Session) throws -> Instant?
    /// How many voted for each of a program's reviews that anybody voted for.
    func votes(of program: Program.Name) throws -> [Identifier<Review>: Int]

    /// A program's swap offers, oldest first.
    func swapOffers(of program: Program.Name) throws -> [SwapOffer]
    /// The swap offer with the number.
    func swapOffer(_ id: Identifier<SwapOffer>) throws -> SwapOffer?

    /// All tokens, by number.
    func accessTokens() throws -> [AccessToken]
    /// The token with this digest.
    func accessToken(digest: [UInt8]) throws -> AccessToken?
    /// The sign-up that waits for an address's owner, or was confirmed by them within the day.
    func signUp(of email: EmailAddress) throws -> SignUp?
    /// The sign-up with a secret.
    func signUp(digest: [UInt8]) throws -> SignUp?
    /// How many sign-ups there are.
    func signUpCount() throws -> Int
    /// What was answered to a request that carried a key, within the last day.
    func answer(toRequest key: RequestKey) throws -> RecordedAnswer?

    /// A person's newest feed address, if they have one.
    func feedAddress(of person: Identifier<Person>) throws -> PersonalFeedAddress?
    /// Whose feed an address with this digest is.
    func person(feedAddress digest: [UInt8]) throws -> Person?

    /// The tz release under which instants were last computed, if any were.
    func timeZoneRelease() throws -> String?
}

/// What can be changed within one transaction.
///
/// `add` returns the entity with its number.
public protocol StoreWriting: StoreReading {
    /// Adds the program or replaces the one of that name.
    func save(_ program: Program) throws
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
    /// Adds the mentor or replaces what was stored of them.
    func save(_ mentor: Mentor) throws
    /// Removes somebody from a program's mentors together with the slots they offered to it.
    func removeMentor(_ person: Identifier<Person>, from program: Program.Name) throws
    /// Makes a person a trainee of a program; does nothing for one who is.
    func addTrainee(_ person: Identifier<Person>, to program: Program.Name, at: Instant) throws
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
    /// Records that nothing more is to be confirmed.
    func confirm(_ enrollment: Identifier<Enrollment>) throws
    /// Lets a waiting person go before those who came later from now on.
    func endYielding(_ enrollment: Identifier<Enrollment>) throws
    /// Removes an enrollment.
    func remove(_ enrollment: Identifier<Enrollment>) throws
    /// Adds a standing enrollment; does nothing when it exists.
    func add(_ standing: StandingEnrollment) throws
    /// Removes a standing enrollment; false when there is none.
    func removeStanding(_ person: Identifier<Person>, in region: Region, of program: Program.Name) throws -> Bool

    /// Records what a person is told of a session, replacing what they were told before.
    func save(_ invitation: Invitation) throws
    /// Adds a mail to the outbox.
    func add(_ message: OutboxMessage) throws -> OutboxMessage
    /// Records the outcome of handing a mail over.
    func update(_ message: OutboxMessage) throws
    /// Sends nothing to an address any more; does nothing for one to which nothing is sent already.
    func add(_ address: SuppressedAddress) throws
    /// Sends to an address again; false when it was never stopped.
    func removeSuppression(of address: EmailAddress) throws -> Bool
    /// Records that a reminder was written.
    func add(_ reminder: Reminder) throws
    /// Records a proposal, replacing the person's earlier one for the session.
    func save(_ proposal: TimeProposal) throws
    /// Keeps a mail that was of no use; of a thousand older ones the oldest goes.
    func add(_ mail: SetAsideMail) throws -> SetAsideMail
    /// Records whether somebody came, replacing what was recorded before.
    func save(_ attendance: Attendance) throws
    /// Forgets who came to a session.
    func removeAttendance(in session: Identifier<Session>) throws
    /// Records who led a session together with its mentor, replacing what was recorded before.
    func save(coLeaders people: [Identifier<Person>], of session: Identifier<Session>) throws
    /// Records answers, replacing the person's earlier ones to the session.
    func save(_ answers: WrittenAnswers) throws
    /// Records that a session's mentor was told of all answers to it that wait.
    func setMentorTold(ofAnswersTo session: Identifier<Session>, at: Instant) throws
    /// Records where the log of a session is, replacing what was recorded before.
    func setLog(_ address: String, of session: Identifier<Session>) throws
    /// Adds a nickname. The schema refuses one that is known in the program already.
    func add(_ nickname: KnownNickname) throws
    /// Removes a nickname; false when it is not known.
    func remove(_ nickname: Nickname, from program: Program.Name) throws -> Bool

    /// Adds a review.
    func add(_ review: Review) throws -> Review
    /// Changes a review's title.
    func update(_ review: Review) throws
    /// Records what a change's server said of it, replacing what it said before.
    func save(_ facts: ChangeFacts, of review: Identifier<Review>) throws
    /// Records that a review's server was asked; does nothing for a review that there is no more.
    func setAsked(about review: Identifier<Review>, at: Instant) throws
    /// Records that the session's present mentor was reminded to pick a review.
    func addPickReminder(for session: Session, at: Instant) throws
    /// Records a vote; does nothing when there is one.
    func vote(for review: Identifier<Review>, by person: Identifier<Person>) throws
    /// Takes a vote back; does nothing when there is none.
    func removeVote(for review: Identifier<Review>, by person: Identifier<Person>) throws

    /// Adds a swap offer.
    func add(_ offer: SwapOffer) throws -> SwapOffer
    /// Changes where a swap offer stands.
    func update(_ offer: SwapOffer) throws
    /// Adds a token.
    func add(_ token: AccessToken) throws -> AccessToken
    /// Adds a sign-up.
    func add(_ signUp: SignUp) throws
    /// Forgets sign-ups.
    func removeSignUps(madeBefore moment: Instant) throws
    /// Ends a token; false when there is none.
    func remove(_ token: Identifier<AccessToken>) throws -> Bool
    /// Records what was answered to a request that carried a key, and forgets what was answered before a moment.
    func record(_ answer: RecordedAnswer, toRequest key: RequestKey, forgettingBefore: Instant) throws
    /// Gives a person one more feed address.
    func add(_ address: PersonalFeedAddress) throws
    /// Ends all of a person's feed addresses.
    func removeFeedAddresses(of person: Identifier<Person>) throws

    /// Records the tz release under which instants were computed.
    func setTimeZoneRelease(_ release: String) throws
}

/// A part of a long list.
public struct Page: Hashable, Sendable {
    /// How many come before it.
    public var offset: Int
    /// How many it has at most.
    public var limit: Int

    /// The first entries of a list.
    public static func first(_ limit: Int) -> Page { Page(offset: 0, limit: limit) }

    /// What follows.
    var next: Page { Page(offset: offset + limit, limit: limit) }
}

/// How full a session is.
public struct EnrollmentCounts: Hashable, Sendable {
    /// Seats taken.
    public var enrolled: Int
    /// People waiting.
    public var waitlisted: Int

    /// The two numbers.
    public init(enrolled: Int = 0, waitlisted: Int = 0) {
        self.enrolled = enrolled
        self.waitlisted = waitlisted
    }
}
