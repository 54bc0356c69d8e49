/// What stands below somebody's name in an export, or in what was copied from an app, though they said nothing.
///
/// DiscordChatExporter and Slack write so what somebody did in the channel; nothing but the words tells it from speech.
enum SystemSentence {
    /// They came.
    case joined
    case other
}

extension LineScanner {
    /// The sentence, where the whole line is one.
    var systemSentence: SystemSentence? {
        for form in Self.forms {
            var rest = self
            guard rest.consumeLetter(form.capital), rest.consume(form.start) else { continue }
            guard let end = form.end else { return form.meaning }
            if end.utf8CodeUnitCount == 0 ? rest.isBlank : rest.ends(with: end) { return form.meaning }
        }
        return nil
    }

    private mutating func consumeLetter(_ capital: Unicode.Scalar) -> Bool {
        guard let next, next & ~0x20 == UInt8(ascii: capital) else { return false }
        skip(1)
        return true
    }

    private func ends(with end: StaticString) -> Bool {
        var rest = self
        guard rest.count >= end.utf8CodeUnitCount else { return false }
        rest.skip(rest.count - end.utf8CodeUnitCount)
        return rest.consume(end)
    }

    private struct Form {
        /// How the sentence begins, as a capital or small letter and what follows it.
        let capital: Unicode.Scalar
        let start: StaticString
        /// How it ends: with nothing more if that is empty, anyhow if it is nil.
        let end: StaticString?
        var meaning = SystemSentence.other
    }

    private static let forms: [Form] = [
        // DiscordChatExporter.
        Form(capital: "J", start: "oined the server.", end: "", meaning: .joined),
        Form(capital: "P", start: "inned a message.", end: ""),
        Form(capital: "S", start: "tarted a thread.", end: ""),
        Form(capital: "S", start: "tarted a call", end: "."),
        Form(capital: "C", start: "hanged the channel icon.", end: ""),
        Form(capital: "C", start: "hanged the channel name.", end: ""),
        Form(capital: "C", start: "hanged the channel name: ", end: nil),
        Form(capital: "A", start: "dded a recipient.", end: ""),
        Form(capital: "A", start: "dded ", end: " to the group."),
        Form(capital: "R", start: "emoved a recipient.", end: ""),
        Form(capital: "R", start: "emoved ", end: " from the group."),
        Form(capital: "L", start: "eft the group.", end: ""),
        Form(capital: "A", start: " poll has closed.", end: ""),
        // Discord, copied; its threads are named between.
        Form(capital: "S", start: "tarted a thread: ", end: "See all threads."),
        Form(capital: "P", start: "inned a message to this channel. See all pinned messages.", end: ""),
        // Slack, copied.
        Form(capital: "J", start: "oined #", end: nil, meaning: .joined),
        Form(capital: "H", start: "as joined the channel", end: nil, meaning: .joined),
        Form(capital: "W", start: "as added to #", end: nil, meaning: .joined),
        Form(capital: "W", start: "as removed from #", end: nil),
        Form(capital: "L", start: "eft #", end: nil),
        Form(capital: "H", start: "as left the channel", end: nil),
        Form(capital: "S", start: "et the channel topic: ", end: nil),
        Form(capital: "S", start: "et the channel description: ", end: nil),
        Form(capital: "S", start: "et the channel\u{2019}s topic", end: nil),
        Form(capital: "R", start: "enamed the channel from ", end: nil),
        Form(capital: "P", start: "inned a message to this channel.", end: ""),
    ]
}
