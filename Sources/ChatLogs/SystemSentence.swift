/// What stands below somebody's name in an export, or in what was copied from an app, though they said nothing.
///
/// DiscordChatExporter and Slack write so what somebody did in the channel; nothing but the words tells it from speech, so that
/// the whole line has to be such a sentence.
struct SystemSentence: Equatable {
    /// Whether they came.
    var isArrival = false
    /// Whether lines below may belong to it: a description of several lines, the beginning of a thread.
    var mayGoOn = false
}

extension LineScanner {
    /// The sentence, where the whole line is one.
    var systemSentence: SystemSentence? {
        for form in Self.forms {
            var rest = self
            guard rest.consumeLetter(form.capital), rest.consume(form.start) else { continue }
            let isWhole =
                switch form.end {
                case .nothing: rest.isBlank
                case .anything: true
                case .words(let end): rest.ends(with: end)
                case .channel(let whom): rest.isChannel(orFollowedBy: whom)
                }
            if isWhole { return form.meaning }
        }
        return nil
    }

    private mutating func consumeLetter(_ capital: Unicode.Scalar) -> Bool {
        guard let next, next & ~0x20 == UInt8(ascii: capital) else { return false }
        skip(1)
        return true
    }

    /// Whether the line ends so.
    func ends(with end: StaticString) -> Bool {
        var rest = self
        guard rest.count >= end.utf8CodeUnitCount else { return false }
        rest.skip(rest.count - end.utf8CodeUnitCount)
        return rest.consume(end)
    }

    /// Whether nothing is left but the name of a channel and perhaps a full stop, or who else it was up to there.
    ///
    /// A number behind the sign is that of an issue.
    private func isChannel(orFollowedBy whom: StaticString) -> Bool {
        let length = wordLength
        let isStop = byte(length - 1) == UInt8(ascii: ".")
        guard (0..<(isStop ? length - 1 : length)).contains(where: { byte($0)?.isDigit == false }) else { return false }
        var rest = self
        rest.skip(length)
        if rest.isBlank { return true }
        guard !isStop, rest.consume(whom), rest.ends(with: ".") else { return false }
        return rest.plainName(rest.count - 1) != nil
    }

    private struct Form {
        enum End {
            case nothing
            case anything
            case words(StaticString)
            /// A channel, perhaps with whom behind such words.
            case channel(StaticString)
        }

        /// How the sentence begins, as a capital or small letter and what follows it.
        let capital: Unicode.Scalar
        let start: StaticString
        let end: End
        var meaning = SystemSentence()

        init(_ capital: Unicode.Scalar, _ start: StaticString, _ end: End = .nothing) {
            self.capital = capital
            self.start = start
            self.end = end
        }

        var arriving: Self { changed(\.isArrival) }
        var goingOn: Self { changed(\.mayGoOn) }

        private func changed(_ path: WritableKeyPath<SystemSentence, Bool>) -> Self {
            var form = self
            form.meaning[keyPath: path] = true
            return form
        }
    }

    private static let forms: [Form] = [
        // DiscordChatExporter.
        Form("J", "oined the server.").arriving, Form("P", "inned a message."), Form("S", "tarted a thread."),
        Form("S", "tarted a call."), Form("S", "tarted a call that lasted ", .words(" minutes.")),
        Form("C", "hanged the channel icon."), Form("C", "hanged the channel name."),
        Form("C", "hanged the channel name: ", .anything),
        Form("A", "dded a recipient."), Form("A", "dded ", .words(" to the group.")),
        Form("R", "emoved a recipient."), Form("R", "emoved ", .words(" from the group.")),
        Form("L", "eft the group."), Form("A", " poll has closed."),
        // Discord, copied; its threads are named between, and what they begin with stands below.
        Form("S", "tarted a thread: ", .words("See all threads.")).goingOn,
        Form("P", "inned a message to this channel. See all pinned messages."),
        // Slack, copied.
        Form("J", "oined #", .channel(" along with ")).arriving,
        Form("H", "as joined the channel").arriving, Form("H", "as joined the channel.").arriving,
        Form("W", "as added to #", .channel(" by ")).arriving, Form("W", "as removed from #", .channel(" by ")),
        Form("L", "eft #", .channel(" along with ")),
        Form("H", "as left the channel"), Form("H", "as left the channel."),
        Form("S", "et the channel topic: ", .anything).goingOn,
        Form("S", "et the channel description: ", .anything).goingOn,
        Form("S", "et the channel\u{2019}s topic: ", .anything).goingOn,
        Form("S", "et the channel\u{2019}s topic to ", .anything).goingOn,
        Form("R", "enamed the channel from \"", .anything), Form("R", "enamed the channel from \u{201C}", .anything),
        Form("R", "enamed the channel from #", .anything),
        Form("P", "inned a message to this channel."),
    ]
}
