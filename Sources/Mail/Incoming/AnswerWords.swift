import ICalendar

/// What a person wrote in an answer to an invitation, beside what their calendar program says for them.
///
/// Programs put it in the calendar, in the mail's text, or in both; most answers hold nothing of it. Whatever is not known to be
/// a program's is a person's, and is shown as it came.
struct AnswerWords {
    /// What their calendar holds of it; empty where nobody could read that.
    let calendars: [AnswerText]
    /// From as it is written.
    let author: String

    /// The words, with what is attached; nil where no person wrote any.
    ///
    /// `mail` is nil for one that was sent without its owner, who may still have written into the calendar.
    func words(beside mail: WrittenText?) -> WrittenText? {
        let programs = ProgramLines(calendars, author: author)
        let isGenerated = calendars.contains(where: \.isTextGenerated)
        let text = isGenerated ? "" : mail?.text ?? ""
        let comments = calendars.flatMap { [$0.comment, $0.note.map(HTMLText.text) ?? ""] }
        let pieces =
            [text].filter(programs.leaveSomething(ofMail:)) + comments.filter(programs.leaveSomething(ofComment:))
        var said: [(text: String, words: [Substring])] = []
        for piece in pieces {
            // Outlook writes it twice, and breaks its lines in two ways.
            let words = piece.split(whereSeparator: \.isWhitespace)
            let isKnown = said.contains { $0.words.starts(with: words) || $0.words.suffix(words.count) == words[...] }
            if !isKnown { said.append((piece, words)) }
        }
        guard !said.isEmpty else { return nil }
        return (mail ?? WrittenText()).saying(said.map(\.text).joined(separator: "\n\n"))
    }
}
