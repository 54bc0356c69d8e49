/// What a program says of somebody in a log, who says nothing.
enum Announcement: Equatable {
    case joined
    case renamed(to: String)
    case other
}

extension LineScanner {
    /// What a program says behind a name: `(~ada@host) has joined #nova`, `is now known as ada_l`, `sets mode: +o bob`.
    ///
    /// Nothing is read when it is no such thing, but what somebody does: `left a comment`. `isInBrackets` is whether the name is.
    mutating func announcement(isInBrackets: Bool = false) -> Announcement? {
        attempt { line in
            line.skipBlanks()
            let hasHost = line.skipHost()
            guard let first = line.next else { return nil }
            for phrase in Self.phrases[Int(first)] {
                let found = line.attempt { line -> Announcement? in
                    guard line.consume(phrase.words) else { return nil }
                    switch phrase.kind {
                    case .joining: return hasHost || line.isPlaceNext ? .joined : nil
                    case .leaving: return hasHost || line.isPlaceNext || line.isReasonNext ? .other : nil
                    case .bare(let announcement): return hasHost && line.isPlaceNext ? announcement : nil
                    case .other: return .other
                    case .about: return hasHost && isInBrackets ? .other : nil
                    case .counting: return line.next?.isDigit ?? false ? .other : nil
                    case .ending(let end): return line.ends(with: end) ? .other : nil
                    case .renaming:
                        line.skipBlanks()
                        _ = line.consume("\"")
                        return line.name(line.count).map { .renamed(to: $0.withoutFullStop) }
                    }
                }
                if let found { return found }
            }
            return nil
        }
    }

    /// Passes `(~ada@host)`, `<~ada@host>` or `[ada!~ada@host]`, where one is next, with what else stands in brackets before it.
    private mutating func skipHost() -> Bool {
        var isHost = false
        for _ in 0..<3 {
            guard let closing = next.flatMap(Self.closing), let length = distance(to: closing) else { break }
            isHost =
                isHost
                || (0..<length).contains { byte($0) == UInt8(ascii: "@") || byte($0) == UInt8(ascii: "!") }
            skip(length + 1)
            skipBlanks()
        }
        return isHost
    }

    private static func closing(_ opening: UInt8) -> UInt8? {
        switch opening {
        case UInt8(ascii: "("): UInt8(ascii: ")")
        case UInt8(ascii: "["): UInt8(ascii: "]")
        case UInt8(ascii: "<"): UInt8(ascii: ">")
        default: nil
        }
    }

    /// Whether a place, a remark in brackets or nothing follows, and nothing that somebody would add: `left #42 a comment`.
    private var isPlaceNext: Bool {
        var rest = self
        _ = rest.consume(".") || rest.consume("!")
        rest.skipBlanks()
        guard let next = rest.next else { return true }
        switch next {
        case UInt8(ascii: "#"), UInt8(ascii: "&"):
            guard rest.isChannelNext else { return false }
            rest.skip(rest.wordLength)
            if rest.byte(-1) == UInt8(ascii: ":") { return true }
        default:
            if rest.isRemarkNext { return true }
            guard Self.places.contains(where: { rest.consume($0) }) else { return false }
        }
        _ = rest.consume(".") || rest.consume("!")
        rest.skipBlanks()
        return rest.isAtEnd || rest.isRemarkNext
    }

    private var isRemarkNext: Bool { next.map { "([:\"'".utf8.contains($0) } ?? false }

    /// Whether a channel is next; a number behind the sign is that of an issue.
    private var isChannelNext: Bool {
        (1..<max(1, wordLength)).contains { byte($0).map { !$0.isDigit && !".,:!".utf8.contains($0) } ?? false }
    }

    /// Whether a reason follows as servers give it.
    private var isReasonNext: Bool {
        var rest = self
        rest.skipBlanks()
        return Self.reasons.contains { rest.consume($0) }
    }

    /// Whether a program speaks of the channel or of itself, and of nobody: `Now talking on #nova`.
    var isAboutNobody: Bool {
        guard let first = next else { return false }
        var rest = self
        return first == UInt8(ascii: "#") || Self.notices[Int(first)].contains { rest.consume($0) }
    }

    private static let places: [StaticString] = [
        "the channel", "the room", "this channel", "this room", "the chat", "the server", "the group",
    ]

    private static let reasons: [StaticString] = [
        "IRC", "Ping timeout", "Quit", "Connection", "Remote host", "Read error", "Write error", "Client ", "Excess",
        "Killed", "K-lined", "G-lined", "Max ", "EOF", "Leaving", "Broken pipe", "Changing host", "*.net",
        "Operation timed out", "No route", "Server closed",
    ]

    private static let notices = byFirstByte([
        "Now talking ", "Topic is ", "Topic for ", "The topic for ", "Topic:", "Topic set by", "Set by ", "Parts: ",
        "Quits: ",
        "Disconnected", "Rejoined channel", "Rejoining ", "Attempting to rejoin", "You ", "You've ", "You're ",
        "Users on ", "Channel #", "Channel mode", "Channel Mode", "Channel created", "Retrieving #", "Connecting to",
        "Connected to", "Connected.", "Reconnect", "Looking up ", "Netsplit ", "Netjoin ", "Mode #", "Server ",
        "Ended ",
        "Joined channel", "Left channel", "Received a CTCP ", "Received a DCC ", "Offering ", "Ping reply from ",
        "Notify: ",
    ]) { $0 }

    /// What begins with each byte, so that a line is held against few.
    private static func byFirstByte<T>(_ all: [T], _ words: (T) -> StaticString) -> [[T]] {
        var table = [[T]](repeating: [], count: 256)
        for one in all { table[Int(words(one).utf8Start[0])].append(one) }
        return table
    }

    private struct Phrase {
        enum Kind {
            case joining, leaving, renaming, other
            /// Only behind somebody's address, with at most a place or a reason after it: `bob (~bob@host) join`.
            case bare(Announcement)
            /// Only behind a nickname in brackets and their address: `[ada] (~ada@host): Ada`. In `Ada (@ada): hi` she speaks.
            case about
            /// Only before a number.
            case counting
            /// Only where the line ends so.
            case ending(StaticString)
        }

        let words: StaticString
        let kind: Kind

        init(_ words: StaticString, _ kind: Kind) {
            self.words = words
            self.kind = kind
        }
    }

    private static let phrases = byFirstByte(joining + leaving + renaming + others + whois, \.words)

    private static let joining: [Phrase] =
        ([
            "has joined", "joined", "entered the room", "has entered the room", "is joining",
        ] as [StaticString]).map { Phrase($0, .joining) } + [Phrase("join", .bare(.joined))]

    private static let leaving: [Phrase] =
        ([
            "has left", "left", "has parted", "parted", "has quit", "quit", "Quit", "has disconnected", "disconnected",
            "is leaving", "was disconnected", "timed out",
        ] as [StaticString]).map { Phrase($0, .leaving) } + [Phrase("part", .bare(.other))]

    private static let renaming: [Phrase] =
        ([
            "is now known as ", "changed nick to ", "changes nick to ", "has changed nick to ",
            "changed their nick to ",
            "changed their nickname to ", "changed their display name to ", "set their display name to ",
            "\u{2192} ", "-> ", "=> ",
        ] as [StaticString]).map { Phrase($0, .renaming) }

    private static let others: [Phrase] =
        ([
            "was kicked", "has been kicked", "has kicked ", "was banned", "has been banned", "has banned ",
            "was removed from ", "was invited ", "has invited ",
            "sets mode", "set mode", "has set mode", "changes mode", "changed mode", "sets channel", "set channel ",
            "gives channel ", "gives voice to ", "gives half", "gives op", "removes channel ", "removes voice from ",
            "removes half", "removes op", "sets ban on ", "removes ban on ", "sets exempt on ", "removes exempt on ",
            "sets invite ", "removes invite ", "removes user limit", "sets quiet on ", "removes quiet on ",
            "changes topic", "changed topic", "changes the topic", "changed the topic", "has changed the topic",
            "has changed topic", "sets topic", "set topic", "sets the topic", "set the topic", "has set the topic",
            "has set topic", "removed the topic", "is away", "is now away", "is no longer away", "is back (gone",
            "has changed host", "changed host", "changed their display name from ", "removed their display name",
            "set a profile picture", "changed their profile picture", "made no change",
            "added to notify list", "deleted from notify list",
        ] as [StaticString]).map { Phrase($0, .other) } + [Phrase("has offered ", .ending(" bytes)"))]

    /// What HexChat's answers to `/whois` say behind the nickname in brackets.
    private static let whois: [Phrase] =
        ([
            "End of WHOIS list", "is logged in as ", "is using a secure connection", "is connecting from ",
            "is an IRC operator",
        ] as [StaticString]).map { Phrase($0, .other) }
        + [Phrase("idle ", .counting), Phrase(":", .about)]
}

extension String {
    /// A nickname without the end of the sentence that tells it; in a name of one word there is no full stop.
    fileprivate var withoutFullStop: String {
        utf8.last == UInt8(ascii: ".") && !utf8.contains(UInt8(ascii: " ")) ? String(dropLast()) : self
    }
}
