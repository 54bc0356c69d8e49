/// A name with the time, of which the lines below tell whether somebody spoke.
struct OpenHeading {
    /// What a line below it is.
    enum Line: Equatable {
        /// Their words, as is what follows.
        case said
        /// They came.
        case joined
        /// What somebody did, or nothing of anybody.
        case passed
        /// What may be their words or a program's.
        case unread
        /// The first line of what only belongs to the message: reactions, attachments.
        case closed
    }

    let name: String
    let time: ChatLog.Time
    let line: Int
    /// Whether nothing stood below it so far.
    private(set) var isEmpty = true
    /// Whether it is no longer sure whose words follow.
    private var isDoubtful = false

    init(name: String, time: ChatLog.Time, line: Int) {
        self.name = name
        self.time = time
        self.line = line
    }

    /// What one more line is.
    ///
    /// Behind a program's sentence somebody may go on in the same message.
    mutating func take(_ line: LineScanner) -> Line {
        if let sentence = line.systemSentence {
            isEmpty = false
            if sentence.mayGoOn { isDoubtful = true }
            return sentence.isArrival ? .joined : .passed
        }
        if isEmpty { return .said }
        if line.isPartOfMessage { return .closed }
        return isDoubtful || line.isReaction ? .unread : .said
    }

    /// An empty line ends what surely belongs to a sentence.
    mutating func passBlank() {
        if !isEmpty { isDoubtful = true }
    }
}

extension LineScanner {
    /// DiscordChatExporter's `{Reactions}`, `{Attachments}`, `{Embed}`.
    fileprivate var isPartOfMessage: Bool { next == UInt8(ascii: "{") && byte(wordLength - 1) == UInt8(ascii: "}") }

    /// Slack's `:wave:`, a picture, and how many people chose it, as they are copied with what they stand under.
    fileprivate var isReaction: Bool {
        text.split(separator: " ").allSatisfy { word in
            word.count > 2 && word.hasPrefix(":") && word.hasSuffix(":")
                || !word.unicodeScalars.contains(where: \.properties.isAlphabetic)
        }
    }
}
