import Mentoring
import MentoringAPI
import MentoringService
import Testing

@Suite("Who a mail is from and to")
struct IncomingSenderTests {
    @Test(
        "is the one address of the one From",
        arguments: [
            ("From: priya@example.net", "priya@example.net"),
            ("From: Priya Raman <priya@example.net>", "priya@example.net"),
            ("FROM:\t<Priya@Example.NET>", "priya@example.net"),
            ("From: \"Raman, Priya\" <priya@example.net>", "priya@example.net"),
            ("From: \"a@b.example\" <priya@example.net>", "priya@example.net"),
            ("From: \"a\\\" <eve@example.com>\" <priya@example.net>", "priya@example.net"),
            ("From: Priya (on (holiday\\)) <eve@example.com>) <priya@example.net>", "priya@example.net"),
            ("From: priya@example.net (Priya, <eve@example.com>)", "priya@example.net"),
            ("From: =?utf-8?q?Zo=C3=AB_=3Ceve=40example=2Ecom=3E?= <priya@example.net>", "priya@example.net"),
            ("From: Zoë <priya@example.net>", "priya@example.net"),
            ("From: P. Raman <priya@example.net>", "priya@example.net"),
            ("From:\n Priya\n <priya@example.net>", "priya@example.net"),
            ("From: \"priya\"@example.net", "priya@example.net"),
            ("From: priya@example.net <Priya@example.net>", "priya@example.net"),
            ("From: 'priya@example.net' <priya@example.net>", "priya@example.net"),
            ("From: Raman, Priya <priya@example.net>", "priya@example.net"),
            ("From: =?utf-8?q?Raman,_Priya?= <priya@example.net>", "priya@example.net"),
            ("From: Priya [Nova] <priya@example.net>", "priya@example.net"),
            ("From: Nova: Priya <priya@example.net>", "priya@example.net"),
            ("From: @priya <priya@example.net>", "priya@example.net"),
            ("From: Priya @priya <priya@example.net>", "priya@example.net"),
            ("From: Priya, @priya:example.org <priya@example.net>", "priya@example.net"),
            ("From: Priya @ Nova <priya@example.net>", "priya@example.net"),
            ("From: Priya@ <priya@example.net>", "priya@example.net"),
            ("From: Priya (@priya) <priya@example.net>", "priya@example.net"),
            ("From: =?utf-8?q?priya@work.example?= <priya@example.net>", "priya@example.net"),
            ("From: Raman, Dr. <priya@example.net>", "priya@example.net"),
            ("From: \"Priya\" Raman (x) <priya@example.net>", "priya@example.net"),
            ("From: Priya :-) <priya@example.net>", "priya@example.net"),
            ("From: Priya \\ Nova <priya@example.net>", "priya@example.net"),
            ("From: Priya <Nova> <priya@example.net>", "priya@example.net"),
            ("From: Priya <3 Nova <priya@example.net>", "priya@example.net"),
            ("From: A -> B; Priya <priya@example.net>", "priya@example.net"),
            ("From: <priya@example.net> <priya@example.net>", "priya@example.net"),
        ])
    func one(field: String, sender: String) throws {
        #expect(Incoming.read(field + "\nSubject: x\n\nHello\n").sender == (try EmailAddress(sender)))
    }

    @Test(
        "is nobody where programs could differ",
        arguments: [
            "Subject: no From", "From:", "From: priya", "From: priya@example.net, eve@example.com",
            "From: priya@example.net,", "From: eve@example.com\nFrom: priya@example.net",
            "From: priya@example.net\nfrom: priya@example.net", "From: Us: priya@example.net;",
            "From: undisclosed-recipients:;", "From: eve@example.com <priya@example.net>",
            "From: eve@example.com, Priya <priya@example.net>",
            "From: priya@example.net.eve.example <priya@example.net>",
            "From: eve @example.com <priya@example.net>", "From: eve@ example.com <priya@example.net>",
            "From: eve @ example.com <priya@example.net>", "From: @eve@example.com <priya@example.net>",
            "From: eve@work <priya@example.net>", "From: <eve@example.com>, Priya <priya@example.net>",
            "From: eve@example.com) <priya@example.net>", "From: <> <priya@example.net>",
            "From: Priya <priya@example.net> <eve@example.com>", "From: Priya <priya@example.net>) eve",
            "From: <eve@example.com> <priya@example.net>", "From: <priya@example.net> eve", "From: <priya@example.net",
            "From: priya@example.net>", "From: <@relay.example,@b.example:priya@example.net>",
            "From: priya @example.net", "From: pri(x)ya@example.net", "From: priya@example.net@example.com",
            "From: \"priya@example.net", "From: Priya (<priya@example.net>", "From: priya@[192.0.2.1]",
            "From: \u{212A}elly@example.net", "From: priya@example.net\u{0}", "From: priya\r@example.net",
            "From: \"eve@example.com\"@example.net", "From: \"a b\"@example.net",
            "From: =?utf-8?q?priya=40example.net?=",
            "From: priya@example.net\u{2028}", "Resent-From: priya@example.net", "From : priya@example.net\nFrom: x",
        ])
    func nobody(field: String) {
        #expect(Incoming.read(Array("\(field)\nSubject: x\n\nHello\n".utf8)).sender == nil)
    }

    @Test("is to those of To and Cc, and whom hosts say they delivered to, each once")
    func recipients() {
        let mail = Incoming.read(
            """
            Delivered-To: box@example.org
            X-Original-To: contact-1@example.org
            Envelope-To: <contact-2@example.org>
            Cc: Team: a@example.net, "B, C" <b@example.net>;, broken, c@example.net
            To: d@example.net,, Contact <contact-1@example.org>,
             undisclosed-recipients:;
            Bcc: hidden@example.net
            To: e@example.net

            """)
        #expect(
            mail.recipients.map(\.description) == [
                "d@example.net", "contact-1@example.org", "e@example.net", "a@example.net", "b@example.net",
                "c@example.net", "box@example.org", "contact-2@example.org",
            ])
    }

    @Test("is to those whose names have marks that nobody quoted, too")
    func oddRecipients() {
        let mail = Incoming.read(
            "To: Nova [training] <contact-1@example.org>, @b <b@example.net>, c@x.org <d@x.org>\n\n")
        #expect(mail.recipients.map(\.description) == ["contact-1@example.org", "b@example.net"])
    }

    @Test(
        "has a subject that is one safe line",
        arguments: [
            ("Subject: Hello\n  there", "Hello there"), ("Subject: =?utf-8?B?WsOr?=\n =?UTF-8*en?q?_=C3=AB?=", "Zë ë"),
            ("Subject: =?utf-8?q?=C3?= =?utf-8?q?=AB?=", "ë"), ("Subject: a =?iso-8859-1?q?=EB?= b", "a ë b"),
            ("Subject: =?iso-8859-1?q?=EB?= =?utf-8?q?=C3=AB?=", "ëë"),
            ("Subject: =?koi8-r?q?=DA?= y", "з y"), ("Subject: =?x-none?q?x?= y", "=?x-none?q?x?= y"),
            ("Subject: =?utf-8?x?y?=", "=?utf-8?x?y?="),
            ("Subject: =?utf-8?q?a", "=?utf-8?q?a"), ("Subject: =?", "=?"), ("Subject:", ""), ("X: y", ""),
            ("Subject: =?utf-8?q?a=0D=0ABcc:_x=1B=5B2J?=", "a\u{FFFD}\u{FFFD}Bcc: x\u{FFFD}[2J"),
            ("Subject: a\u{202E}b", "a\u{FFFD}b"),
        ])
    func subject(field: String, subject: String) {
        #expect(Incoming.read("From: priya@example.net\n\(field)\n\nHello\n").subject == subject)
    }

    @Test("has a subject of at most 500 bytes", arguments: ["a", "é", "名", "🍵", "\u{1}", "\u{85}"])
    func longSubject(letter: String) {
        let subject = Incoming.read("Subject: " + String(repeating: letter, count: 5000) + "\n\n").subject
        #expect((480...500).contains(subject.utf8.count))
        #expect(subject.hasSuffix("…"))
    }
}
