import Mentoring

/// What the form shows by which somebody joins, for its template.
struct SignUpPage {
    let frame: PageFrame
    let program: String
    let programHref: String
    var name = ""
    var email = ""
    var zone: String
    /// What was wrong with what was typed in.
    var problem: String?
    /// Whether the wish was noted.
    var isReceived = false

    init(of program: ProgramView, in frame: PageFrame, zone: String) {
        self.frame = frame
        self.program = program.title
        self.zone = zone
        programHref = "\(frame.root)/\(program.name)"
    }
}

/// What is shown behind the link that was mailed, for its template.
struct ConfirmationPage {
    /// What somebody learns who has joined.
    struct Confirmed {
        let name: String
        let program: String
        let programName: String
        let programHref: String
        let reach: String
        let token: String
        let server: String
        /// The code of a session that they could enroll in.
        let example: String
    }

    let frame: PageFrame
    let confirmed: Confirmed?

    init(in frame: PageFrame, server: String) {
        self.frame = frame
        confirmed = nil
    }

    init(
        _ result: SignUpConfirmed, of program: ProgramView, next: String?, in frame: PageFrame, server: String
    ) {
        self.frame = frame
        let (humane, all) = (result.joined.humane, result.joined.ofNext)
        confirmed = Confirmed(
            name: result.joined.person.name, program: program.title, programName: program.name,
            programHref: "\(frame.root)/\(program.name)",
            reach: all == 0
                ? "No sessions are planned yet." : "Of the next \(all) sessions \(humane) fall in your day.",
            token: result.token, server: server, example: next ?? "CODE")
    }
}
