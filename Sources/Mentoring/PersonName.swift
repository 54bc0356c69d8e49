import Foundation

/// The one rule for what people may be called where others see it.
///
/// A name is one line of text (see `OneLine`) in one script, or in the scripts that one language mixes, without anything that
/// nobody sees: what cannot be told apart by eye is no name of its own (UTS #39 §5, Highly Restrictive). What was stored
/// before stays as it is.
public enum PersonName {
    /// What stands for whoever is to come, once the one who was has left, in sentences, too: “led by somebody to be named”; nobody is
    /// called so.
    package static let nobodyYet = "somebody to be named"

    /// Checks a name.
    /// - Returns: the name without surrounding blanks.
    /// - Throws: `BadInput` with what is wrong, and with which character.
    public static func validated(_ text: String) throws(BadInput) -> String {
        let name = try OneLine.validated(text, as: "name")
        try refuseUnreadable(name, as: "name")
        guard name.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else {
            throw BadInput("the name \(OneLine.shown(name)) has no letter")
        }
        guard ![nobodyYet, "to be named"].map(look).contains(look(name)) else {
            throw BadInput("“\(nobodyYet)” stands for whoever is not known yet; give the name of a person")
        }
        return name
    }

    /// Refuses what cannot be told from something else by eye; `what` is what it is called to the person who gave it.
    package static func refuseUnreadable(_ name: String, as what: String) throws(BadInput) {
        try refuseHidden(name, as: what)
        try refuseStacks(name, as: what)
        let scripts = Set(compatible(name).unicodeScalars.compactMap(Script.init))
        guard Script.canBeMixed(scripts) else {
            let shown = scripts.map(\.title).sorted().joined(separator: " and ")
            throw BadInput(
                "the \(what) \(OneLine.shown(name)) mixes letters of \(shown), which look alike; write it in one script"
            )
        }
    }

    /// What two names share that differ only in how their letters are encoded and in their case (NFKC, case folding).
    package static func folded(_ name: String) -> String {
        // ASCII is its own compatible form, and most names are ASCII: pages fold those of a whole program.
        if name.isASCII { return name.lowercased() }
        return compatible(compatible(name).uppercased().lowercased())
    }

    /// The words of a name, folded.
    package static func words(_ name: String) -> [String] {
        name.isASCII ? asciiWords(name) : folded(name).split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// The same of a name in ASCII, as most are: its bytes are its characters.
    private static func asciiWords(_ name: String) -> [String] {
        name.lowercased().utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.compactMap(String.init)
    }

    /// The words of a name by which people find it who cannot type all of it: folded, without the accents that keyboards of other
    /// languages lack, the points that few write, and what nobody sees, such as the marks around a name that was copied.
    package static func spokenWords(_ name: String) -> [String] {
        if name.isASCII { return asciiWords(name) }
        var spoken = ""
        for scalar in folded(name).decomposedStringWithCompatibilityMapping.unicodeScalars {
            if scalar.properties.isDefaultIgnorableCodePoint || scalar.isLeftOutInSpeech { continue }
            if let letters = plainLetters[scalar] { spoken += letters } else { spoken.unicodeScalars.append(scalar) }
        }
        return compatible(spoken).split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// Letters whose stroke or tie no decomposition takes off.
    private static let plainLetters: [Unicode.Scalar: String] = [
        "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
    ]

    /// What all names share that a reader takes for one: folded, without blanks and signs, and with one letter for all that
    /// look like it.
    package static func look(_ name: String) -> String {
        var look = String.UnicodeScalarView()
        for scalar in folded(name).unicodeScalars {
            let isWritten = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            guard isWritten || Script(scalar) != nil || scalar.properties.generalCategory == .nonspacingMark,
                !scalar.properties.isDefaultIgnorableCodePoint, !(0x2B9...0x2DF).contains(scalar.value)
            else { continue }
            look.append(lookalikes[scalar] ?? scalar)
        }
        return compatible(String(look))
    }

    private static func compatible(_ text: String) -> String { text.precomposedStringWithCompatibilityMapping }

    /// Small letters and digits that look like a Latin one.
    private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs: [(Unicode.Scalar, String)] = [
            ("a", "аαɑ"), ("b", "ЬьВв"), ("c", "сϲ"), ("d", "ԁ"), ("e", "еєε"), ("g", "ɡ"), ("h", "һНн"), ("j", "јϳ"),
            ("k", "кκ"), ("l", "1iіıιΙӏ|"), ("m", "м"), ("n", "ոη"), ("o", "0оοօ"), ("p", "рρ"), ("q", "ԛ"), ("r", "г"),
            ("s", "ѕ"), ("t", "тτ"), ("u", "υս"), ("v", "νѵ"), ("w", "ԝω"), ("x", "хχ"), ("y", "уγү"), ("z", "ζ"),
        ]
        return Dictionary(
            pairs.flatMap { latin, others in others.unicodeScalars.map { ($0, latin) } },
            uniquingKeysWith: { first, _ in first })
    }()
}

extension PersonName {
    /// Refuses what nobody sees, and blanks other than the one of the keyboard.
    private static func refuseHidden(_ name: String, as what: String) throws(BadInput) {
        let scalars = Array(name.unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            let before = place > 0 ? scalars[place - 1] : nil
            let after = place + 1 < scalars.count ? scalars[place + 1] : nil
            if scalar == " " {
                guard before != " " else { throw BadInput("the \(what) has two blanks in a row; one is enough") }
                continue
            }
            if scalar.isJoiner, joins(scalar, scalars[..<place], after) { continue }
            guard !scalar.isHiddenInNames else {
                let code = String(scalar.value, radix: 16, uppercase: true).zeroPadded(to: 4)
                throw BadInput(
                    "the \(what) holds the character U+\(code), which nobody sees or tells from another; leave it out, or write an ordinary blank"
                )
            }
        }
    }

    /// Whether a joiner stands where a script is written with one: between its letters, or after a sign that asks for it.
    private static func joins(
        _ joiner: Unicode.Scalar, _ before: ArraySlice<Unicode.Scalar>, _ after: Unicode.Scalar?
    ) -> Bool {
        // Marks that all scripts share do not part a joiner from its letter.
        let letter = before.last { Script($0) != nil || $0.properties.generalCategory != .nonspacingMark }
        guard let script = letter.flatMap(Script.init), script.isJoined else { return false }
        if let after { return Script(after) == script }
        return joiner.value == 0x200D && before.last?.properties.canonicalCombiningClass == .virama
    }

    /// Refuses marks without a letter, and so many on one that it grows into the lines around it.
    private static func refuseStacks(_ name: String, as what: String) throws(BadInput) {
        var marks: [Unicode.Scalar] = []
        var isAfterLetter = false
        for scalar in name.decomposedStringWithCanonicalMapping.unicodeScalars {
            let category = scalar.properties.generalCategory
            guard category == .nonspacingMark || category == .enclosingMark else {
                marks = []
                if category == .spacingMark { continue }
                isAfterLetter = scalar.properties.isAlphabetic || scalar.isJoiner
                continue
            }
            guard isAfterLetter, !marks.contains(scalar), marks.count < 4 else {
                throw BadInput("the \(what) has marks without a letter, or more on one letter than any language writes")
            }
            marks.append(scalar)
        }
    }
}

extension String {
    fileprivate var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}

extension Unicode.Scalar {
    /// ZERO WIDTH NON-JOINER and ZERO WIDTH JOINER, which some scripts are written with.
    fileprivate var isJoiner: Bool { value == 0x200C || value == 0x200D }

    /// Whether it is an accent, or a point of Hebrew or Arabic: not the marks without which another word is read.
    fileprivate var isLeftOutInSpeech: Bool {
        guard properties.generalCategory == .nonspacingMark, !(0x3099...0x309A).contains(value) else { return false }
        return [nil, .hebrew, .arabic].contains(Script(self))
    }

    /// Whether nobody sees the scalar, or nobody knows what it is.
    fileprivate var isHiddenInNames: Bool {
        if properties.isDefaultIgnorableCodePoint || value == 0x2800 { return true }
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return true
        default: return false
        }
    }
}
