/// Right-to-left text in lines that go from left to right.
///
/// Without isolates (UAX #9 §2.4) a Hebrew name takes the numbers and the columns after it along to the other side. They have no
/// width. What comes from outside holds none of its own, since `CleanText` replaces them.
package enum Isolation {
    /// The line with each run of right-to-left words between a first-strong isolate and its end.
    package static func of(_ line: String) -> String {
        let scalars = line.unicodeScalars
        guard scalars.contains(where: \.isRightToLeft) else { return line }
        // A line that is all in one script is read as its own script has it.
        if !line.contains("  "), !scalars.contains(where: { $0.properties.isAlphabetic && !$0.isRightToLeft }) {
            return "\u{2068}\(line)\u{2069}"
        }
        var isolated = String.UnicodeScalarView()
        var between: [Unicode.Scalar]?
        func end() {
            guard let waiting = between else { return }
            isolated.append("\u{2069}")
            isolated.append(contentsOf: waiting)
            between = nil
        }
        for scalar in scalars {
            if scalar.isRightToLeft || between?.isEmpty == true && scalar.staysWithTheOneBefore {
                if between == nil { isolated.append("\u{2068}") }
                isolated.append(contentsOf: between ?? [])
                isolated.append(scalar)
                between = []
            } else if let waiting = between, scalar.joinsWords, !(scalar == " " && waiting.last == " ") {
                between = waiting + [scalar]
            } else {
                end()
                isolated.append(scalar)
            }
        }
        end()
        return String(isolated)
    }
}

extension Unicode.Scalar {
    /// Whether it is of the blocks whose characters go from right to left unless they say otherwise (DerivedBidiClass.txt).
    fileprivate var isRightToLeft: Bool {
        switch value {
        case 0x0590...0x08FF, 0xFB1D...0xFDCF, 0xFDF0...0xFDFF, 0xFE70...0xFEFE, 0x1_0800...0x1_0FFF,
            0x1_E800...0x1_EFFF:
            true
        default: false
        }
    }

    /// Whether it belongs to the character before it: a mark, a joiner, or the sign that a text was cut there.
    fileprivate var staysWithTheOneBefore: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: self == "\u{200C}" || self == "\u{200D}" || self == "…"
        }
    }

    /// Whether it may stand between two words of one name.
    fileprivate var joinsWords: Bool { " -.'’".unicodeScalars.contains(self) || ("0"..."9").contains(self) }
}
