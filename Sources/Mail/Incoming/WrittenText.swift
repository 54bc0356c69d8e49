import ICalendar
import Mentoring
import MentoringService

/// What a person wrote in a mail, as far as it is text, and the names of everything else that is in it.
///
/// Of alternatives the plain text is taken, or what the HTML says where there is none.
struct WrittenText {
    private(set) var text = ""
    private(set) var attachments: [String] = []
    /// Those among the names that are calendars'.
    private var calendars: Set<String> = []
    /// Whether somebody wrote it as plain text.
    private var isPlain = false

    /// Nothing.
    init() {}

    init(_ message: MessagePart) {
        // Alternatives say the same twice.
        var budget = 2 * Self.mostBytes
        self.init(message, &budget)
    }

    private init(_ part: MessagePart, _ budget: inout Int) {
        guard part.type?.isMultipart ?? false else {
            take(part, &budget)
            return
        }
        var pieces: [WrittenText] = []
        for child in part.children { pieces.append(WrittenText(child, &budget)) }
        attachments = pieces.flatMap(\.attachments)
        calendars = Set(pieces.flatMap(\.calendars))
        let written = pieces.filter { !$0.isEmpty }
        let taken =
            part.type?.name == "multipart/alternative"
            ? [written.first(where: \.isPlain) ?? written.first].compactMap(\.self) : written
        text = taken.map(\.text).joined(separator: "\n\n")
        isPlain = taken.contains(where: \.isPlain)
    }

    /// The beginning of a mail whose parts cannot be told apart, as it came.
    init(unreadable body: ArraySlice<UInt8>) {
        // Line ends of two bytes become one.
        text = String(decoding: body.prefix(2 * WrittenMail.longestText), as: UTF8.self).linesMadeOne
    }

    /// Another text beside what came with a mail, but for its calendars.
    func saying(_ text: String) -> WrittenText {
        var written = self
        written.text = text
        written.attachments.removeAll(where: calendars.contains)
        return written
    }

    /// Nothing but blanks was written.
    var isEmpty: Bool { !text.unicodeScalars.contains { !$0.properties.isWhitespace } }

    /// The same, safe to show and no longer than is kept.
    func words(by author: String) -> WrittenWords {
        var lines = Self.cut(text).split(separator: "\n", omittingEmptySubsequences: false).map {
            OneLine.shown(lineOfText: $0)
        }
        lines = Array(lines.drop(while: \.isBlank))
        while lines.last?.isBlank ?? false { lines.removeLast() }
        let names = attachments.prefix(Self.mostNames)
        let more = attachments.count - names.count
        return WrittenWords(
            author: author, text: Self.cut(lines.joined(separator: "\n")),
            attachments: names.map { OneLine.excerpt($0, bytes: 120) } + (more > 0 ? ["and \(more) more"] : []))
    }

    /// The most bytes of a part that are decoded; no charset has more than four for one of UTF-8.
    private static let mostBytes = 4 * WrittenMail.longestText
    private static let mostNames = 20

    private mutating func take(_ part: MessagePart, _ budget: inout Int) {
        let disposition = (try? part.header.only("content-disposition")).flatMap { Disposition($0) }
        guard let type = part.type, ["text/plain", "text/html"].contains(type.name), disposition?.isAttachment != true,
            budget > 0, type.name == "text/plain" || !MisplacedAnswer.isThere(in: part),
            let content = try? part.content()
        else {
            let kind = part.type?.name ?? "of an unknown kind"
            let name = disposition?.name ?? part.type?.text("name")
            let shown = name.map { "\($0) (\(kind))" } ?? "a part without a name (\(kind))"
            attachments.append(shown)
            if CalendarPart(part) != nil || MisplacedAnswer.isThere(in: part) { calendars.insert(shown) }
            return
        }
        let charset = type.parameter("charset").flatMap { Charset(name: $0) } ?? .utf8
        let bytes = content.prefix(min(budget, Self.mostBytes))
        budget -= bytes.count
        let decoded = charset.decode(bytes, limit: 4 * Self.mostBytes) ?? String(decoding: bytes, as: UTF8.self)
        isPlain = type.name == "text/plain"
        text =
            (isPlain ? MisplacedAnswer.removed(from: decoded.linesMadeOne) : HTMLText.text(of: decoded))
            .withoutEmptyEnds
        isPlain = isPlain && !isEmpty
    }

    /// The beginning that fits, with a line that says so.
    private static func cut(_ text: String) -> String {
        guard text.utf8.count > WrittenMail.longestText else { return text }
        let note = "\n[…] The rest was too long, and is left out."
        var kept = String.UnicodeScalarView()
        var count = note.utf8.count
        for scalar in text.unicodeScalars {
            count += UTF8.width(scalar)
            guard count <= WrittenMail.longestText else { break }
            kept.append(scalar)
        }
        return String(kept) + note
    }
}

/// A Content-Disposition (RFC 2183).
private struct Disposition {
    let isAttachment: Bool
    let name: String?

    init?(_ value: [UInt8]) {
        // It is written as a Content-Type is, but that its first word has no slash.
        guard let field = MediaType(Array("disposition/".utf8) + value) else { return nil }
        isAttachment = field.name == "disposition/attachment"
        name = field.text("filename")
    }
}

extension String {
    /// The text with each of its lines ended by LF alone.
    fileprivate var linesMadeOne: String {
        var scalars = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in unicodeScalars {
            if scalar == "\r" { scalars.append("\n") } else if scalar != "\n" || !wasReturn { scalars.append(scalar) }
            wasReturn = scalar == "\r"
        }
        return String(scalars)
    }

    /// The text without empty lines at either end.
    fileprivate var withoutEmptyEnds: String {
        var rest = unicodeScalars.drop { $0 == "\n" }
        while rest.last == "\n" { rest.removeLast() }
        return String(rest)
    }

    fileprivate var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
