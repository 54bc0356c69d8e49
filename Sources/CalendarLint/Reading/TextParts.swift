/// The parts of a text between ASCII marks, one after the other and without a copy; an empty text is one empty part.
///
/// A value may be megabytes of commas, so that no list of its parts is kept.
struct TextParts: Sequence, IteratorProtocol {
    private var rest: Substring.UTF8View?
    private let mark: UInt8?

    /// Without a mark the text is its only part.
    init(_ text: Substring, between mark: Unicode.Scalar?) {
        rest = text.utf8
        self.mark = mark.map { UInt8(ascii: $0) }
    }

    mutating func next() -> Substring? {
        guard let text = rest else { return nil }
        guard let end = text.firstIndex(where: { $0 == mark }) else {
            rest = nil
            return Substring(text)
        }
        rest = text[text.index(after: end)...]
        return Substring(text[..<end])
    }
}

extension StringProtocol where SubSequence == Substring {
    /// The parts between marks; without a mark the whole.
    func parts(between mark: Unicode.Scalar?) -> TextParts { TextParts(self[...], between: mark) }
}

extension ContentLine {
    /// The values between commas.
    var listed: TextParts { value.parts(between: ",") }
}
