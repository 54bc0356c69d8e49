import CivilTime
package import Mentoring

extension MailText {
    private static let settled =
        "You were asked whether you would take this week; that is settled, and nothing is wanted of you. "

    /// The text of a notice about a week of a duty, which is the same week on every clock.
    package init(_ notice: DutyNotice, with links: MailLinks) throws {
        let (turn, duty) = (notice.turn, notice.duty)
        let heading: String
        let steps: [Step]
        switch notice.occasion {
        case .entrusted, .readdressed:
            let isKnown = notice.occasion == .readdressed
            heading = isKnown ? "At another address" : "Your week"
            lead =
                isKnown
                ? "Mail about this week of yours comes to this address of yours from now on:" : "This week is yours:"
            steps = [
                Step(
                    notice.token == nil
                        ? "If you cannot, ask the other volunteers to take it:"
                        : "If you cannot, decline it in your calendar, which asks the other volunteers to take it; so does:",
                    command: "meridian swap offer \(turn.code)", .keepWeek(turn.id)),
                Step(
                    "To take no more turns:",
                    command: "meridian duty volunteer \(turn.code.program) \(duty.name) --stop"),
            ]
        case .relieved:
            heading = "No longer your week"
            lead = "This week is no longer yours; \(OneLine.shown(turn.person.name)) has it:"
            steps = []
        case .leftAddress:
            heading = "At another address"
            lead = "Mail about this week of yours goes to another address of yours from now on:"
            steps = []
        case .handedOver:
            heading = "Taken over"
            lead = "\(OneLine.shown(turn.person.name)) takes this week, and you need not:"
            steps = []
        case .offered:
            heading = "Could you take"
            lead = "\(OneLine.shown(turn.person.name)) cannot take this week and asks whether you would:"
            steps = [
                Step(
                    turn.offer?.to == nil ? "The first who takes it has it:" : "To take it:",
                    command: "meridian swap accept \(turn.code)", .takeWeek(turn.id))
            ]
        case .withdrawn:
            heading = "No longer asked"
            lead =
                Self.settled
                + (turn.status == .cancelled ? "Nobody has it:" : "\(OneLine.shown(turn.person.name)) has it:")
            steps = []
        case .askerLeft:
            heading = "No longer asked"
            lead = Self.settled + "Who asked takes no turns there any more, and the next plan says who has it:"
            steps = []
        case .unanswered:
            heading = "Still yours"
            let asked = turn.offer?.to
            lead =
                asked.map {
                    "You asked \(OneLine.shown($0.name)) to take this week, who takes no turns there any more:"
                } ?? "You asked the others to take this week, and none of them is left:"
            steps =
                asked == nil
                ? []
                : [
                    Step(
                        "If you cannot take it, ask the others:", command: "meridian swap offer \(turn.code)",
                        .keepWeek(turn.id))
                ]
        case .cancelled:
            heading = "Cancelled"
            lead = "This week is no longer yours, and nobody's:"
            steps = []
        }
        advice = try steps.map { try Advice($0, by: notice.person, of: notice.program, with: links) }
        linksEnd = links.areKnown && steps.contains { $0.link?.isOwn == true } ? "\(turn.code) begins" : nil
        calendar =
            switch notice.method {
            case .request:
                "The attached invitation puts it into your calendar. Should anything change, we write to you."
            case .cancel: "The attached message takes it out of your calendar."
            case nil: nil
            }
        title = OneLine.shown("\(notice.program.title) · \(duty.title), week \(turn.code.week)")
        code = "\(turn.code)"
        subject = "\(heading): \(title) · \(turn.monday.inShort) to \(turn.sunday.inShort)"
        reader = OneLine.shown(notice.person.name)
        when = "\(turn.monday.inWords) to \(turn.sunday.inWords)"
        (zone, mentor) = (nil, nil)
        location = duty.link.map(OneLine.shown)
        (review, reviewAddress, edition, questions, hasQuestions) = (nil, nil, nil, [], false)
        reason = notice.occasion == .cancelled ? turn.cancellation.map(OneLine.shown) : nil
        notes = []
        program = OneLine.shown(notice.program.title)
        contact = notice.program.contact.description
    }
}
