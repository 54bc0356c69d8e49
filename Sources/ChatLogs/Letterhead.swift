/// What stands over somebody's words where each message is written as a letter, as sigtop and sigbak export Signal.
///
///     From: Ada Okafor (+15550100)
///     Type: incoming
///     Sent: Tue, 12 Jan 2027 16:00:12 +0100
///
///     hello
///
/// Only the three together say who spoke: any of them may stand in what somebody wrote.
struct Letterhead {
    /// Who wrote it.
    let name: String
    /// Where its first line stands.
    let line: Int
    /// Whether a person wrote it, and not the program.
    var isMessage = true
}

extension LineScanner {
    /// A line of a letterhead.
    enum LetterheadLine: Equatable {
        case from(String)
        case type(isMessage: Bool)
        case sent(Stamp)
    }

    /// `From: Ada Okafor (+15550100)`, `To: Bob (+15550101)` over what the exporter wrote, `Type: incoming`, `Sent: Tue, 12 Jan 2027 …`.
    var letterheadLine: LetterheadLine? {
        guard let next, "FTS".utf8.contains(next) else { return nil }
        var rest = self
        if rest.consume("From: ") { return rest.correspondent.map { .from($0) } }
        if rest.consume("To: ") { return .from("You") }
        if rest.consume("Type: ") {
            return .type(isMessage: rest.consume("incoming") || rest.consume("outgoing"))
        }
        guard rest.consume("Sent: "), let stamp = rest.stamp(), rest.isBlank, stamp.day.isDate else { return nil }
        return .sent(stamp)
    }

    /// The name, without what is known of the account in brackets behind it: a number, a user's name.
    private var correspondent: String? {
        var length = count
        if byte(length - 1) == UInt8(ascii: ")"),
            let opening = (1..<length).last(where: { byte($0) == UInt8(ascii: "(") }),
            byte(opening - 1) == UInt8(ascii: " ")
        {
            length = opening
        }
        return plainName(length)
    }
}
