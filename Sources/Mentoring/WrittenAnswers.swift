public import CivilTime

/// The answers of somebody who could not come to a session, read its log, and answered its mentor's questions.
public struct WrittenAnswers: Hashable, Sendable {
    /// The most bytes of UTF-8 they may have.
    public static let mostBytes = 16 << 10
    /// For how many days after the session they are taken.
    public static let days = 14

    /// The session.
    public var session: Identifier<Session>
    /// Who answers.
    public var person: Person
    /// What they wrote, in lines.
    public var text: String
    /// When they sent it, last.
    public var written: Instant
    /// When the session's mentor, or an organizer, found that they count; nil while that is open.
    public var signedOff: Instant?

    /// Answers, signed off or not.
    public init(
        session: Identifier<Session>, person: Person, text: String, written: Instant, signedOff: Instant? = nil
    ) {
        self.session = session
        self.person = person
        self.text = text
        self.written = written
        self.signedOff = signedOff
    }

    /// Until when answers to a session are taken.
    public static func deadline(for session: Session) -> Instant {
        session.end.adding(seconds: Int64(days) * 86_400)
    }

    /// Reads answers as they were handed in.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8, with either end of line.
    ///   - file: the name to complain about; nil when there is none.
    /// - Returns: the text without blank lines around it.
    /// - Throws: `BadInput` when it is empty, too long, no UTF-8, or holds characters that could command a terminal.
    public static func validated(_ bytes: [UInt8], file: String? = nil) throws(BadInput) -> String {
        guard bytes.count <= mostBytes else {
            throw BadInput("the answers have \(bytes.count) bytes; at most \(mostBytes) are allowed", file: file)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw BadInput("the answers are not UTF-8 text", file: file)
        }
        let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if let bad = line.unicodeScalars.first(where: { $0 != "\t" && $0.isUnsafeInOneLine }) {
                let code = String(bad.value, radix: 16, uppercase: true).zeroPadded(to: 4)
                throw BadInput("the character U+\(code) is not allowed", file: file, line: index + 1)
            }
        }
        let said = lines.drop { $0.trimmingBlanks.isEmpty }.reversed().drop { $0.trimmingBlanks.isEmpty }.reversed()
        guard !said.isEmpty else { throw BadInput("the answers are empty", file: file) }
        return said.joined(separator: "\n")
    }
}
