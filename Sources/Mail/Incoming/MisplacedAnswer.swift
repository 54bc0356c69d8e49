import Mentoring

/// An answer of a calendar program where none is looked for: in a part that says to be something else, or in a message within the
/// message.
///
/// It is not taken, since programs differ over what it is, and was hardly written to be read: whom it speaks for is asked.
enum MisplacedAnswer {
    /// Why the answer in one of the parts is not taken; nil where there is none.
    static func reason(in leaves: [MessagePart]) -> String? {
        leaves.first(where: isThere).map { part in
            "it holds an answer to an invitation in a part "
                + (part.type.map { "that is sent as \($0.name)" } ?? "whose Content-Type cannot be read")
        }
    }

    /// Why the answer in a message within the message is not taken; nil where there is none.
    static func reason(forwardedIn leaves: [MessagePart]) -> String? {
        leaves.contains { $0.type?.name == "message/rfc822" && holdsAnswer($0) }
            ? "it holds an answer to an invitation in a message that it forwards" : nil
    }

    /// Whether a part that is no calendar holds an answer.
    static func isThere(in part: MessagePart) -> Bool {
        guard CalendarPart(part) == nil, part.type?.name != "message/rfc822" else { return false }
        return (try? part.content()).map { isThere(in: $0) } ?? false
    }

    /// Whether a text holds an answer.
    static func isThere(in text: ArraySlice<UInt8>) -> Bool {
        // Few calendars of one event are longer, and answers are short.
        place(in: lines(of: String(decoding: text.prefix(mostBytes), as: UTF8.self))) != nil
    }

    /// A text without the answer in it.
    static func removed(from text: String) -> String {
        let all = lines(of: text)
        guard let answer = place(in: all) else { return text }
        return (all[..<answer.lowerBound] + all[answer.upperBound...]).joined(separator: "\n")
    }

    private static let mostBytes = 65_536

    private static func lines(of text: String) -> [String] {
        text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
        }
    }

    /// Which lines are the calendar that is an answer; one that is cut off ends with the text.
    private static func place(in lines: [String]) -> Range<Int>? {
        let lines = lines.map { $0.trimmingPrefix("\u{FEFF}").uppercased() }
        guard let first = lines.firstIndex(of: "BEGIN:VCALENDAR"),
            lines[first...].contains(where: { ["METHOD:REPLY", "METHOD:COUNTER"].contains($0) })
        else { return nil }
        return first..<(lines[first...].lastIndex(of: "END:VCALENDAR").map { $0 + 1 } ?? lines.count)
    }

    /// Whether the message in a part holds an answer; what lies in a message within that is not looked for.
    private static func holdsAnswer(_ part: MessagePart) -> Bool {
        guard let content = try? part.content(), let (header, body) = try? HeaderFields.read(content),
            let message = try? MessagePart.read(header, body)
        else { return false }
        return message.leaves.contains { leaf in
            CalendarPart(leaf).map { !$0.isNoAnswer } ?? isThere(in: leaf)
        }
    }
}
