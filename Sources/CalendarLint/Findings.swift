/// What has been found so far: at most so many, whatever the file.
struct Findings {
    private let limit: Int
    private var found: [Finding] = []

    init(limit: Int) { self.limit = limit }

    /// Whether more would not be told any longer.
    var isFull: Bool { found.count >= limit }

    /// How many there are.
    var count: Int { found.count }

    /// By line, then rule.
    var inOrder: [Finding] { found.sorted { ($0.line, $0.rule.rawValue) < ($1.line, $1.rule.rawValue) } }

    /// Adds what breaks a rule so that a program may go wrong.
    mutating func error(_ line: Int, _ rule: Finding.Rule, _ message: @autoclosure () -> String) {
        add(line, rule, .error, message)
    }

    /// Adds what breaks a rule so that people are served worse.
    mutating func warning(_ line: Int, _ rule: Finding.Rule, _ message: @autoclosure () -> String) {
        add(line, rule, .warning, message)
    }

    private mutating func add(
        _ line: Int, _ rule: Finding.Rule, _ severity: Finding.Severity, _ message: () -> String
    ) {
        guard !isFull else { return }
        found.append(Finding(line: line, rule: rule, severity: severity, message: message()))
    }
}

extension StringProtocol {
    /// “The text” for a message: at most 60 characters, none of which can break a line or command a terminal.
    var quoted: String {
        var shown = String.UnicodeScalarView("“".unicodeScalars)
        for scalar in unicodeScalars.prefix(60) {
            let isUnsafe =
                scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
                || scalar.value == 0x2028 || scalar.value == 0x2029
            shown.append(isUnsafe ? "\u{FFFD}" : scalar)
        }
        if !unicodeScalars.dropFirst(60).isEmpty { shown.append("…") }
        return String(shown) + "”"
    }

    /// The text in ASCII capitals: names in calendars have no case (RFC 5545 §2).
    var asciiUppercased: String {
        guard utf8.contains(where: { (0x61...0x7A).contains($0) }) else { return String(self) }
        return String(decoding: utf8.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }, as: UTF8.self)
    }
}
