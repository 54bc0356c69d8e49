/// What a session is about: a review, the revision of it that everybody reads, and what its mentor asks about it.
public struct Pick: Hashable, Sendable {
    /// The review.
    public var review: Review
    /// Gerrit's number of the patch set, elsewhere the commit; nil when none was named and the server was not asked.
    public var revision: String?
    /// The mentor's questions, one line each.
    public var questions: [String]

    /// A pick with every part given.
    public init(review: Review, revision: String? = nil, questions: [String] = []) {
        self.review = review
        self.revision = revision
        self.questions = questions
    }

    /// Where the revision is read.
    public var url: String {
        // An earlier release stored some spellings as they were typed, with a patch set of their own.
        guard let revision, let address, case .gerrit = address.place else { return review.url }
        return "\(address.url)/\(revision)"
    }

    /// `patch set 3`, or `commit 1a2b3c4d5e6f`; nil when none is pinned.
    public var edition: String? {
        guard let revision else { return nil }
        if case .gerrit? = address?.place { return "patch set \(revision)" }
        return "commit \(revision.prefix(12))"
    }

    private var address: ChangeAddress? { try? ChangeAddress(review.url) }

    /// The most bytes of a mentor's questions.
    public static let limit = 4096

    /// Checks what a mentor wrote.
    /// - Returns: its lines without blanks at their ends, and without empty ones before and after.
    /// - Throws: `BadInput` when it has more than 4,096 bytes, or holds a character that no line may hold.
    public static func validatedQuestions(_ text: String, file: String? = nil) throws(BadInput) -> [String] {
        guard text.utf8.count <= limit else {
            throw BadInput("\(text.utf8.count) bytes of questions are too many; at most \(limit) are read", file: file)
        }
        var lines: [String] = []
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = String(line.map { $0 == "\t" ? " " : $0 })
            guard !line.trimmingBlanks.isEmpty else {
                lines.append("")
                continue
            }
            do throws(BadInput) {
                let end = line.lastIndex { $0 != " " } ?? line.startIndex
                _ = try OneLine.validated(line, as: "line", limit: limit)
                lines.append(String(line[...end]))
            } catch {
                throw BadInput(error.message, file: file, line: number + 1)
            }
        }
        let first = lines.firstIndex { !$0.isEmpty } ?? lines.endIndex
        let last = lines.lastIndex { !$0.isEmpty } ?? lines.endIndex
        return first == lines.endIndex ? [] : Array(lines[first...last])
    }
}
