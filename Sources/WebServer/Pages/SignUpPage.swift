import CivilTime
import Mentoring
import MentoringAPI

/// What the form shows by which somebody joins, for its template.
struct SignUpPage: Encodable {
    let frame: PageFrame
    let program: String
    let programHref: String
    var name = ""
    var email = ""
    var zone: String
    /// What was wrong with what was typed in.
    var problem: FormProblem?
    /// Whether the wish was noted.
    var isReceived = false
    /// Whether an organizer has the last word.
    let waits: Bool

    init(of program: ProgramView, joining: Joining, in frame: PageFrame, zone: String) {
        self.frame = frame
        self.program = program.title
        self.zone = zone
        waits = joining == .asked
        programHref = "\(frame.root)/\(program.name)"
    }
}

/// What is shown behind the link that was mailed, for its template.
struct ConfirmationPage: Encodable {
    /// What somebody learns who has joined.
    struct Confirmed: Encodable {
        let name: String
        let program: String
        let programName: String
        let programHref: String
        let reach: String
        /// The zone in which they are known already, where that or their name is another than was typed in.
        let knownZone: String?
        /// What they act with on the command line; nil where the browser keeps it.
        let token: String?
        let server: String
        /// The code of a session that they could enroll in.
        let example: String
        /// Whether an organizer has still to let them in.
        let waits: Bool
    }

    /// What is proposed to them, to be changed as they like.
    struct Proposed: Encodable {
        let name: String
        let zone: String
        /// Whether they are known by both already, so that there is nothing to choose.
        let isKnown: Bool
        /// Whether that is at another address, from which they move here by joining.
        let isMoving: Bool
        let programs: [Choice]
        /// What waits for the same click.
        let seat: SeatLine?
    }

    /// A program that they can join.
    struct Choice: Encodable {
        let name: String
        let title: String
        let isChosen: Bool
    }

    let frame: PageFrame
    let confirmed: Confirmed?
    let proposed: Proposed?
    /// What was wrong with what was typed in.
    var problem: FormProblem?

    /// - Parameters:
    ///   - proposal: what is proposed.
    ///   - typed: what they have typed in instead.
    ///   - frame: what is around it.
    init(_ proposal: SignUpProposal, typed: ConfirmJoining? = nil, in frame: PageFrame) {
        self.frame = frame
        confirmed = nil
        let program = typed?.program ?? proposal.program
        proposed = Proposed(
            name: typed?.name ?? proposal.name, zone: typed?.zone ?? proposal.zone?.name ?? "",
            isKnown: proposal.isKnown, isMoving: proposal.isMoving,
            programs: proposal.programs.map {
                Choice(name: $0.name, title: $0.title, isChosen: $0.name == program)
            }, seat: proposal.seat.map(SeatLine.init))
    }

    init(
        _ result: SignUpConfirmed, of program: ProgramView, next: String?, isSignedIn: Bool, in frame: PageFrame,
        server: String
    ) {
        self.frame = frame
        proposed = nil
        let (humane, all) = (result.joined.humane, result.joined.ofNext)
        confirmed = Confirmed(
            name: result.joined.person.name, program: program.title, programName: program.name,
            programHref: "\(frame.root)/\(program.name)",
            reach: all == 0
                ? "No sessions are planned yet."
                : "Of the next \(all.counted("session")) \(humane) \(humane == 1 ? "falls" : "fall") in your day.",
            knownZone: result.joined.keepsKnown == true ? result.joined.person.zone.name : nil,
            token: isSignedIn ? nil : result.token, server: server, example: next ?? "CODE",
            waits: result.joined.state == .asked)
    }
}
