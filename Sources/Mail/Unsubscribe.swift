import Mentoring

/// What a mail program's button does by which somebody wants no more of such mails (RFC 2369 §3.2).
struct Unsubscribe {
    let address: String
    /// Whether a POST to the address does it, without another click (RFC 8058).
    let isOneClick: Bool
}

extension Mailer {
    /// What ends reminders at once; nil for what is none, and where people do not reach the server by https, as RFC 8058 §3.1 wants it.
    func oneClick(_ letter: Letter, with links: MailLinks) throws -> Unsubscribe? {
        guard case .reminder = letter.subject, links.addresses?.base.hasPrefix("https://") == true,
            let link = try links.link(to: .reminders)
        else { return nil }
        return Unsubscribe(address: link, isOneClick: true)
    }

    /// What gives up a seat by a mail to where answers come, its subject saying what to leave (RFC 6068).
    ///
    /// What somebody leads, or is asked to lead, is nothing that they could leave by a button.
    func unsubscribe(
        _ role: Invitation.Role, from session: Session, of program: Program, token: String?
    ) -> Unsubscribe? {
        guard role == .trainee else { return nil }
        let replies = ReplyAddress.of(program.contact, token: token).description
        return Unsubscribe(
            address: "mailto:\(replies.percentEncoded(keeping: "@"))?subject=leave%20\(session.code)", isOneClick: false
        )
    }
}
