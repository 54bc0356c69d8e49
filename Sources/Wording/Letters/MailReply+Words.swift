package import CivilTime
package import Mentoring
import Templates

extension MailReply {
    /// What says, on its reader's clock, what became of what they asked for in the first line of a mail.
    /// - Throws: what a link throws.
    package func words(in rules: ZoneRules, with links: MailLinks) throws -> PlainLetter {
        var fields: [String: Field] = [
            "reader": .text(OneLine.shown(reader.name)), "lead": .text(lead), "request": .text(request),
            "outcome": .text(outcomeInWords),
            "isRefused": .truth(source != .words && heading == "Not done"),
            "program": .text(OneLine.shown(program.title)), "contact": .text(program.contact.description),
        ]
        if let session {
            let start = rules.local(at: session.start)
            fields["session"] = .fields([
                "code": .text(session.code.description),
                "when": .text("\(start.date.inWords), \(start.time), \(reader.zone) time"),
                "mentor": .text(OneLine.shown(session.mentor.name)),
                "location": .text(OneLine.shown(session.location)),
            ])
            if let (advice, command) = advice {
                fields["advice"] = .text(advice)
                if let link = try links.link(to: .attend(session.id)) {
                    fields["link"] = .text(link)
                } else {
                    fields["command"] = .text(
                        "meridian \(command) \(session.code) \(MailText.identity(reader))")
                }
            }
        }
        return PlainLetter(subject: "\(heading): \(request)", fields: fields)
    }
}

extension MailReply {
    fileprivate var heading: String {
        switch outcome {
        case .seated: "You have a seat"
        case .waiting: "You wait for a seat"
        case .left: "You left"
        case .offered: "Offered"
        case .refused: "Not done"
        }
    }

    /// What stands before the request.
    fileprivate var lead: String {
        switch source {
        case .words: "you wrote"
        case .calendar: "you answered"
        case .unproven: "a mail came that seems to say for you"
        }
    }

    fileprivate var outcomeInWords: String {
        let tentative =
            session?.status == .tentative && outcome == .seated
            ? " It is planned and not fixed yet; you are invited once it is announced." : ""
        return switch outcome {
        case .seated: "You have a seat.\(tentative)"
        case .waiting(let position): "All seats are taken: you wait for one, number \(position) on the list."
        case .left: "You have no seat and no place on the list any more."
        case .offered(let count):
            "\(count == 1 ? "One other volunteer is" : "\(count) other volunteers are") asked to take the week. It is yours until "
                + "somebody has; should you be able to after all, accept it in your calendar."
        case .refused(let reason): "It was not done: \(OneLine.shown(reason))."
        }
    }

    /// What they can do next.
    fileprivate var advice: (text: String, command: String)? {
        switch outcome {
        case .seated, .waiting: ("If you cannot come, please leave it to somebody else:", "leave")
        case .left: ("Should you want to come after all:", "enroll")
        case .refused, .offered: nil
        }
    }
}
