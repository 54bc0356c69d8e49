import Mentoring
import MentoringService
import Testing

@Suite("A mail in words")
struct IncomingWordsTests {
    private func words(_ text: String) -> WrittenWords? { Incoming.read(text).words }

    @Test(
        "is decoded, whatever charset its program writes",
        arguments: [
            ("iso-2022-jp", "GyRCMlBNS0Z8JE9NaCRpJGwkXiQ5JCsbKEIK", "火曜日は来られますか"),
            ("ISO-2022-JP", "GyRCMlBNS0Z8JE9NaCRpJGwkXiQ5JCsbKEIK", "火曜日は来られますか"),
            ("koi8-r", "7c/Wzs8g0NLJytTJINfPINfUz9LOycs/Cg==", "Можно прийти во вторник?"),
            ("windows-1251", "zO7m7e4g7/Do6fLoIOLuIOLy7vDt6Oo/Cg==", "Можно прийти во вторник?"),
            ("gb2312", "0MfG2rb+v8nS1MC0wvAK", "星期二可以来吗"), ("big5", "rFC0waRHpWmlSKjTttwK", "星期二可以來嗎"),
            ("euc-kr", "yK2/5MDPv6EgsKG1tSC1x7Oqv+QK", "화요일에 가도 되나요"),
            ("shift_jis", "ic6XapP6gs2XiILnguqC3IK3gqkK", "火曜日は来られますか"),
            ("iso-8859-2", "TW9odSBw+Glq7XQgdiD6dGVy/T8K", "Mohu přijít v úterý?"),
            ("windows-1250", "TW9odSBw+Glq7XQgdiD6dGVy/T8K", "Mohu přijít v úterý?"),
            ("utf-8", "TW9odSBwxZlpasOtdCB2IMO6dGVyw70/Cg==", "Mohu přijít v úterý?"),
            ("x-klingon", "TW9odSBwxZlpasOtdCB2IMO6dGVyw70/Cg==", "Mohu přijít v úterý?"),
        ])
    func charsets(name: String, base64: String, text: String) {
        let mail = Incoming.message(
            "Subject: Tuesday", "Content-Type: text/plain; charset=\(name)", "Content-Transfer-Encoding: base64",
            body: base64)
        #expect(words(mail) == WrittenWords(author: "Priya Raman <priya@example.net>", text: text))
    }

    @Test("is decoded from quoted-printable, with its soft line ends")
    func quotedPrintable() {
        let mail = Incoming.message(
            "Content-Type: text/plain; charset=iso-8859-1", "Content-Transfer-Encoding: quoted-printable",
            body: "K=F6nnte ich am Dien=\nstag kommen?\n\nGr=FC=DFe\n")
        #expect(words(mail)?.text == "Könnte ich am Dienstag kommen?\n\nGrüße")
    }

    @Test("without a type is plain text, and an empty one is one")
    func plain() {
        #expect(words(Incoming.message("Subject: Hi", body: "\n\n Hello  \n\n"))?.text == " Hello  ")
        #expect(words(Incoming.message("Subject: May I come?", body: ""))?.text == "")
    }

    @Test(
        "of HTML alone is what a reader would see",
        arguments: [
            ("<p>Hello,</p><p>may I come on <b>Tuesday</b>?</p>", "Hello,\n\nmay I come on Tuesday?"),
            ("Hello<br>there<BR/>you", "Hello\nthere\nyou"),
            ("<div>One</div><div>Two</div>", "One\nTwo"),
            ("<ul><li>One</li><li>Two</li></ul>", "- One\n- Two"),
            ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
            ("<head><title>No</title></head><style>p { }</style><script>alert('<p>')</script>Yes", "Yes"),
            ("<!-- <p>No</p> -->Yes", "Yes"),
            ("a &lt;b&gt; &amp;amp; &#228;&#xe4;&auml;&nbsp;&unknown; &", "a <b> &amp; äää &unknown; &"),
            ("see <a href=\"https://example.org/a\">this</a>", "see this <https://example.org/a>"),
            ("<a href='https://example.org'>https://example.org</a>", "https://example.org"),
            ("<a href=\"mailto:a@example.org\">a@example.org</a>", "a@example.org"),
            ("<a href=\"javascript:x\">here</a>", "here"), ("1 < 2 and 3 <4", "1 < 2 and 3 <4"),
            ("<img alt='>' src=x>after", "after"), ("<p", ""), ("<a href=\"", ""), ("<script>never closed", ""),
        ])
    func html(html: String, text: String) {
        let mail = Incoming.message("Content-Type: text/html; charset=utf-8", body: html)
        #expect(words(mail)?.text == text)
    }

    @Test("of two alternatives is the plain one, and what is attached anywhere is named")
    func alternatives() {
        let plain = "Content-Type: text/plain\n\nPlain\n"
        let html = "Content-Type: text/html\n\n<p>Rich</p>\n"
        let image = "Content-Type: image/png; name=logo.png\nContent-Transfer-Encoding: base64\n\niVBORw0K\n"
        func read(_ parts: [String], _ subtype: String = "alternative") -> WrittenWords? {
            words("From: priya@example.net\n" + Incoming.multipart(parts, subtype: subtype, boundary: "outer"))
        }
        #expect(read([plain, html])?.text == "Plain")
        #expect(read([html, plain])?.text == "Plain")
        #expect(read(["Content-Type: text/plain\n\n \n", html])?.text == "Rich")
        let related = Incoming.multipart([html, image], subtype: "related")
        let both = read([plain, related])
        #expect((both?.text, both?.attachments) == ("Plain", ["logo.png (image/png)"]))
        #expect(read([related])?.text == "Rich")
        #expect(read([plain, plain], "mixed")?.text == "Plain\n\nPlain")
        #expect(read([plain, html], "signed")?.text == "Plain\n\nRich")
    }

    @Test(
        "names what is attached, in whatever way the name is written",
        arguments: [
            ("Content-Type: application/pdf; name=plan.pdf", "plan.pdf (application/pdf)"),
            (
                "Content-Type: application/pdf\nContent-Disposition: attachment; filename=\"a plan.pdf\"",
                "a plan.pdf (application/pdf)"
            ),
            (
                "Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''Pl%C3%A4ne.pdf",
                "Pläne.pdf (application/pdf)"
            ),
            (
                "Content-Type: application/pdf\nContent-Disposition: attachment; filename*0*=koi8-r''%F0; filename*1=.pdf",
                "П.pdf (application/pdf)"
            ),
            (
                "Content-Type: application/pdf; name=\"=?utf-8?q?Pl=C3=A4ne.pdf?=\"", "Pläne.pdf (application/pdf)"
            ),
            ("Content-Type: text/plain\nContent-Disposition: attachment; filename=notes.txt", "notes.txt (text/plain)"),
            ("Content-Type: message/rfc822", "a part without a name (message/rfc822)"),
            ("Content-Type: what", "a part without a name (of an unknown kind)"),
            ("Content-Type: application/pdf; name=\"a\tb\u{202E}c.pdf\"", "a\u{FFFD}b\u{FFFD}c.pdf (application/pdf)"),
        ])
    func attachments(header: String, name: String) {
        let mail = words(
            "From: priya@example.net\n"
                + Incoming.multipart(["Content-Type: text/plain\n\nHere\n", header + "\n\nx\n"]))
        #expect(mail == WrittenWords(author: "priya@example.net", text: "Here", attachments: [name]))
    }

    @Test(
        "is nobody's where a mail system sent it",
        arguments: [
            "<>", "Mail Delivery System <>", "\"Mail System\" < >", "MAILER-DAEMON",
            "MAILER-DAEMON (Mail Delivery System)",
            "Mail Delivery Subsystem <MAILER-DAEMON>", "MAILER-DAEMON@mx.example.net",
        ])
    func mailSystems(from: String) {
        let mail = Incoming.read(
            "From: \(from)\nTo: contact@example.org\nSubject: Undelivered\n\nIt was not delivered.\n")
        #expect(mail.words == nil)
        #expect(mail.content == .unusable("it reports that a mail was not delivered"))
    }

    @Test(
        "is somebody's whose name is odd",
        arguments: ["\"a <> b\" <priya@example.net>", "priya", "Daemon <d@example.net>"])
    func people(from: String) {
        #expect(words("From: \(from)\nSubject: Hello\n\nHello\n")?.text == "Hello")
    }

    @Test("shows no character that commands a terminal or turns a line round")
    func controls() {
        let mail = words(
            "From: \"Priya \u{1B}[2J\" <priya@example.net>\n"
                + "Content-Type: text/plain; charset=utf-8\n\nRed: \u{1B}[31m\ttab \u{202E}evil\u{9B}m\nnext\n")
        #expect(mail?.text == "Red: \u{FFFD}[31m    tab \u{FFFD}evil\u{FFFD}m\nnext")
        #expect(mail?.author == "\"Priya \u{FFFD}[2J\" <priya@example.net>")
    }

    @Test("is cut where it is longer than is kept, and says so")
    func long() throws {
        let line = String(repeating: "ä", count: 500) + "\n"
        let text = try #require(
            words(
                Incoming.message(
                    "Content-Type: text/plain; charset=utf-8", body: String(repeating: line, count: 2000)))?.text)
        #expect(text.utf8.count <= WrittenMail.longestText && text.utf8.count > 60_000)
        #expect(text.hasSuffix("\n[…] The rest was too long, and is left out."))
        // Tabs and what is not shown grow.
        let tabs = try #require(words(Incoming.message(body: String(repeating: "\t\u{1}", count: 60_000)))?.text)
        #expect(tabs.utf8.count <= WrittenMail.longestText)
    }

    @Test("whose parts cannot be told apart is shown as it came")
    func unreadable() {
        let mail = Incoming.read("From: priya@example.net\nContent-Type: multipart/mixed; boundary=x\n\nMay I come?\n")
        #expect(mail.words?.text == "May I come?")
        #expect(mail.content == .unusable("one of its multiparts has no parts; it may have been cut off"))
    }

    @Test("comes from no program, and has not been here before")
    func nobody() {
        for field in [
            "Auto-Submitted: auto-replied", "Auto-Submitted: auto-generated", "Precedence: bulk", "Precedence: junk",
            "Return-Path: <>", "X-Autoreply: yes", "X-Meridian-Forwarded: nova.meridian.example.org",
            "List-Id: <list.example.org>", "List-Post: <mailto:list@example.org>", "Precedence: list",
            "X-BeenThere: list@example.org", "X-Loop: nova@example.org", "X-Failed-Recipients: a@example.org",
            "Content-Type: multipart/report; report-type=disposition-notification; boundary=x",
        ] {
            #expect(words(Incoming.message(field, body: "--x\n\nHello\n--x--\n")) == nil, "\(field)")
        }
        #expect(words("From: MAILER-DAEMON@example.org\n\nReturned\n") == nil)
        let hops = String(repeating: "Received: from a by b\n", count: 101)
        #expect(words(hops + Incoming.message()) == nil)
        #expect(words("Received: from a by b\n" + Incoming.message("Auto-Submitted: no"))?.text == "Hello")
    }

    @Test("is none where a calendar program answers, and is one where it quotes our own invitation")
    func calendars() {
        #expect(words(Incoming.calendar(Incoming.reply())) == nil)
        let invitation = "Content-Type: text/calendar; method=REQUEST\n\n" + Incoming.reply(method: "REQUEST")
        let quoting = words(
            "From: priya@example.net\n"
                + Incoming.multipart(["Content-Type: text/plain\n\nWhere is it?\n", invitation]))
        #expect(quoting?.text == "Where is it?")
        // A button that unsubscribes writes nothing, and a person may.
        #expect(words(Incoming.message("Subject: leave nova-202701-w03-asia", body: "\n")) == nil)
        #expect(words(Incoming.message("Subject: leave nova-202701-w03-asia", body: "Sorry\n"))?.text == "Sorry")
    }

    @Test("is the same mail as another by its Message-ID, and without one by what it says")
    func identity() {
        let mail = Incoming.read(Incoming.message("Message-ID: <a@example.net>"))
        #expect(
            Incoming.read("Received: from a by b\n" + Incoming.message("Message-ID: <a@example.net>")).identity
                == mail.identity)
        #expect(Incoming.read(Incoming.message("Message-ID: <b@example.net>")).identity != mail.identity)
        #expect(
            Incoming.read(Incoming.message(body: "One\n")).identity
                != Incoming.read(Incoming.message(body: "Two\n")).identity)
        // Two that say the same, with other things attached.
        func attached(_ bytes: String) -> String {
            Incoming.read(
                "From: priya@example.net\n"
                    + Incoming.multipart([
                        "Content-Type: text/plain\n\nHere it is\n",
                        "Content-Type: application/pdf; name=plan.pdf\n\n\(bytes)",
                    ])
            ).identity
        }
        #expect(attached("1") != attached("2"))
        #expect(attached("1") == attached("1"))
    }
}
