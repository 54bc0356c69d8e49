/// Input that means nothing: an unknown zone, a date that is none, a rule that cannot be read.
///
/// Nothing was changed.
public struct BadInput: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file it came from, when it came from one.
    public var file: String?
    /// The line in that file, counted from 1.
    public var line: Int?
    /// What is wrong and what was expected.
    public let message: String

    /// Bad input from a file's line, or from the command line when both are nil.
    public init(_ message: String, file: String? = nil, line: Int? = nil) {
        self.message = message
        self.file = file
        self.line = line
    }

    /// `FILE:LINE: message`, as compilers and editors have it.
    public var description: String {
        [file.map(OneLine.shown), line.map(String.init)].compactMap(\.self).map { $0 + ":" }.joined()
            + (file == nil && line == nil ? "" : " ") + message
    }
}
