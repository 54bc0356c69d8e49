import ICalendar
import Mentoring
import MentoringService

/// A calendar in a mail: text/calendar, or the file that some programs attach beside or instead of it.
struct CalendarPart {
    /// The most that are read of a mail.
    static let countLimit = 4

    private let part: MessagePart
    private let type: MediaType

    /// Nil when the part is something else.
    init?(_ part: MessagePart) {
        guard let type = part.type, type.name == "text/calendar" || type.name == "application/ics" else { return nil }
        self.part = part
        self.type = type
    }

    /// The answer that it holds.
    /// - Throws: `Unreadable` when there is none, or it says another method than the part.
    func answer(_ reader: CalendarReader, sentTo recipient: EmailAddress?) throws(Unreadable) -> CalendarAnswer {
        let text = try text()
        let answer: CalendarAnswer
        do {
            answer = try reader.answer(in: Array(text.utf8), sentTo: recipient)
        } catch let bad as BadInput {
            throw Unreadable(bad.message)
        } catch {
            throw Unreadable("its calendar part cannot be read: \(error)")
        }
        if let method = type.parameter("method"), method.lowercased() != answer.method.rawValue {
            throw Unreadable(
                "its calendar part is sent as \(OneLine.excerpt(method.uppercased(), bytes: 60)), "
                    + "but says METHOD:\(answer.method.rawValue.uppercased())")
        }
        return answer
    }

    private func text() throws(Unreadable) -> String {
        let name = type.parameter("charset") ?? "UTF-8"
        let shown = OneLine.excerpt(name, bytes: 60)
        guard let charset = Charset(name: name) else {
            throw Unreadable("its calendar part is in the charset “\(shown)”, which is not read; UTF-8 is")
        }
        let content = try part.content()
        // No charset has more than two bytes for one of UTF-8, and a mark: this cannot become short enough.
        guard content.count <= 2 * CalendarReader.limit + 2 else {
            throw Unreadable(
                "its calendar part has more than \(CalendarReader.limit) bytes, the most that is read of a calendar")
        }
        guard let text = charset.decode(content) else {
            throw Unreadable("its calendar part is not the \(shown) that it claims to be")
        }
        return text
    }
}
