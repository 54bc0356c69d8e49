import Mentoring
import MentoringService

/// What somebody wrote into their calendar program when they answered, and by what that program's own words are known.
public struct AnswerText: Hashable, Sendable {
    /// What they wrote, in the lines in which it stands; empty where they wrote nothing.
    public var comment = ""
    /// What Google keeps of it, in the HTML that it makes of it.
    public var note: String?
    /// The name under which they are invited.
    public var name: String?
    /// The title of the event.
    public var title: String?
    /// What else the program says of the event: its place, and the lines of its description.
    public var details: [String] = []
    /// Whether the program writes the text of its mails by itself, since what its owner writes stands in the calendar.
    public var isTextGenerated = false
}

extension AnswerText {
    /// What a calendar holds beside the answer that was read in it.
    init(of answer: CalendarAnswer, in roots: [ForeignComponent]) {
        guard let calendar = roots.first, let event = calendar.children.first(where: { $0.name == "VEVENT" }) else {
            return
        }
        func text(_ name: String) -> String? { event.all(name).first?.text }
        comment = event.all("COMMENT").map(\.text).joined(separator: "\n")
        let attendee = event.all("ATTENDEE").first { (try? $0.mailAddress()) == answer.attendee }
        note = attendee?.parameters["X-RESPONSE-COMMENT"].map {
            ForeignProperty(name: "COMMENT", parameters: [:], value: $0).text
        }
        name = attendee?.parameters["CN"]
        title = text("SUMMARY")
        details = [text("LOCATION"), text("DESCRIPTION")].compactMap(\.self).flatMap {
            $0.split(separator: "\n").map(String.init)
        }
        isTextGenerated = calendar.all("PRODID").contains { $0.value.hasPrefix("-//Google Inc//") }
    }
}
