import MentoringAPI

/// What is to be filled in on a page, for the template: it is asked for in the words of the request that takes it.
struct FormField: Encodable {
    /// A word that can be chosen.
    struct Choice: Encodable {
        let word: String
        let isChosen: Bool
    }

    let id: String
    let name: String
    let label: String
    let value: String
    /// The type of an `input`; nil for what has lines or choices.
    let type: String?
    let isTicked: Bool
    let isRequired: Bool
    let most: Int?
    let least: Int?
    let largest: Int?
    let hasLines: Bool
    /// Whether a file's content is meant.
    let isFile: Bool
    let choices: [Choice]
    let hasChoices: Bool
    let isBox: Bool
    let isZone: Bool
    /// What a number can be, in words.
    let span: String?
    /// Whether what stands there is what was wrong.
    let isWrong: Bool

    /// - Parameters:
    ///   - field: what is asked for.
    ///   - value: what stands there already.
    ///   - form: tells the form from the page's others.
    ///   - isWrong: whether what stands there is what was wrong.
    init(_ field: FieldDescription, value: String, in form: String, isWrong: Bool = false) {
        self.isWrong = isWrong
        id = "f-" + (form + "-" + field.name).map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        name = field.name
        label = field.about.hasSuffix(".") ? String(field.about.dropLast()) : field.about
        self.value = value
        isRequired = !field.isOptional && !field.kind.isList
        isTicked = field.kind == .flag && value == "true"
        (type, most, least, largest) = field.kind.input
        let (hasLines, words) = field.kind.linesAndChoices(value)
        self.hasLines = hasLines
        // What may be left out is not chosen by being there.
        let isOpen = field.isOptional && value.isEmpty && !words.isEmpty
        choices = (isOpen ? [Choice(word: "", isChosen: true)] : []) + words
        isFile = field.kind.isFile
        hasChoices = !choices.isEmpty
        isBox = type == "checkbox"
        isZone = field.kind == .zone
        span = field.kind.span
    }
}

extension FieldDescription.Kind {
    /// Whether it is the content of a file.
    var isFile: Bool { self == .file }

    /// What a number can be, in words.
    fileprivate var span: String? {
        guard case .number(let range) = self, range.upperBound < Int.max else { return nil }
        return "\(range.lowerBound) to \(range.upperBound)"
    }

    /// The longest text that has one line.
    static let longestLine = 1000

    fileprivate var input: (type: String?, most: Int?, least: Int?, largest: Int?) {
        switch self {
        case .text(let most): (most > Self.longestLine ? nil : "text", most, nil, nil)
        case .number(let range):
            ("number", nil, range.lowerBound, range.upperBound == Int.max ? nil : range.upperBound)
        case .flag: ("checkbox", nil, nil, nil)
        case .choice, .list: (nil, nil, nil, nil)
        case .email: ("email", Self.longestName, nil, nil)
        case .person, .zone: ("text", Self.longestName, nil, nil)
        case .mentorAndTime: ("text", 2 * Self.longestName, nil, nil)
        case .date: ("date", nil, nil, nil)
        case .localDateTime: ("datetime-local", nil, nil, nil)
        }
    }

    fileprivate func linesAndChoices(_ value: String) -> (hasLines: Bool, choices: [FormField.Choice]) {
        switch self {
        case .text(let most): (most > Self.longestLine, [])
        case .list: (true, [])
        case .choice(let words): (false, words.map { FormField.Choice(word: $0, isChosen: $0 == value) })
        default: (false, [])
        }
    }
}
