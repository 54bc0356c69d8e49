/// The writing system of a letter, as far as names need to tell them apart (Unicode's Scripts.txt, blocks joined).
///
/// What belongs to no script or to any (blanks, signs, digits, marks) has none here.
enum Script: String, CaseIterable {
    case latin, greek, cyrillic, armenian, hebrew, arabic, syriac, thaana, devanagari, bengali, gurmukhi, gujarati,
        oriya
    case tamil, telugu, kannada, malayalam, sinhala, thai, lao, tibetan, myanmar, georgian, hangul, ethiopic, cherokee
    case khmer, mongolian, hiragana, katakana, bopomofo, han
    /// All others, which nobody can tell apart here.
    case other

    /// The script of a letter or of a mark that only one script has; nil for what all of them share.
    init?(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        if value < 0x80 {
            guard scalar.properties.isAlphabetic else { return nil }
            self = .latin
            return
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .letterNumber, .decimalNumber:
            break
        default: return nil
        }
        // Shared by several: ª and º, modifier letters such as the ʻokina, combining marks, the long-vowel mark of kana.
        if Self.common.contains(where: { $0.contains(value) }) { return nil }
        self = Self.ranges.first { $0.0.contains(value) }?.1 ?? .other
    }

    /// What people call it.
    package var title: String {
        self == .other ? "a rarer script" : rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }

    /// Whether its letters are joined, so that what keeps them apart or together is part of the spelling.
    var isJoined: Bool {
        switch self {
        case .arabic, .syriac, .devanagari, .bengali, .gurmukhi, .gujarati, .oriya, .tamil, .telugu, .kannada,
            .malayalam,
            .sinhala, .khmer, .myanmar, .mongolian:
            true
        default: false
        }
    }

    /// Whether one name may be written in all of them: one script, or Latin beside the scripts of one East Asian language.
    static func canBeMixed(_ scripts: Set<Script>) -> Bool {
        scripts.count <= 1 || together.contains { scripts.isSubset(of: $0) }
    }

    private static let together: [Set<Script>] = [
        [.latin, .han, .hiragana, .katakana], [.latin, .han, .bopomofo], [.latin, .han, .hangul],
    ]

    private static let common: [ClosedRange<UInt32>] = [
        0xAA...0xAA, 0xBA...0xBA, 0x2B9...0x2DF, 0x2E5...0x2E9, 0x2EC...0x36F, 0x640...0x640, 0x64B...0x655,
        0x660...0x669, 0x951...0x954, 0x964...0x965, 0x1AB0...0x1AFF, 0x1CD0...0x1CFA, 0x1DC0...0x1DFF,
        0x20D0...0x20FF, 0x302A...0x302D, 0x3031...0x3035, 0x3099...0x309C, 0x30FC...0x30FC, 0xFE00...0xFE2F,
    ]

    private static let ranges: [(ClosedRange<UInt32>, Script)] = [
        (0xC0...0x2B8, .latin), (0x2E0...0x2E4, .latin), (0x370...0x3E1, .greek), (0x3E2...0x3EF, .other),
        (0x3F0...0x3FF, .greek), (0x400...0x52F, .cyrillic), (0x531...0x58F, .armenian), (0x591...0x5F4, .hebrew),
        (0x600...0x6FF, .arabic), (0x700...0x74F, .syriac), (0x750...0x77F, .arabic), (0x780...0x7BF, .thaana),
        (0x860...0x86F, .syriac), (0x870...0x8FF, .arabic), (0x900...0x97F, .devanagari), (0x980...0x9FF, .bengali),
        (0xA00...0xA7F, .gurmukhi), (0xA80...0xAFF, .gujarati), (0xB00...0xB7F, .oriya), (0xB80...0xBFF, .tamil),
        (0xC00...0xC7F, .telugu), (0xC80...0xCFF, .kannada), (0xD00...0xD7F, .malayalam), (0xD80...0xDFF, .sinhala),
        (0xE00...0xE7F, .thai), (0xE80...0xEFF, .lao), (0xF00...0xFFF, .tibetan), (0x1000...0x109F, .myanmar),
        (0x10A0...0x10FF, .georgian), (0x1100...0x11FF, .hangul), (0x1200...0x139F, .ethiopic),
        (0x13A0...0x13FF, .cherokee), (0x1780...0x17FF, .khmer), (0x1800...0x18AF, .mongolian),
        (0x19E0...0x19FF, .khmer), (0x1C80...0x1C8F, .cyrillic), (0x1C90...0x1CBF, .georgian),
        (0x1D00...0x1D25, .latin),
        (0x1D26...0x1D2A, .greek), (0x1D2B...0x1D2B, .cyrillic), (0x1D2C...0x1D5C, .latin), (0x1D5D...0x1D61, .greek),
        (0x1D62...0x1D65, .latin), (0x1D66...0x1D6A, .greek), (0x1D6B...0x1D77, .latin), (0x1D78...0x1D78, .cyrillic),
        (0x1D79...0x1DBE, .latin), (0x1DBF...0x1DBF, .greek), (0x1E00...0x1EFF, .latin), (0x1F00...0x1FFF, .greek),
        (0x2C60...0x2C7F, .latin), (0x2D00...0x2D2F, .georgian), (0x2D80...0x2DDF, .ethiopic),
        (0x2DE0...0x2DFF, .cyrillic), (0x3005...0x3007, .han), (0x3021...0x3029, .han), (0x3038...0x303B, .han),
        (0x3041...0x309F, .hiragana), (0x30A1...0x30FF, .katakana), (0x3105...0x312F, .bopomofo),
        (0x3131...0x318E, .hangul), (0x31A0...0x31BF, .bopomofo), (0x31F0...0x31FF, .katakana), (0x3400...0x4DBF, .han),
        (0x4E00...0x9FFF, .han), (0xA640...0xA69F, .cyrillic), (0xA722...0xA7FF, .latin),
        (0xA8E0...0xA8FF, .devanagari),
        (0xA960...0xA97F, .hangul), (0xA9E0...0xA9FF, .myanmar), (0xAA60...0xAA7F, .myanmar),
        (0xAB01...0xAB2F, .ethiopic),
        (0xAB30...0xAB64, .latin), (0xAB65...0xAB65, .greek), (0xAB66...0xAB6B, .latin), (0xAB70...0xABBF, .cherokee),
        (0xAC00...0xD7FB, .hangul), (0xF900...0xFAFF, .han), (0xFB13...0xFB17, .armenian), (0xFB1D...0xFB4F, .hebrew),
        (0xFB50...0xFDFF, .arabic), (0xFE70...0xFEFC, .arabic), (0x16FF0...0x16FF1, .han),
        (0x1AFF0...0x1AFFE, .katakana),
        (0x1B000...0x1B000, .katakana), (0x1B001...0x1B11F, .hiragana), (0x20000...0x3FFFF, .han),
    ]
}
