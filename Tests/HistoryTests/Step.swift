/// One thing that somebody does, as a value that means the same in every world: people, programs and sessions are named, and
/// what a name stands for is found out when the step is done.
indirect enum Step: Hashable, Sendable {
    case join(String, program: String)
    case enroll(String, session: String)
    case leave(String, session: String)
    case enrollForSeason(String, program: String, region: String, season: String = Cast.season)
    case leaveForSeason(String, program: String, region: String, season: String = Cast.season)
    /// The season that runs, or the first.
    case publish(String, changes: Int)
    /// The program's file, from now on with the next season: of every week, or of every other, which waits where one is frozen.
    case nextSeason(String, postpones: Bool)
    /// The next season.
    case publishNext(String, changes: Int)
    /// To a day of its week and an hour in the zone in which it was agreed.
    case move(String, day: Int, hour: Int)
    /// To the very time of another.
    case moveOnto(String, other: String)
    case cancel(String)
    /// The nearest of a program's sessions to come that are off, whoever called it off.
    case reinstate(program: String)
    /// By whoever leads it.
    case offer(String, to: String?)
    /// The oldest open offer of a program that is not one's own.
    case accept(String, program: String)
    /// The oldest offer of a program that one made or took.
    case withdraw(String, program: String)
    case away(String, day: Int, days: Int)
    case back(String)
    case freeze(String, day: Int, days: Int)
    /// A whole week of the next season.
    case freezeNext(String, week: Int)
    case thaw(String)
    /// The program's file, with another number of seats and perhaps without a mentor.
    case apply(String, capacity: Int, without: String?)
    /// What the program exports, applied.
    case applyExport(String)
    case removeMentor(String, program: String)
    case removeTrainee(String, program: String)
    /// By themself.
    case leaveProgram(String, program: String)
    /// Who was a mentor once, with the hours that they had.
    case addMentor(String, program: String)
    /// To the other one of somebody's two addresses, by themself or by who works on the machine.
    case moveAddress(String, byThemself: Bool)
    /// The same by `formerly` in a program's file.
    case moveByFile(String, program: String)
    /// The link of the last mail that asked an address to prove itself.
    case proveAddress
    /// The link of the last mail that told an address that it was left.
    case undoMove
    /// Takes turns at a program's duty.
    case volunteer(String, program: String)
    case stopVolunteering(String, program: String)
    /// The first week to come of a program's duty that is somebody's and not offered, by whoever has it.
    case offerWeek(program: String, to: String?)
    /// The first week of a program's duty that is offered and not one's own.
    case acceptWeek(String, program: String)
    /// The first week of a program's duty that is one's own and offered.
    case withdrawWeek(String, program: String)
    /// To the nth of the weeks of duties in somebody's calendar.
    case answerWeek(String, Int, Answer, Manner)
    case archive(String)
    case reopen(String)
    /// To the nth of the invitations in somebody's calendar, those first that are still to come.
    case answer(String, Int, Answer, Manner)
    /// The link in the last mail that asked them something.
    case click(String)
    /// So many hours pass; then the server does its rounds.
    case time(hours: Int)
    /// Every program at one moment, each by a process of its own.
    case publishAll(changes: Int)
    /// New tz data are in force, under which some zones follow other rules.
    case newZones
    /// A host reports that the mails to somebody come back; forged, from an address that was made for another.
    case bounce(String, isForged: Bool)
    /// Mail to somebody is let go again.
    case allow(String)
    /// The server dies, and is started again.
    case kill
    /// The server dies while it does a step: at the nth time it writes, before that or just after.
    case killed(during: Step, atWrite: Int, before: Bool)

    /// What somebody's calendar program says.
    enum Answer: String, Hashable, Sendable, CaseIterable { case accepted, declined, tentative }

    /// How the mail comes.
    enum Manner: String, Hashable, Sendable, CaseIterable {
        /// As calendar programs write it, from the address that was invited.
        case honest
        /// The same from a clock that is two days ahead.
        case ahead
        /// The same behind a list's footer, in a charset of the last century.
        case gateway
        /// With a comment, as calendar programs ask for one.
        case comment
        /// The same from somebody else.
        case strangeComment
        /// To an invitation that is out of date by now.
        case stale
        /// The very mail that the person sent last.
        case again
        /// From somebody else.
        case otherSender
        /// From the other of one's two addresses, which is not proved, or was left.
        case otherAddress
        /// For somebody else.
        case otherAttendee
        /// To the address that was made for somebody else.
        case otherToken
        /// About another session than that of its address.
        case otherSession
        /// To the program's contact, which proves nothing.
        case contact
        /// Cut in the middle.
        case damaged
        /// In words, to the contact.
        case words
        /// By the mail's List-Unsubscribe.
        case unsubscribe
    }

    /// Whether nothing may come of it but a question, since nothing proves who wrote it, or what.
    var isForged: Bool {
        switch self {
        case .answer(_, _, _, let manner), .answerWeek(_, _, _, let manner): manner.isForged
        default: false
        }
    }
}

extension Step.Manner {
    /// Whether it comes from the calendar program of whoever was invited, which shows what it sent from then on.
    var isOwnCalendars: Bool { [.honest, .comment, .ahead, .gateway, .stale].contains(self) }

    fileprivate var isForged: Bool {
        switch self {
        case .otherSender, .otherAddress, .otherAttendee, .otherToken, .otherSession, .contact, .damaged,
            .strangeComment:
            true
        case .honest, .comment, .ahead, .gateway, .stale, .again, .words, .unsubscribe: false
        }
    }
}
