import Mentoring
import MentoringAPI
import MentoringService
import Testing

@Suite("A mail's parts")
struct IncomingMIMETests {
    private static let answer = "Content-Type: text/calendar\n\n" + Incoming.reply()
    private static let text = "Content-Type: text/plain\n\nHello\n"

    private func refusal(_ rest: String) -> String? { Incoming.refusal("From: priya@example.net\n" + rest) }

    @Test("hold the answer at any place, eight deep at most", arguments: 1...10)
    func depth(levels: Int) {
        var body = Self.answer
        for level in 1...levels { body = Incoming.multipart([Self.text, body], boundary: "b\(level)") }
        #expect(refusal(body) == (levels <= 8 ? nil : "its parts lie deeper than 8 within each other"))
    }

    @Test("are a hundred at most, the message among them", arguments: [98, 99])
    func count(parts: Int) {
        let body = Incoming.multipart(Array(repeating: Self.text, count: parts - 1) + [Self.answer])
        #expect(refusal(body) == (parts < 100 ? nil : "it has more than 100 parts"))
        let more = Incoming.multipart(Array(repeating: Self.text, count: parts + 2) + [Self.answer])
        #expect(refusal(more) == "it has more than 100 parts")
    }

    @Test("hold four calendars at most")
    func calendars() {
        #expect(refusal(Incoming.multipart(Array(repeating: Self.answer, count: 4))) == nil)
        #expect(
            refusal(Incoming.multipart(Array(repeating: Self.answer, count: 5)))
                == "it has more than 4 calendar parts")
    }

    @Test(
        "are divided by what Content-Type says, in every way to say it",
        arguments: [
            "boundary=b1", "boundary=\"b1\"", "BOUNDARY=b1", "charset=x; boundary=b1", "boundary=b1;",
            "boundary=(why)b1(how)", "boundary*=us-ascii'en'b%31", "boundary*0=b; boundary*1=1",
            "boundary*0*=''%62; boundary*1*=%31", "boundary=\"\\b1\"",
        ])
    func boundary(parameter: String) {
        let body = Incoming.multipart([Self.text, Self.answer]).replacing("boundary=\"b1\"", with: parameter)
        #expect(refusal(body) == nil)
    }

    @Test(
        "are divided by lines that are exactly that",
        arguments: [
            ("--b1\n", "--b1 \t\n", nil), ("--b1--\n", "--b1--", nil), ("--b1--\n", "--b1--  \nEpilogue --b1\n", nil),
            ("b1", "=_b1/(a)'+,.:?", nil), ("b1", String(repeating: "x", count: 70), nil),
            ("Hello", "--b1x\n--b\n -- b1\n--\n-", nil), ("Hello\n", "", nil),
            ("--b1\nContent-Type: text/plain", "Preamble\n--b1\nContent-Type: text/plain", nil),
            ("b1", String(repeating: "x", count: 71), "one of its multiparts does not say what divides it"),
            ("\"b1\"", "\"\"", "one of its multiparts does not say what divides it"),
            ("boundary=\"b1\"", "x=y", "one of its multiparts does not say what divides it"),
            ("--b1--", "--b1", nil),
            ("--b1--\n", "", nil),
            ("\"b1\"", "\"b2\"", "one of its multiparts has no parts; it may have been cut off"),
            (
                "boundary=\"b1\"", "boundary=\"b1\"; boundary=\"b2\"",
                "it holds an answer to an invitation in a part whose Content-Type cannot be read"
            ),
            (
                "boundary=\"b1\"", "boundary=\"b1\"\nContent-Transfer-Encoding: base64",
                "one of its multiparts is encoded as a whole, which none may be"
            ),
            ("Content-Type: text/plain", "Content-Type text/plain", "its header holds a line that is no field"),
            ("Content-Type: text/plain", " Content-Type: text/plain", "its header holds a line that is no field"),
            ("Content-Type: text/plain", ": text/plain", "its header holds a line that is no field"),
        ] as [(String, String, String?)])
    func delimiters(old: String, new: String, reason: String?) {
        #expect(refusal(Incoming.multipart([Self.text, Self.answer]).replacing(old, with: new)) == reason)
    }

    @Test("may be empty, and then hold nothing")
    func empty() {
        #expect(
            refusal("Content-Type: multipart/mixed; boundary=b1\n\n--b1--\n") == "it holds no answer to an invitation")
        for text in ["", "\n", "\n\n", "\r\n", "Subject: x", "Hello", "From ", "\u{0}"] {
            if case .unusable = Incoming.read(Array(text.utf8)).content { continue }
            Issue.record("\(text.debugDescription)")
        }
    }

    @Test("follow a header that a mailbox file put its own line before")
    func mailbox() {
        let mail = Incoming.read(
            "From eve@example.com Wed Dec  2 10:15:00 2026\n" + Incoming.calendar(Incoming.reply()))
        #expect(mail.sender?.description == "priya@example.net")
    }

    @Test(
        "come in base64, whatever a gateway or a list put behind it or cut off",
        arguments: [
            "", "\n", " ", "=", "A", "AAAA", "!", "-", "\n_______________\nTraining mailing list\n",
            "\n-- \nConfidential=\n",
        ])
    func base64(rest: String) {
        let encoded = Incoming.base64(Incoming.reply() + "\n")
        let padded = encoded.hasSuffix("=") ? encoded : Incoming.base64(Incoming.reply() + "\n\n")
        let text = Incoming.message(
            "Content-Type: text/calendar", "Content-Transfer-Encoding: BASE64", body: padded + rest)
        #expect(Incoming.refusal(text) == nil, "\(padded.suffix(8))\(rest)")
        #expect(Incoming.refusal(text.replacing("=", with: "")) == nil)
    }

    @Test("come in quoted-printable with soft line ends, in either case of digit, and with blanks before line ends")
    func quotedPrintable() throws {
        let body = Incoming.reply("COMMENT:Zo#C3#ab #\n caf#c3#A9 # \n!  ").replacing("=", with: "=3D")
            .replacing("#", with: "=")
        let text = Incoming.message(
            "Content-Type: text/calendar", "Content-Transfer-Encoding: quoted-printable", body: body)
        #expect(try Incoming.answer(text).comment == "Zoë café !")
    }
}
