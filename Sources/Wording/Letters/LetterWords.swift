import CivilTime
import Mentoring

/// What a letter without an invitation says apart from the facts.
struct LetterWords {
    /// What the subject begins with.
    let heading: String
    /// The sentence before the facts.
    let lead: String
    /// Sentences after them.
    var notes: [String] = []
    /// What the addressee can do.
    var advice: [Step] = []

    /// The words of a letter, with times as the clock of those rules shows them, for a mail with links or without.
    init(_ letter: Letter, in rules: ZoneRules, withLinks: Bool) {
        let code = letter.session.code
        let (coming, leading) = (MailLink.Matter.attend(letter.session.id), MailLink.Matter.lead(letter.session.id))
        let picking = MailLink.Matter.pick(letter.session.id)
        let noReminders = Step(
            "To be reminded of no session any more, of this one or another (this link works for \(MailLink.daysOfReminders) days):",
            .reminders)
        // Invited is who has a seat or leads; who waits is told when a seat is theirs.
        let tentative =
            letter.session.status == .tentative
            ? ["It is planned and not fixed yet\(letter.waits == nil ? "; you are invited once it is announced" : "")."]
            : []
        let place = tentative + (letter.waits.map { ["You are number \($0) on its waiting list."] } ?? [])
        let has = letter.waits == nil ? "have a seat in" : "wait for a seat in"
        let had = letter.waits == nil ? "had a seat in" : "waited for a seat in"
        switch (letter.subject, letter.role) {
        case (.reminder(_, let enrolled), .mentor):
            heading = "You lead soon"
            lead = "A session that you lead is near:"
            notes = [enrolled == 1 ? "1 person has a seat." : "\(enrolled) people have a seat."]
            if withLinks {
                advice = [
                    Step("If you cannot lead it, say so at once; it is then offered to the others:", leading),
                    noReminders,
                ]
            }
        case (.reminder, .trainee):
            heading = "Soon"
            lead = "A session that you have a seat in is near:"
            advice = [
                Step(
                    "If you cannot come, there is still time to leave your seat to somebody else:",
                    command: "meridian leave \(code)", coming)
            ]
            if withLinks { advice.append(noReminders) }
        case (.swapOffered(let offer, let effect), _):
            heading = "Could you lead"
            lead = "\(OneLine.shown(offer.from.name)) cannot lead this session and asks whether you would:"
            notes = effect
            advice = [
                Step(
                    offer.to == nil ? "The first who takes it leads it:" : "To take it:",
                    command: "meridian swap accept \(offer.id)", .takeSession(offer.id))
            ]
        case (.swapWithdrawn(let isLed), _):
            heading = "No longer asked"
            lead = "You were asked whether you would lead this session; that is settled, and nothing is wanted of you:"
            notes = [
                letter.session.status == .cancelled
                    ? "It is cancelled."
                    : isLed
                        ? "\(OneLine.shown(letter.session.mentor.name)) leads it."
                        : "Who asked mentors there no more, and the next plan says who leads it."
            ]
        case (.handedOver, _):
            heading = "Taken over"
            lead = "\(OneLine.shown(letter.session.mentor.name)) leads this session now, and you need not:"
        case (.handedBack(let other), _):
            heading = "Yours again"
            lead = "\(OneLine.shown(other.name)) was to lead this session, and you do after all:"
            notes = tentative
            advice = [Step("If you cannot lead it, ask the others:", command: "meridian swap offer \(code)", leading)]
        case (.swapUnanswered(let asked), _):
            heading = "Still yours"
            let region = OneLine.shown(letter.program.regionTitles[letter.session.code.region])
            lead =
                asked.map {
                    "You asked \(OneLine.shown($0.name)) to lead this session, who leads no sessions of \(region) any more:"
                } ?? "You asked the others of \(region) to lead this session, and none of them is left:"
            if asked != nil {
                advice = [
                    Step("If you cannot lead it, ask the others:", command: "meridian swap offer \(code)", leading)
                ]
            }
        case (.mentorReturned, _):
            heading = "Mentor found"
            lead = "\(OneLine.shown(letter.session.mentor.name)) had declined this session, and leads it after all:"
        case (.pickDue(let by, let standIn), _):
            let local = rules.local(at: by)
            heading = "Pick a review"
            lead = "A session that you lead is about no change yet:"
            notes = [
                "Please pick one by \(local.date.inShort) \(local.time), your time."
                    + (standIn.map {
                        " After that the one worth most to those enrolled stands in: \(OneLine.shown($0.title))."
                    }
                        ?? " Nobody has proposed any yet, so bring one.")
            ]
            advice =
                withLinks
                ? [Step("To see what is proposed, best first, and to pick one by a click:", picking)]
                : [
                    Step(
                        "To see what is proposed, best first:",
                        command: "meridian review list \(code.program) --session \(code)"),
                    Step(
                        "To pick one of them, or one that you bring:",
                        command: "meridian review pick \(code) \(standIn.map { "\($0.id)" } ?? "URL")"),
                ]
        case (.changeClosed(let review, let state, let substitute), _):
            heading = "The review is \(state.rawValue)"
            lead = "The change that this session is about, \(OneLine.shown(review.title)), was \(state.rawValue):"
            notes = [
                state == .merged
                    ? "You may keep it: what was merged can be read as well. The patch set or commit that was pinned stays."
                    : "You may keep it, if it is worth reading all the same."
            ]
            advice =
                substitute.map {
                    [
                        Step(
                            "To take the next best instead, \(OneLine.shown($0.title))\(withLinks ? ", or another" : ""):",
                            command: "meridian review pick \(code) \($0.id)", picking)
                    ]
                } ?? [
                    Step("Nothing else is proposed. To bring another one:", command: "meridian review pick \(code) URL")
                ]
        case (.answersWait(let count), _):
            heading = "Answers wait"
            lead =
                count == 1
                ? "Somebody who could not come to this session has answered its questions and waits for your word:"
                : "\(count) people who could not come to this session have answered its questions and wait for your word:"
            advice = [
                Step("To read what they wrote:", command: "meridian attend \(code) --show"),
                Step("To find that somebody's answers count:", command: "meridian attend \(code) --sign-off NAME"),
            ]
        case (.answersSignedOff, _):
            heading = "Your answers count"
            lead = "Your answers to the questions of this session were read and signed off:"
            notes = ["You attended it, as far as your path to core goes."]
            advice = [Step("To see how far you have come:", command: "meridian progress \(code.program)")]
        case (.calledOff, _):
            heading = "Cancelled"
            lead = "A session that you \(had) will not take place:"
            notes = letter.session.cancellation.map { ["The reason: \(OneLine.shown($0))"] } ?? []
            advice = [Self.whatElse(in: code.program)]
        case (.notHeld, _):
            heading = "Not held"
            lead = "A session that you \(had) was planned and never announced, so it was not held:"
            notes = ["Its time and mentor were not fixed before its hour came, and will not be any more."]
            advice = [Self.whatElse(in: code.program)]
        case (.changed(let occasion), let role):
            heading = NoticeWords(about: occasion, to: role).heading
            lead = "A session that you \(has) has changed. This is when and where it is now:"
            notes = place
            advice = [Step("If you cannot come then:", command: "meridian leave \(code)", coming)]
        case (.takesPlace, _):
            heading = "It takes place"
            lead = "A session that you \(has) had been called off, and takes place after all:"
            notes = place
            advice = [Step("If you cannot come:", command: "meridian leave \(code)", coming)]
        case (.movedUp, _):
            heading = "A seat for you"
            lead = "A seat has become free in a session for which you waited, and it is yours now:"
            notes = tentative
            advice = [
                Step("If you cannot come, please leave it to somebody else:", command: "meridian leave \(code)", coming)
            ]
        case (.seatGivenUp(let other), _):
            heading = "You have lost your seat"
            lead =
                "This session is at the same time as \(other.session.code)\(other.leads ? ", which you lead," : "") now, so you"
                + " no longer have a seat in it:"
            advice = [
                ClashWords.makingRoom(besides: other),
                Step(ClashWords.afterwards(other), command: "meridian enroll \(code)", coming),
            ]
        case (.passedOver(let other), _):
            heading = "A seat that you could not take"
            lead =
                "A seat was free in a session for which you wait, and you \(other.leads ? "lead" : "take part in")"
                + " \(other.session.code) at that time:"
            notes = ["You keep your place: as soon as you are free then, the next seat is yours."]
            advice = [
                ClashWords.makingRoom(besides: other),
                Step("If you do not want to come any more:", command: "meridian leave \(code)", coming),
            ]
        case (.byMentor(let deed), _):
            let mentor = OneLine.shown(letter.session.mentor.name)
            let done =
                switch deed {
                case .cancelled: (heading: "Called off by its mentor", words: "has called off this session of theirs")
                // Who did so may be another organizer.
                case .reinstated:
                    (heading: "Reinstated", words: "had called off this session, and it takes place after all")
                default:
                    (heading: "Moved by its mentor", words: "has moved this session of theirs. This is when it is now")
                }
            heading = done.heading
            lead = "\(mentor) \(done.words):"
            notes = [
                letter.session.cancellation.map { "The reason: \(OneLine.shown($0))" },
                letter.was.map(rules.local).map { "It was to begin on \($0.date.inShort) at \($0.time), your time." },
            ].compactMap(\.self)
            if deed == .cancelled {
                advice = [
                    Step(
                        "Until its hour you can let it take place after all:",
                        command: "meridian session reinstate \(code)")
                ]
            }
        case (.mentorDeclined(let comment), _):
            heading = "Mentor needed"
            lead = "\(OneLine.shown(letter.session.mentor.name)) answered that they cannot lead this session:"
            notes =
                (comment.map { ["They wrote: \(OneLine.shown($0))"] } ?? []) + [
                    "It is offered to the region's other mentors who could lead it within their day, and stays"
                        + " \(OneLine.shown(letter.session.mentor.name))'s until one of them takes it."
                ]
            advice = [
                Step(
                    "To see who could take it: meridian swap list \(code.program). To call it off instead:",
                    command: "meridian session cancel \(code) --reason …")
            ]
        }
    }

    private static func whatElse(in program: Program.Name) -> Step {
        Step(
            "To see what else there is:", command: "meridian session list \(program) --upcoming", link: .program)
    }
}
