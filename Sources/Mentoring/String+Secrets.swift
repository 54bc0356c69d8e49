extension String {
    /// The text without what may be a secret of ours, such as the link in a mail that somebody quotes below their answer: whoever
    /// reads what was written to a program is not to act for who wrote it.
    ///
    /// That is every run of 52 of the digits in which secrets are written, in an address of ours also the part of one that a mail
    /// program has left on a line, and what follows the hyphen in the address to which somebody's own answers go.
    package var withoutSecrets: String {
        var text: [UInt8] = []
        var run: [UInt8] = []
        func isInAddress() -> Bool { Self.places.contains { text.suffix($0.count).elementsEqual($0) } }
        func endRun() {
            let isToken = run.count >= ReplyAddress.tokenLength && text.last == UInt8(ascii: "-")
            let isSecret = run.count >= Self.length || isToken || run.count >= Self.shortestPart && isInAddress()
            text += isSecret ? Array("…".utf8) : run
            run = []
        }
        for byte in utf8 {
            if Self.digits.contains(byte) {
                run.append(byte)
            } else {
                endRun()
                text.append(byte)
            }
        }
        endRun()
        return String(decoding: text, as: UTF8.self)
    }

    private static let digits = Set("abcdefghijklmnopqrstuvwxyz234567".utf8)
    /// Of 256 bits, five to a digit.
    private static let length = 52
    /// Shorter than this a word may be a name or a page.
    private static let shortestPart = 16
    private static let places = ["/m/", "/feeds/", "/sign-in/", "/sign-ups/"].map { Array($0.utf8) }
}
