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
        guard let type = part.type, Self.names.contains(type.name) || Self.isFile(type) else { return nil }
        self.part = part
        self.type = type
    }

    private static let names: Set = ["text/calendar", "application/ics", "text/x-vcalendar"]

    /// Whether it is a file that somebody's gateway does not know the kind of.
    private static func isFile(_ type: MediaType) -> Bool {
        type.name == "application/octet-stream" && type.parameter("name")?.lowercased().hasSuffix(".ics") ?? false
    }

    /// Whether it seems to be something else than an answer: our own invitation, say, in a mail that quotes it.
    var isNoAnswer: Bool {
        let others: Set = ["request", "cancel", "publish", "add", "refresh", "declinecounter"]
        let lines = (try? text())?.split(whereSeparator: \.isNewline).lazy.map { $0.lowercased() }
        let said = lines?.first { $0.hasPrefix("method:") }.map { String($0.dropFirst(7)) }
        let methods = [type.parameter("method")?.lowercased(), said].compactMap(\.self)
        // Where the two differ somebody's gateway has lost, or made up, one of them.
        return !methods.isEmpty && methods.allSatisfy(others.contains)
    }

    /// The answer that it holds, with what its author wrote into their calendar program.
    /// - Throws: `Unreadable` when there is none, or it says another method than the part.
    func answer(_ reader: CalendarReader, sentTo recipient: EmailAddress?, by sender: EmailAddress?)
        throws(Unreadable) -> (answer: CalendarAnswer, text: AnswerText)
    {
        let text = try text()
        let read: (answer: CalendarAnswer, text: AnswerText)
        do {
            read = try reader.answerAndText(in: Array(text.utf8), sentTo: recipient, by: sender)
        } catch let bad as BadInput {
            throw Unreadable(bad.message)
        } catch {
            throw Unreadable("its calendar part cannot be read: \(error)")
        }
        if let method = type.parameter("method"), method.lowercased() != read.answer.method.rawValue {
            throw Unreadable(
                "its calendar part is sent as \(OneLine.excerpt(method.uppercased(), bytes: 60)), "
                    + "but says METHOD:\(read.answer.method.rawValue.uppercased())")
        }
        return read
    }

    /// Its text: of one in an unknown charset every byte that counts is ASCII.
    private func text() throws(Unreadable) -> String {
        let charset = type.parameter("charset").flatMap { Charset(name: $0) } ?? .utf8
        let content = try part.content()
        // No charset has more than four bytes for one of UTF-8, and a mark: this cannot become short enough.
        guard content.count <= 4 * CalendarReader.limit + 4 else { throw Self.tooLong }
        guard let text = charset.decode(charset.isASCIIAndMore ? WholeCalendar.cut(from: content) : content) else {
            throw Self.tooLong
        }
        return charset.isASCIIAndMore
            ? text : String(decoding: WholeCalendar.cut(from: Array(text.utf8)[...]), as: UTF8.self)
    }

    private static let tooLong = Unreadable(
        "its calendar part has more than \(CalendarReader.limit) bytes, the most that is read of a calendar")
}
