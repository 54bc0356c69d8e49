import ArgumentParser
import Mentoring
import MentoringAPI
import RemoteClient

/// Signs in at a server by mail.
struct LoginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login", abstract: "Sign in at a server by mail; commands ask it from then on.",
        discussion: """
            One mail is sent to your address, with six digits to type here. Server and token are kept in \
            ~/.config/meridian/login.json, for you alone. --server, --db, and MERIDIAN_SERVER, MERIDIAN_DB and \
            MERIDIAN_TOKEN win over it.

            Back to the database on this machine: meridian logout, or --db FILE for one command.

            Where nobody sits at a terminal it takes two steps: --as EMAIL has the mail sent and prints an attempt; \
            --attempt and --code sign in.
            """)

    @Argument(help: ArgumentHelp("The server, such as https://training.example.org.", valueName: "url"))
    var address: String
    @Option(help: "What an earlier command printed that had the mail sent.") var attempt: String?
    @Option(help: "The six digits in the mail.") var code: String?
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let client = try ServerClient(server: address, allowsTokenInClear: common.insecure)
        var begun = attempt
        if begun == nil { begun = try await begin(client) }
        guard let attempt = begun else { return }
        guard let code = code ?? Terminal.line("The six digits in the mail:") else {
            throw ValidationError("The code is missing: --code, with the six digits in the mail.")
        }
        let signedIn = try await client.ask(ConfirmSignIn(attempt: attempt, code: code))
        try StoredLogin(server: address, token: signedIn.token).keep()
        let kept = LoginKept(server: address, email: signedIn.email, name: signedIn.name)
        try common.confirm(kept) {
            """
            signed in at \(OneLine.shown(address)) as \(OneLine.shown(signedIn.name)); commands ask it from now on
            back to the database on this machine: meridian logout, or --db FILE for one command
            """
        }
    }

    /// Has the mail sent.
    /// - Returns: what belongs to its code; nil where nobody sits who could type that.
    private func begin(_ client: ServerClient) async throws -> String? {
        guard let text = common.actor ?? Environment["MERIDIAN_AS"] ?? Terminal.line("Your mail address:") else {
            throw ValidationError("Who is it? Say so with --as EMAIL.")
        }
        let asked = try await client.ask(AskToSignIn(email: EmailAddress(text)))
        let words =
            "look into your mail: if the address is somebody's there, a message is on its way, good for \(asked.minutes) minutes"
        guard Terminal.isAttended else {
            try common.answer(asked) {
                "\(words)\nthen: meridian login \(ShellWord.quoted(address)) --attempt \(asked.attempt) --code DIGITS"
            }
            return nil
        }
        Terminal.complain(words)
        return asked.attempt
    }
}

/// Forgets where somebody has signed in.
struct LogoutCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logout", abstract: "Sign out: end the token of meridian login, and ask the database here again.")

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let login: StoredLogin?
        do { login = try StoredLogin.current() } catch {
            StoredLogin.forget()
            throw error
        }
        guard let login else { throw Refusal(.notFound, "nobody has signed in here; there is nothing to forget") }
        // Forgotten in any case: whoever signs out wants nothing to act by it.
        StoredLogin.forget()
        let client = try ServerClient(
            server: login.server, token: login.token, allowsTokenInClear: common.insecure)
        do {
            _ = try await client.ask(SignOut())
        } catch let failure as Unreachable {
            throw Unreachable(
                "\(failure). It is forgotten here, and perhaps still good there; end it with meridian token revoke")
        } catch let refusal as Refusal where refusal.reason == .notAllowed {
            // It had ended already.
        }
        try common.confirm(LoginForgotten(server: login.server)) {
            "signed out at \(OneLine.shown(login.server)); commands ask the database on this machine again"
        }
    }
}

/// Says who acts, and where.
struct WhoAmICommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whoami", abstract: "Say who acts, where, and in which programs.")

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let myself = try await common.ask(WhoAmI())
        try common.answer(myself) {
            let parts = myself.programs.map { "  \($0.program): \($0.role.rawValue)" }
            return """
                \(OneLine.shown(myself.name)) <\(myself.email)>, \(myself.zone), at \(OneLine.shown(common.place))
                \(parts.isEmpty ? "  in no program" : parts.joined(separator: "\n"))\(myself.reminders == .off ? "\n  reminded of no session" : "")
                """
        }
    }
}

/// A login that is kept, as JSON.
private struct LoginKept: Encodable {
    let server: String
    let email: EmailAddress
    let name: String
}

/// A login that is forgotten, as JSON.
private struct LoginForgotten: Encodable {
    let server: String
}

extension Terminal {
    /// A line that whoever sits there types; nil where nobody does.
    fileprivate static func line(_ question: String) -> String? {
        guard isAttended else { return nil }
        write(onStderr: question + " ")
        return readLine().flatMap { $0.isEmpty ? nil : $0 }
    }
}
