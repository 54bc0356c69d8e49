import Mentoring
import MentoringService
import Testing

@Suite("What somebody writes beside an answer")
struct AnswerWordsTests {
    /// An answer with a text beside its calendar, as Priya's program sends it.
    private func mail(_ text: String, _ more: String..., fields: String = "Subject: Declined: Nova training") -> String
    {
        let calendar =
            "Content-Type: text/calendar; method=REPLY; charset=UTF-8\n\n"
            + (["BEGIN:VCALENDAR", "VERSION:2.0"]
            + (more.contains { $0.hasPrefix("PRODID") } ? [] : ["PRODID:-//T//EN"])
            + more.filter { $0.hasPrefix("PRODID") } + ["METHOD:REPLY", "BEGIN:VEVENT"]
            + (more.contains { $0.hasPrefix("ATTENDEE") }
                ? [] : ["ATTENDEE;PARTSTAT=DECLINED;CN=Priya Raman:mailto:priya@example.net"])
            + [
                "ORGANIZER:mailto:\(Incoming.contact)", "UID:4f1d2c@meridian", "SEQUENCE:1",
                "DTSTAMP:20261202T101500Z", "SUMMARY:Nova training · Asia\\, week 3",
                "LOCATION:ircs://irc.oftc.net/nova",
            ] + more.filter { !$0.hasPrefix("PRODID") } + ["END:VEVENT", "END:VCALENDAR", ""])
            .joined(separator: "\n")
        return "From: Priya Raman <priya@example.net>\nTo: \(Incoming.contact)\n\(fields)\n"
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
        ])
    func kept(text: String) {
        #expect(words(text) == text)
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
