import Mentoring
import MentoringService
import Testing

@Suite("What somebody writes beside an answer")
struct AnswerWordsTests {
    /// An answer with a text beside its calendar, as Priya's program sends it.
    private func mail(
        _ text: String, _ more: String..., from author: String = "Priya Raman <priya@example.net>",
        fields: String = "Subject: Declined: Nova training"
    ) -> String {
        let calendar =
            "Content-Type: text/calendar; method=REPLY; charset=UTF-8\n\n"
            + (["BEGIN:VCALENDAR", "VERSION:2.0"]
            + (more.contains { $0.hasPrefix("PRODID") } ? [] : ["PRODID:-//T//EN"])
            + more.filter { $0.hasPrefix("PRODID") } + ["METHOD:REPLY", "BEGIN:VEVENT"]
            + (more.contains { $0.hasPrefix("ATTENDEE") }
                ? [] : ["ATTENDEE;PARTSTAT=DECLINED;CN=Priya Raman:mailto:priya@example.net"])
            + [
                "ORGANIZER:mailto:\(Incoming.contact)", "UID:4f1d2c@meridian", "SEQUENCE:1",
                "DTSTAMP:20261202T101500Z", "DTSTART:20270121T113000Z", "SUMMARY:Nova training · Asia\\, week 3",
                "LOCATION:ircs://irc.oftc.net/nova",
            ] + more.filter { !$0.hasPrefix("PRODID") } + ["END:VEVENT", "END:VCALENDAR", ""])
            .joined(separator: "\n")
        return "From: \(author)\nTo: \(Incoming.contact)\n\(fields)\n"
            + Incoming.multipart(
                ["Content-Type: text/plain; charset=utf-8\n\n" + text + "\n", calendar], subtype: "alternative")
    }

    private func words(_ text: String, _ more: String...) -> String? {
        let mail = Incoming.read(
            more.isEmpty ? mail(text) : more.count == 1 ? mail(text, more[0]) : mail(text, more[0], more[1]))
        guard case .answer = mail.content else { return "no answer: \(mail.content)" }
        return mail.words?.text
    }

    @Test("is nothing where a program says what its owner has answered, and repeats what was asked")
    func nothing() {
        for message in [
            ProgramsAnswers.gmail,
            ProgramsAnswers.exchange(method: "REPLY", prefix: "Ja", status: "ACCEPTED", more: ""),
            ProgramsAnswers.apple, ProgramsAnswers.evolution,
        ] { #expect(Incoming.read(message).words == nil, "\(message.prefix(300))") }
        for text in [
            "", "\n \n", "Priya Raman has declined this invitation.", "priya@example.net has declined this invitation.",
            "Priya Raman <priya@example.net> has tentatively accepted your event invitation.",
            "Priya Raman <priya@example.net> hat Ihre Termineinladung abgelehnt.",
            "Priya Raman a refusé votre invitation.", "Priya Raman принял(а) приглашение", "Priya Raman さんは招待を辞退しました。",
            "Declined: Nova training · Asia, week 3", "Accepted: Nova training @ Thu Jan 21, 2027 17:00 - 18:00 (IST)",
            "Declined: Nova training · Asia, week 3 @ Thu Jan 21, 2027 17:00 - 18:00 (IST)",
            "Tentative: Nova training · Asia, week 3", "Gesendet von meinem iPhone", "Envoyé de mon iPhone",
            "Get Outlook for iOS<https://aka.ms/o0ukef>", "Sent from Mail for Windows", "ircs://irc.oftc.net/nova",
            "Priya Raman has declined your invitation to “Nova training · Asia, week 3”.",
            "Declined", "Invitation declined.", "Yes, I will attend.", "Sent from my iPhone",
            "-- \nPriya Raman\nExample Inc",
            "> Come on Tuesday.\n> See you", "On Tue, 1 Dec 2026 Nova wrote:\n\n> Come on Tuesday.",
            "-----Original Appointment-----\nFrom: Nova\nSent: Tuesday\n\nCome on Tuesday.",
            "________________________________\nFrom: Nova\n\nCome on Tuesday.",
            """
            Priya Raman has declined the invitation to the following event:

            *Nova training · Asia, week 3*

            When: Thursday, January 21, 2027 17:00
            Where: ircs://irc.oftc.net/nova
            Invitees: priya@example.net
            """,
        ] { #expect(words(text) == nil, "\(text)") }
    }

    @Test(
        "is kept as it came, with all that stands around it",
        arguments: [
            "Sorry, my child is ill, can I take next week?", "Ill.", "Thanks!", "krank", "次の週は出席できますか",
            "Priya Raman has declined this invitation.\n\nOut that week\nSorry!",
            "Priya Raman has declined this invitation. My child is ill", "Priya declined because her child is ill",
            "Priya here: I decline, my child is ill", "I can't attend", "Won't attend: sick", "Declined, sorry",
            "Declined: my child is ill", "Declined: Nova training · Asia, week 3, my child is ill",
            "No, I won't attend. My child is ill.", "When: rather next week", "Where: can we meet instead?",
            "Accept next week?", "Can I lead from my iPhone", "See you!\n\n-----Original Appointment-----\nFrom: Nova",
            "From: Tuesday on I am away", "Ich muss absagen\n> Kommst du?",
            // Of what only begins or ends as a program's line does.
            "Priya Raman cannot attend this week", "Priya Raman will be half an hour late", "Priya Raman declined: flu",
            "Priya Raman has declined with a cold", "Priya Raman has declined “my child is ill”",
            "Priya Raman さんは病気で欠席します", "Will not accept: Nova training · Asia, week 3",
            "Attend: Nova training · Asia, week 3", "Accepted: Nova training @ my desk", "Invite my colleague",
            "Attending",
            "Accepting late",
            // Of what a quotation begins with.
            ">15 min late", "> 30 minutes late, sorry", ">> 20 min late", "As I wrote:\n> 30 minutes late",
            "-----\nI am ill", "--\nI am ill", "-----\nFrom: Tuesday on I am away", "_____\nFrom: me, sorry",
            // Of places, people and times that are not the event's.
            "To: please invite bob2@example.org in my place", "To: bob2@example.org", "Cc: Bob Two <bob2@example.org>",
            "When: rather 20 Jan 2027 at 18:00 please", "When: 28 Jan 2027 18:00", "When: 21 Jan 2027 20:00",
            "When: 21 Jan 2027 20:00\n\nSent from my iPhone", "Where: https://meet.example.com/other",
            "https://doodle.com/xyz",
            // Of what looks like a footer.
            "Sent from my sickbed, see mail", "Sent a mail to Bob from Outlook", "Get Outlook working and I accept",
            "Get mail", "Sent from my iPhone since my laptop burnt",
            // Without a word.
            "👍", "?", ":-(", "...", "Priya Raman has declined this invitation :-(",
            "Priya Raman has declined this invitation 😢",
        ])
    func kept(text: String) {
        #expect(words(text) == text)
        #expect(words("", "COMMENT:" + Self.escaped(text)) == text, "as a comment")
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing(",", with: "\\,")
            .replacing(";", with: "\\;")
    }

    @Test(
        "is kept of whose name or address has words of such a line",
        arguments: [
            ("Kiran <kiran@infosys.in>", "Stuck in traffic will attend late"),
            ("kari@uio.no", "No chance to attend this week"),
            ("luca@posta.it", "Make it optional for attendees please"),
            ("Will Smith <will@x.org>", "Will attend 20 minutes late"),
            ("Will <will@x.org>", "Will attend"), ("May <may@x.org>", "May decline"),
            ("so@late.com", "So I declined"), ("An Due <an@x.org>", "An invitation accepted late"),
            ("Mark Still <mark@x.org>", "Still accepted"), ("no@has.been.at", "No invitation has been accepted yet"),
        ])
    func named(author: String, text: String) {
        for message in [mail(text, from: author), mail("", "COMMENT:" + Self.escaped(text), from: author)] {
            #expect(Incoming.read(message).words?.text == text)
        }
    }

    @Test("is nothing where a program names its owner in its own way")
    func owners() {
        for (author, text) in [
            ("\"Kovács, Éva (IT)\" <eva@x.org>", "Kovács, Éva (IT) has declined this invitation."),
            ("山田太郎 <y@x.org>", "山田太郎さんは招待を辞退しました。"), ("王伟 <w@x.org>", "王伟 已拒绝您的邀请"),
            ("Kim <k@x.org>", "Kim 님이 초대를 수락했습니다"), ("Will <will@x.org>", "Will has accepted this invitation."),
        ] { #expect(Incoming.read(mail(text, from: author)).words == nil, "\(text)") }
    }

    @Test("is kept where the subject says the same, and of a comment what is a program's line only in a mail's text")
    func inComments() {
        let subject = "Subject: I am ill sorry"
        #expect(Incoming.read(mail("", "COMMENT:I am ill sorry", fields: subject)).words?.text == "I am ill sorry")
        #expect(Incoming.read(mail("I am ill sorry", fields: subject)).words?.text == "I am ill sorry")
        for text in [
            "Declined", "Yes, I will attend.", "Sent from my iPhone", "> Come on Tuesday.\n> See you", "-", "When:",
        ] {
            #expect(words("", "COMMENT:" + Self.escaped(text)) == text)
        }
    }

    @Test("is what their program put into the calendar, however much it is, in its lines")
    func comments() {
        #expect(
            Incoming.read(ProgramsAnswers.thunderbird).words
                == WrittenWords(
                    author: "Priya Raman <priya@example.net>", text: "Vielleicht etwas später, und dann mit Tee."))
        let generated = "Priya Raman has declined this invitation."
        #expect(words(generated, "COMMENT:My child is ill\\, sorry.\\nPriya") == "My child is ill, sorry.\nPriya")
        #expect(words(generated, "COMMENT:One", "COMMENT:Two") == "One\nTwo")
        #expect(words(generated, "COMMENT;LANGUAGE=en-US:\\n") == nil)
        #expect(words(generated, "COMMENT:\(generated)") == nil)
        let long = String(repeating: "All is well. ", count: 200).dropLast()
        #expect(words("", "COMMENT:\(long)") == String(long))
        // The calendar itself is no attachment.
        #expect(Incoming.read(mail("Ill", "COMMENT:Ill")).words?.attachments == [])
    }

    @Test("is kept where their program put it into the event's description, too, where ours is passed over")
    func description() {
        #expect(words("I am ill", "DESCRIPTION:I am ill") == "I am ill")
        #expect(words("I am ill", "DESCRIPTION:Mentor: Ada\\nCode: nova-202701-w03-asia\\nI am ill") == "I am ill")
        #expect(words("Mentor: Ada\nCode: x", "DESCRIPTION:Mentor: Ada\\nCode: x\\n\\nJoin here") == nil)
    }

    @Test("is said once where Outlook writes it twice, and both where they differ")
    func twice() {
        #expect(words("My child\nis ill", "COMMENT;LANGUAGE=en-US:My child is ill\\n") == "My child\nis ill")
        #expect(
            words("Priya Raman has declined this invitation.\n\nIll", "COMMENT:Ill")
                == "Priya Raman has declined this invitation.\n\nIll")
        #expect(words("Call me", "COMMENT:I am ill") == "Call me\n\nI am ill")
    }

    @Test("is Google's note, in a mail that a server sends, whose text repeats the whole event")
    func google() {
        let message = mail(
            "Priya Raman has declined this invitation with a note:\n\n\"I'm ill\"\n\nJoining info\nLearn more about Meet",
            "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
            "ATTENDEE;PARTSTAT=DECLINED;CN=Priya Raman;X-NUM-GUESTS=0;X-RESPONSE-COMMENT=\"I&#39\\;m ill\":"
                + "mailto:priya@example.net",
            fields: "Subject: Declined: Nova\nAuto-Submitted: auto-generated")
        #expect(Incoming.read(message).words?.text == "I'm ill")
        // What another program sends by itself holds nothing but what is in the calendar.
        #expect(
            Incoming.read(mail("I am away until May.", fields: "Auto-Submitted: auto-generated")).words?.text == nil)
        #expect(
            Incoming.read(mail("Away", "COMMENT:I am ill", fields: "Auto-Submitted: auto-generated")).words?.text
                == "I am ill")
        #expect(Incoming.read(mail("Away", "COMMENT:I am ill", fields: "List-Id: <l.example.org>")).words == nil)
    }

    @Test("is kept of an answer that is damaged, too")
    func damaged() {
        let broken = mail("My child is ill").replacing("UID:4f1d2c@meridian\n", with: "")
        #expect(Incoming.read(broken).content == .damagedAnswer("it has no UID"))
        #expect(Incoming.read(broken).words?.text == "My child is ill")
        let silent = mail("Priya Raman has declined this invitation.").replacing("UID:4f1d2c@meridian\n", with: "")
        #expect(Incoming.read(silent).words == nil)
    }

    @Test("is looked for in a mail of any kind and length")
    func hostile() {
        let titles = String(repeating: "declined: a", count: 40_000)
        #expect(words(String(repeating: "Priya Raman has declined\n", count: 40_000)) != nil)
        #expect(words(String(repeating: ">\n", count: 100_000)) != nil)
        _ = words(String(repeating: "declined: a \"\n", count: 40_000), "DESCRIPTION:\(titles)", "COMMENT:\(titles)")
        _ = words(titles, "COMMENT:\(String(repeating: "a ", count: 200_000))")
    }
}
