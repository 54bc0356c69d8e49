import Mentoring

/// What a letter without an invitation says apart from the facts.
struct LetterWords {
    /// What the subject begins with.
    let heading: String
    /// The sentence before the facts.
    let lead: String
    /// Sentences after them.
    var notes: [String] = []
    /// What the addressee can do, with the command that does it, without `--as`.
    var advice: [(text: String, command: String?)] = []

    init(_ letter: Letter) {
        let code = letter.session.code
        switch (letter.subject, letter.role) {
        case (.reminder(_, let enrolled), .mentor):
            heading = "You lead soon"
            lead = "A session that you lead is near:"
            notes = [enrolled == 1 ? "1 person has a seat." : "\(enrolled) people have a seat."]
        case (.reminder, .trainee):
            heading = "Soon"
            lead = "A session that you have a seat in is near:"
            advice = [
                (
                    "If you cannot come, there is still time to leave your seat to somebody else:",
                    "meridian leave \(code)"
                )
            ]
        case (.swapOffered(let offer, let effect), _):
            heading = "Could you lead"
            lead = "\(OneLine.shown(offer.from.name)) cannot lead this session and asks whether you would:"
            notes = effect
            advice = [
                (
                    offer.to == nil
                        ? "The first who takes it leads it:" : "To take it:", "meridian swap accept \(offer.id)"
                )
            ]
        case (.mentorDeclined(let comment), _):
            heading = "Mentor needed"
            lead = "\(OneLine.shown(letter.session.mentor.name)) answered that they cannot lead this session:"
            notes =
                (comment.map { ["They wrote: \(OneLine.shown($0))"] } ?? []) + [
                    "It is offered to the region's other mentors who could lead it within their day, and stays"
                        + " \(OneLine.shown(letter.session.mentor.name))'s until one of them takes it."
                ]
            advice = [
                (
                    "To see who could take it: meridian swap list \(code.program). To call it off instead:",
                    "meridian session cancel \(code) --reason …"
                )
            ]
        }
    }
}
