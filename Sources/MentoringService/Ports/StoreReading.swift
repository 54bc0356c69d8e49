public import ChatLogs
public import CivilTime
public import Mentoring

/// What can be asked of one consistent state.
///
/// Lists come in a fixed order, which is stated.
public protocol StoreReading {
    /// The same state, whose programs have the season in focus that a moment means.
    func meaningSeasons(at moment: Instant) -> Self
    /// That moment, if it was said.
    var moment: Instant? { get }
    /// All programs, by name.
    ///
    /// It takes as long as there are programs: what concerns one person, or one program, asks for less.
    func programs() throws -> [Program]
    /// The names of all programs, in the order of the alphabet.
    func programNames() throws -> [Program.Name]
    /// The addresses at which programs are reached.
    func contacts() throws -> Set<EmailAddress>
    /// The programs in which whoever has an address is anything, by name: they organize, lead, learn or volunteer there; all of them
    /// for an administrator. Whether they may be it still is another question.
    func programs(of email: EmailAddress) throws -> [Program]
    /// One program.
    func program(_ name: Program.Name) throws -> Program?
    /// The seasons that a program's file left out before anything of them was announced, by start: they are none of its seasons,
    /// and keep their names, their sessions and their weeks of duties.
    func givenUpSeasons(of program: Program.Name) throws -> [Season]
    /// The seasons of a program of which something was announced.
    func announcedSeasons(of program: Program.Name) throws -> Set<Season.Name>
    /// The seasons of a program of which anybody knows a code: whoever is enrolled there, was offered a turn or picked a review.
    func spokenSeasons(of program: Program.Name) throws -> Set<Season.Name>
    /// The seasons of a program whose codes were given out without a name.
    func unnamedSeasons(of program: Program.Name) throws -> Set<Season.Name>
    /// What a program's file said when it was applied last; nothing before it was, or was so by an earlier release.
    func fileFacts(of program: Program.Name) throws -> Set<FileFact>
    /// A program's freezes, by first day, then number.
    func freezes(of program: Program.Name) throws -> [Freeze]
    /// The stages that lead to core reviewer in a program, first to last.
    func stages(of program: Program.Name) throws -> [Stage]
    /// The stages of every program that has any.
    func stages() throws -> [Program.Name: [Stage]]

    /// A program's duties, in the order of its file.
    func duties(of program: Program.Name) throws -> [Duty]
    /// Who takes turns at a program's duties, by name of the duty, then address.
    func volunteers(of program: Program.Name) throws -> [Volunteer]
    /// The weeks of a program's duties in every season, by season, week, duty.
    func dutyTurns(of program: Program.Name) throws -> [DutyTurn]
    /// Those of them that were never announced and begin on a day or before, in the same order.
    func tentativeDutyTurns(of program: Program.Name, until day: LocalDate) throws -> [DutyTurn]
    /// A person's weeks of duties in every program, by Monday, then number.
    func dutyTurns(of person: Identifier<Person>) throws -> [DutyTurn]
    /// The week of a duty with the code.
    func dutyTurn(_ code: DutyCode) throws -> DutyTurn?
    /// The week with a number.
    func dutyTurn(_ id: Identifier<DutyTurn>) throws -> DutyTurn?
    /// The week of a duty with the iCalendar UID.
    func dutyTurn(uid: String) throws -> DutyTurn?

    /// Everybody, by address.
    func people() throws -> [Person]
    /// The person with the address.
    func person(_ email: EmailAddress) throws -> Person?
    /// All that is kept of somebody by their number and their addresses, by kind, what came last first; of each kind, and address, the
    /// last so many, and whether that leaves any out.
    func records(
        of person: Identifier<Person>, at addresses: [EmailAddress], atMost most: Int
    ) throws -> (records: [PersonRecord], isCut: Bool)
    /// Whether anything was kept for longer than is to be.
    func hasOutlived(_ retention: Retention, at now: Instant) throws -> Bool
    /// When whoever had an address was erased; nil where nobody was who had proved it.
    func erased(_ email: EmailAddress) throws -> Instant?
    /// Those who were erased after a backup was made that was restored since, and are to be erased again, by number.
    func erasuresDue() throws -> [Person]
    /// The person with the number.
    func person(_ id: Identifier<Person>) throws -> Person?
    /// The addresses that begin as one does whose owners may take part no more: in a program or on the whole server, or,
    /// without one, there alone.
    func blockedAddresses(holding program: Program.Name?, like email: EmailAddress) throws -> [EmailAddress]
    /// The addresses that are blocked in a program, or, without one, on the whole server, by address.
    func blockedAddresses(in program: Program.Name?) throws -> [BlockedAddress]
    /// Since when a program takes in nobody and nothing, and sends no mail; nil while it does not pause.
    func pause(of program: Program.Name) throws -> Instant?
    /// The programs that pause.
    func pausedPrograms() throws -> Set<Program.Name>
    /// Since when a program can only be read; nil while it is not archived.
    func archive(of program: Program.Name) throws -> Instant?
    /// The programs that are archived.
    func archivedPrograms() throws -> Set<Program.Name>
    /// The same, and since when.
    func archives() throws -> [Program.Name: Instant]
    /// How somebody came from one address to another, oldest first.
    func addressMoves(of person: Identifier<Person>) throws -> [AddressMove]
    /// Who has moved away from an address, oldest first.
    func addressMoves(from old: EmailAddress) throws -> [AddressMove]
    /// The moves that can be undone and were made at a moment or before, oldest first.
    func undoableAddressMoves(madeUntil moment: Instant) throws -> [AddressMove]
    /// The move whose new address is proved by the secret with the digest; nil when it was, or is over.
    func addressMove(proof digest: [UInt8]) throws -> AddressMove?
    /// The move that the secret with the digest undoes; nil when it was undone.
    func addressMove(undo digest: [UInt8]) throws -> AddressMove?
    /// What a program was told of somebody; nil when they told it themself.
    func introduction(of person: Identifier<Person>, to program: Program.Name) throws -> Introduction?
    /// What programs were told of somebody, by program.
    func introductions(of person: Identifier<Person>) throws -> [Introduction]
    /// Whether somebody has given name and zone themself, to whichever program.
    func hasSpoken(_ person: Identifier<Person>) throws -> Bool
    /// A program's mentors, by region, then address.
    func mentors(of program: Program.Name) throws -> [Mentor]
    /// A program's trainees, by address.
    func trainees(of program: Program.Name) throws -> [Person]
    /// Who leads, learns or volunteers in a program, in no order.
    func participants(of program: Program.Name) throws -> [Participant]
    /// How many of a program's trainees live by which clock, as the program shows them.
    func audience(of program: Program.Name) throws -> [TimeZoneID: Int]
    /// What a person is in a program: mentor, trainee (who volunteers for a duty is one), or nothing.
    func membership(of person: Identifier<Person>, in program: Program.Name) throws -> Role?
    /// The addresses of a program's organizers, in the order of the alphabet.
    func organizers(of program: Program.Name) throws -> [EmailAddress]
    /// Whether somebody is one of a program's organizers, or an administrator.
    func isOrganizer(_ email: EmailAddress, of program: Program.Name) throws -> Bool
    /// The addresses of the administrators, in the order of the alphabet.
    func administrators() throws -> [EmailAddress]
    /// Whether somebody is an administrator.
    func isAdministrator(_ email: EmailAddress) throws -> Bool
    /// Whether a person is a trainee of a program.
    func isTrainee(_ person: Identifier<Person>, of program: Program.Name) throws -> Bool
    /// The slots offered to a program, by number.
    func slots(of program: Program.Name) throws -> [Slot]
    /// The slot with the number.
    func slot(_ id: Identifier<Slot>) throws -> Slot?
    /// A person's absences, by first day, then number.
    func absences(of person: Identifier<Person>) throws -> [Away]
    /// Whose absence has the number.
    func person(absence id: Identifier<Away>) throws -> Person?

    /// A program's sessions in every season, by season, week, region.
    func sessions(of program: Program.Name) throws -> [StoredSession]
    /// Those of them that were never announced and start until a moment as it was derived last, in the same order.
    func tentativeSessions(of program: Program.Name, until moment: Instant) throws -> [StoredSession]
    /// Those that start until then and are not off, of which nobody recorded who came though somebody besides the mentor had a
    /// seat, in the same order.
    func sessionsWithoutAttendance(of program: Program.Name, until moment: Instant) throws -> [StoredSession]
    /// A page of a program's sessions in every season that start after a moment, by start as it was derived last.
    ///
    /// `without` leaves out those that a person is enrolled in or leads.
    func sessions(
        of program: Program.Name, after moment: Instant, without person: Identifier<Person>?,
        page: Page
    ) throws -> [StoredSession]
    /// The sessions of every program that start within a time as it was derived last, by program, then start.
    func sessions(starting: Range<Instant>) throws -> [StoredSession]
    /// The first such page of every program, by program.
    func sessionsOfEveryProgram(after moment: Instant, atMost number: Int) throws -> [StoredSession]
    /// The sessions that a person is enrolled in or leads, in every program, and that start within a time as it was derived
    /// last, by number.
    func sessions(of person: Identifier<Person>, starting: Range<Instant>) throws -> [StoredSession]
    /// The session with the iCalendar UID.
    func session(uid: String) throws -> StoredSession?
    /// The session with the number.
    func session(_ id: Identifier<Session>) throws -> StoredSession?
    /// The session with the code.
    func session(_ code: SessionCode) throws -> StoredSession?
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
    /// Those who waited for a seat at a point of this transaction and whose place changed since, by session, then in the order in
    /// which they waited.
    func queueChanges(since mark: QueueMark) throws -> [QueueChange]
    /// The waiting enrollments that let others go first, by session, then number.
    func yieldingEnrollments() throws -> [Enrollment]
    /// Those of them in one session.
    func yieldingEnrollments(in session: Identifier<Session>) throws -> [Enrollment]
    /// Those of them that are some people's.
    func yieldingEnrollments(of people: Set<Identifier<Person>>) throws -> [Enrollment]
    /// What was seen of a person in a program's sessions, the latest session first.
    func attendance(of person: Identifier<Person>, in program: Program.Name) throws -> [Attendance]
    /// Who came to a session and who did not, by number of the person.
    func attendance(in session: Identifier<Session>) throws -> [Attendance]
    /// The sessions of a program that a person led together with their mentors, by number.
    func sessionsCoLed(by person: Identifier<Person>, in program: Program.Name) throws -> [Identifier<Session>]
    /// Who led a session together with its mentor, by address.
    func coLeaders(of session: Identifier<Session>) throws -> [Person]
    /// Who spoke in a session and is nobody's, in the order in which they did.
    func visitors(in session: Identifier<Session>) throws -> [Visitor]
    /// Who spoke in a program's sessions and is nobody's, by number of the session.
    func visitors(of program: Program.Name) throws -> [Visitor]
    /// Who spoke in a session and was nobody's then, those included who are known by now, in the order in which they did.
    func speakers(in session: Identifier<Session>) throws -> [Visitor]
    /// Those of them who spoke in a program's sessions by a nickname, by number of the session.
    func speakers(of program: Program.Name, by nickname: Nickname) throws -> [Visitor]
    /// Who came to a program's sessions and who did not, by number of the session, then of the person.
    func attendance(of program: Program.Name) throws -> [Attendance]
    /// The written answers to a session, oldest first.
    func answers(to session: Identifier<Session>) throws -> [WrittenAnswers]
    /// The written answers to a program's sessions, oldest first.
    func answers(of program: Program.Name) throws -> [WrittenAnswers]
    /// The sessions with written answers that are not signed off and of which no mentor was told, by number.
    func sessionsWithUntoldAnswers() throws -> [StoredSession]
    /// The nicknames that are known in a program, by what all their spellings share.
    func nicknames(of program: Program.Name) throws -> [KnownNickname]
    /// The nicknames that people of a program say are theirs and that an organizer has to confirm, in the same order, each in the
    /// order of when it was said.
    func nicknameClaims(of program: Program.Name) throws -> [KnownNickname]
    /// How many seats are taken and how many people wait, for every session of a program that has any.
    func enrollmentCounts(of program: Program.Name) throws -> [Identifier<Session>: EnrollmentCounts]
    /// The same for those of some sessions that have any.
    func enrollmentCounts(in sessions: [Identifier<Session>]) throws -> [Identifier<Session>: EnrollmentCounts]
    /// How many seats of a session are taken and how many people wait.
    func enrollmentCounts(in session: Identifier<Session>) throws -> EnrollmentCounts
    /// A program's standing enrollments, oldest first.
    func standingEnrollments(of program: Program.Name) throws -> [StandingEnrollment]
    /// The standing enrollment that is somebody's for a press of the button behind the link whose secret has the digest.
    func standingOffer(digest: [UInt8]) throws -> StandingEnrollment?

    /// What a person was last told of a session.
    func invitation(to person: Identifier<Person>, for session: Identifier<Session>) throws -> Invitation?
    /// When a person was last told of each session of which they were told anything.
    func lastTold(_ person: Identifier<Person>) throws -> [Identifier<Session>: Instant]
    /// By which organizer address a person answered to a session at an address that they had before: its token, nil for an invitation
    /// without one, and its contact; nil for who was not invited there.
    func formerInvitation(
        to person: Identifier<Person>, at email: EmailAddress, for session: Identifier<Session>
    ) throws -> (token: String?, contact: EmailAddress?)?
    /// Everybody who was told of a session, by number of the person.
    func invitations(for session: Identifier<Session>) throws -> [Invitation]
    /// Whom the token in an organizer address was made for, and what they were last told.
    func invitation(token: String) throws -> Invitation?
    /// The mails in the given states, in the order in which they leave.
    func outbox(_ states: Set<OutboxMessage.State>) throws -> [OutboxMessage]
    /// A mail by number; nil once it is gone.
    func mail(_ id: Identifier<OutboxMessage>) throws -> OutboxMessage?
    /// The last mails, or a program's, of all states before one of them, or, without one, the last of all and every one that waits, in the
    /// order in which they leave, without their bytes; `hidesStrangers` leaves those out that are to an administrator who is nothing in
    /// the program.
    func mails(
        of program: Program.Name?, hidesStrangers: Bool, before: Identifier<OutboxMessage>?, most: Int
    ) throws -> [OutboxMessage]
    /// The number of the last mail of all; nil while there is none.
    func lastMail() throws -> Identifier<OutboxMessage>?
    /// The mails written after one of them, or all, in the order in which they leave, without their bytes.
    func mails(after: Identifier<OutboxMessage>?) throws -> [OutboxMessage]
    /// The mails about sessions that wait for others about the same ones, in the order in which they were written.
    func gatheringMail() throws -> [SessionMail]
    /// When mails to an address were let go in a span of time, but for the urgent ones, in order.
    func releasesOfMail(to address: EmailAddress, from first: Instant, to last: Instant) throws -> [Instant]
    /// What somebody's calendar shows of a session by the last mail about it that was let go; nil when there is none.
    func lastShown(of session: Identifier<Session>, to address: EmailAddress) throws -> String?
    /// How much mail waits, and since when.
    func waitingMail() throws -> WaitingMail
    /// Since when no mail leaves: from a restore until somebody releases it; nil when mail leaves.
    func mailHeldSince() throws -> Instant?
    /// The addresses to which nothing is sent, by address.
    func suppressedAddresses() throws -> [SuppressedAddress]
    /// When somebody was told of something last; nil when never.
    func lastTold(_ told: Told) throws -> Instant?
    /// What somebody is asked by the link whose secret has the digest; nil when it is settled, or there is none.
    func mailMatter(digest: [UInt8]) throws -> MailMatter?
    /// What somebody can do by the link whose secret has the digest.
    func mailLink(digest: [UInt8]) throws -> MailLink?
    /// Whether there are links about what was over at a moment.
    func hasMailLinks(overSince moment: Instant) throws -> Bool
    /// Whether somebody wants to be reminded of sessions.
    func wantsReminders(_ person: Identifier<Person>) throws -> Bool
    /// Where people reach the server, as it was told last; nil while it was not.
    func publicAddress() throws -> FeedAddresses?
    /// The other times that were proposed for a session, oldest first.
    func proposals(for session: Identifier<Session>) throws -> [TimeProposal]
    /// The mails that were of no use, oldest first.
    func mailSetAside() throws -> [SetAsideMail]
    /// The mail of no use with the number.
    func mailSetAside(_ id: Identifier<SetAsideMail>) throws -> SetAsideMail?
    /// The mail with the number in which somebody wrote to a program.
    func writtenMail(_ id: Identifier<SetAsideMail>) throws -> WrittenMail?
    /// The mails in which people wrote to a program, oldest first.
    func writtenMail(to program: Program.Name) throws -> [WrittenMail]
    /// The number of the very mail that a program got before; nil when it did not.
    func writtenMail(to program: Program.Name, digest: [UInt8]) throws -> Identifier<SetAsideMail>?
    /// A program's mails that came before a moment and are still to be named to organizers, oldest first.
    func unlistedMail(to program: Program.Name, receivedBefore moment: Instant) throws -> [WrittenMail]
    /// How many mails of a sender were passed on to a program's organizers since a moment.
    func countForwardedMail(of sender: EmailAddress?, to program: Program.Name, since moment: Instant) throws -> Int
    /// How many mails of people who take no part in a program were passed on to its organizers since a moment.
    func countForwardedMail(ofStrangersTo program: Program.Name, since moment: Instant) throws -> Int
    /// How many mails in words came since a moment and are kept: a program's, or all.
    func countWrittenMail(to program: Program.Name?, since moment: Instant) throws -> Int
    /// Whether mails in words are kept that came before a moment.
    func hasWrittenMail(receivedBefore moment: Instant) throws -> Bool

    /// A program's reviews, oldest first.
    func reviews(of program: Program.Name) throws -> [Review]
    /// The review with the number.
    func review(_ id: Identifier<Review>) throws -> Review?
    /// What the servers of a program's reviews said of them when they were asked last.
    func changeFacts(of program: Program.Name) throws -> [Identifier<Review>: ChangeFacts]
    /// When the servers of a program's reviews were asked last, whether they answered or not.
    func changesAsked(of program: Program.Name) throws -> [Identifier<Review>: Instant]
    /// How many voted for each of a program's reviews that anybody voted for.
    func votes(of program: Program.Name) throws -> [Identifier<Review>: Int]
    /// The reviews that somebody voted for.
    func votes(by person: Identifier<Person>) throws -> Set<Identifier<Review>>

    /// A program's swap offers, oldest first.
    func swapOffers(of program: Program.Name) throws -> [SwapOffer]
    /// The swap offer with the number.
    func swapOffer(_ id: Identifier<SwapOffer>) throws -> SwapOffer?

    /// All tokens, by number.
    func accessTokens() throws -> [AccessToken]
    /// Somebody's tokens, by number.
    func accessTokens(of person: Identifier<Person>) throws -> [AccessToken]
    /// The token with the number.
    func accessToken(_ id: Identifier<AccessToken>) throws -> AccessToken?
    /// The token with this digest.
    func accessToken(digest: [UInt8]) throws -> AccessToken?
    /// The attempt to sign in with the secret in its link.
    func signIn(link digest: [UInt8]) throws -> SignIn?
    /// The attempt to sign in with the secret that whoever asked has.
    func signIn(attempt digest: [UInt8]) throws -> SignIn?
    /// How many letters by which somebody can sign in were written to a mailbox since a moment.
    func countSignIns(to mailbox: Mailbox, since moment: Instant) throws -> Int
    /// The sign-up that waits for a mailbox's owner, or was confirmed by them within the day.
    func signUp(of mailbox: Mailbox) throws -> SignUp?
    /// The sign-up with a secret.
    func signUp(digest: [UInt8]) throws -> SignUp?
    /// How many letters to strangers count for a program.
    func signUpCount(of program: Program.Name) throws -> Int
    /// Who is about to become a program's trainee, by address.
    func joinRequests(of program: Program.Name) throws -> [JoinRequest]
    /// Whether somebody is about to become a program's trainee.
    func joinRequest(of email: EmailAddress, in program: Program.Name) throws -> JoinRequest?
    /// What was answered to a request that carried a key, within the last day.
    func answer(toRequest key: RequestKey) throws -> RecordedAnswer?

    /// A person's newest feed address, if they have one.
    func feedAddress(of person: Identifier<Person>) throws -> PersonalFeedAddress?
    /// Whose feed an address with this digest is.
    func person(feedAddress digest: [UInt8]) throws -> Person?

    /// What was written down, newest first.
    func log(_ page: LogPage) throws -> [LogEntry]

    /// The tz release under which instants were last computed, if any were.
    func timeZoneRelease() throws -> String?
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
