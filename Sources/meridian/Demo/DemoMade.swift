import Mentoring
import MentoringAPI

/// What was made, and where it is to be seen.
struct DemoMade: Encodable {
    /// A link that signs somebody in, once.
    struct Link: Encodable {
        let role: Role
        let name: String
        let email: EmailAddress
        let url: String
    }

    let folder: String
    let database: String
    let program: Program.Name
    /// The program's page; nil where nothing is served.
    let page: String?
    let signIns: [Link]

    init(folder: String, program: Program.Name, server: String?, signIns: [(guest: Demo.Guest, path: String)]) {
        (self.folder, self.program, database) = (folder, program, Demo.database(in: folder))
        page = server.map { "\($0)/\(program)" }
        self.signIns = signIns.map { guest, path in
            Link(role: guest.role, name: guest.name, email: guest.email, url: (server ?? "") + path)
        }
    }

    var text: String {
        let made = """
            In \(OneLine.shown(folder)): the program \(program), its season planned and published, three trainees with seats, an organizer; \
            and the mails to them, which do not leave.
            """
        guard let page else {
            let database = ShellWord.quoted(self.database)
            let mail = ShellWord.quoted(Demo.mail(in: folder))
            return "\(made)\nnext: MERIDIAN_DB=\(database) meridian serve --to-dir \(mail) --open-sign-up"
        }
        let links = signIns.map { "sign in as \($0.name), \($0.role.rawValue):\n  \($0.url)" }
        return """
            \(made)
            open: \(page)
            \(links.joined(separator: "\n"))
            Each link is good once, for \(SignIn.validity / 60) minutes. Whoever gives another address at “Sign in” gets a mail, whose link is printed here within half a minute.
            Ctrl-C ends the server; the folder stays until you remove it.
            """
    }
}
