import Mentoring
import MentoringService

/// What somebody wrote into their calendar program when they answered, and by what that program's own words are known.
public struct AnswerText: Hashable, Sendable {
    /// What they wrote, in the lines in which it stands; empty where they wrote nothing.
    ///
    /// Not much more than is kept of it.
    public var comment = ""
    /// What Google keeps of it, in the HTML that it makes of it.
    public var note: String?
    /// The name under which they are invited.
    public var name: String?
    /// The title of the event.
    public var title: String?
    /// What else the program says of the event: its place, and the lines of our description.
    public var details: [String] = []
    /// The addresses of those who take part.
    public var addresses: [String] = []
    /// The day on which it begins, on the clock of the calendar, as eight digits: 20270121.
    public var day: String?
    /// Whether the program writes the text of its mails by itself, since what its owner writes stands in the calendar.
    public var isTextGenerated = false
}

extension AnswerText {
    /// What a calendar holds beside the answer that was read in it.
    init(of answer: CalendarAnswer, in roots: [ForeignComponent]) {
        guard let calendar = roots.first, let event = calendar.children.first(where: { $0.name == "VEVENT" }) else {
            return
        }
        func text(_ name: String) -> String? { event.all(name).first.map(Self.beginning) }
        comment = Self.comment(of: event.all("COMMENT"))
        let attendee = event.all("ATTENDEE").first { (try? $0.mailAddress()) == answer.attendee }
        note = attendee?.parameters["X-RESPONSE-COMMENT"].map {
            Self.beginning(of: ForeignProperty(name: "COMMENT", parameters: [:], value: $0))
        }
        name = attendee?.parameters["CN"]
        title = text("SUMMARY")
        details = [text("LOCATION")].compactMap(\.self) + Self.ours(in: text("DESCRIPTION") ?? "")
        addresses = (event.all("ORGANIZER") + event.all("ATTENDEE").prefix(Self.mostLines))
            .compactMap { try? $0.mailAddress().description }
        day = event.all("DTSTART").first.map { String($0.value.prefix(8)) }
        isTextGenerated = calendar.all("PRODID").contains { $0.value.hasPrefix("-//Google Inc//") }
    }

    /// Of a longer description, or more people, nothing is known.
    private static let mostLines = 200
    /// A little more than is kept, so that it shows where something is left out.
    private static let mostBytes = WrittenMail.longestText + 4

    /// The lines of a description as far as they are ours, to the code in which each ends: some programs keep there what their
    /// owner writes.
    private static func ours(in description: String) -> [String] {
        let lines = description.split(separator: "\n").prefix(mostLines)
        let end = lines.lastIndex { $0.hasPrefix("Code: ") }
        return end.map { lines[...$0].map(String.init) } ?? []
    }

    /// The beginning of a value; each of its bytes may be escaped.
    private static func beginning(of property: ForeignProperty) -> String {
        guard property.value.utf8.count > mostBytes else { return property.text }
        let value = String(decoding: property.value.utf8.prefix(2 * mostBytes), as: UTF8.self)
        return ForeignProperty(name: property.name, parameters: [:], value: value).text
    }

    /// The comments below each other, as far as they are kept.
    static func comment(of properties: [ForeignProperty]) -> String {
        var comment = ""
        for (place, property) in properties.enumerated() where comment.utf8.count <= mostBytes {
            comment += (place == 0 ? "" : "\n") + beginning(of: property)
        }
        return comment
    }
}
