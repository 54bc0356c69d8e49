import Mentoring

/// Something that a mail's reader can do: by a link where mails hold any, else by a command.
struct Step {
    /// What does it.
    enum Link {
        /// A link of theirs alone.
        case own(MailLink.Matter)
        /// The program's page, which everybody may see.
        case program

        var isOwn: Bool {
            if case .own = self { return true }
            return false
        }
    }

    let text: String
    /// The command that does it, without `--as`.
    var command: String?
    /// The link that does it instead.
    var link: Link?

    /// What is done by a command, or by a link instead.
    init(_ text: String, command: String? = nil, link: Link? = nil) {
        self.text = text
        self.command = command
        self.link = link
    }

    /// What is done by a link of the reader's own alone, or by a command instead.
    init(_ text: String, command: String? = nil, _ matter: MailLink.Matter) {
        self.init(text, command: command, link: .own(matter))
    }
}

extension MailLinks {
    /// Whether there are any.
    var areKnown: Bool { addresses != nil }

    /// The address of a step's link; nil where it has none.
    func address(of link: Step.Link?, in program: Program) throws -> String? {
        switch link {
        case .own(let matter): try self.link(to: matter)
        case .program: addresses?.page(of: program.name)
        case nil: nil
        }
    }
}
