/// How a line stands out from others, where a terminal can show it: sparingly, and never as the only sign of anything.
///
/// Within the program such a line begins with a noncharacter, which Unicode leaves to programs for their own use (§23.7).
package enum Emphasis: UInt32 {
    /// Above a table or a part of a report.
    case heading = 0xFDD0
    /// What is over, or called off.
    case quiet = 0xFDD1
    /// What somebody has to do something about.
    case urgent = 0xFDD2

    /// The line, standing out where the layout has it.
    package func of(_ line: String, in layout: Layout = .current) -> String {
        guard layout.hasStyles, !line.isEmpty, let sign = Unicode.Scalar(rawValue) else { return line }
        return String(Character(sign)) + line
    }

    /// A part of a report: a heading and what stands below it, or what is said where nothing does.
    package static func section(_ title: String, _ lines: [String], orElse nothing: String = "") -> String {
        lines.isEmpty ? nothing : ([heading.of(title)] + lines).joined(separator: "\n")
    }

    /// What a line says of itself, and the line without that.
    package static func read(_ line: some StringProtocol) -> (Emphasis?, String) {
        guard let first = line.unicodeScalars.first, let emphasis = Emphasis(rawValue: first.value) else {
            return (nil, String(line))
        }
        return (emphasis, String(String.UnicodeScalarView(line.unicodeScalars.dropFirst())))
    }

    /// The line with what a terminal obeys (ECMA-48 §8.3.117).
    package func shown(_ line: String) -> String { "\u{1B}[\(code)m\(line)\u{1B}[0m" }

    private var code: String {
        switch self {
        case .heading: "1"
        case .quiet: "2"
        case .urgent: "1;33"
        }
    }
}
