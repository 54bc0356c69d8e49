import ChatLogs
import CivilTime
import Testing

/// HexChat's words are those of its translations; others' are as they would be.
@Suite("programs that speak another language than English")
struct OtherLanguageTests {
    @Test("whoever comes, goes and is called something else says nothing", arguments: Announced.languages)
    func announced(opening: String, lines: [String], doubtful: Int) throws {
        let text =
            ([opening, "", "Jan 12 16:00:00 <zoe>\thello"] + lines.map { "Jan 12 16:01:00 *\t\($0)" } + [
                "Jan 12 16:02:00 <ada>\to/"
            ]).joined(separator: "\n")
        let log = try Samples.read(text, hours: Samples.hours("2027-01-12T15:45", "2027-01-12T17:30"))
        #expect(log.summary == ["zoe 1", "ada 1"])
        #expect(log.onlookers.allSatisfy { $0.text == "bob" })
        #expect((log.unread?.lines ?? 0) == doubtful)
    }

    @Test(
        "a line that shows by its form that a program speaks is nobody's, in any language", arguments: Announced.forms)
    func forms(line: String) throws {
        let log = try Samples.read("[16:00] <zoe> hello\n\(line)\n[16:03] <zoe> bye")
        #expect(log.summary == ["zoe 2"])
        #expect(log.unread == nil)
    }

    @Test("an action in such a log makes nobody present; the line is counted as unread, wherever the evidence stands")
    func doubtfulActions() throws {
        let evidence = "16:05 * eve (~e@h) hat #nova betreten\n16:06 * eve hat aufgelegt (Ping timeout: 240 seconds)"
        for text in [
            "16:00 <zoe> hi\n16:01 * bob winkt\n\(evidence)", "\(evidence)\n16:00 <zoe> hi\n16:01 * bob winkt",
        ] {
            let log = try Samples.read(text)
            #expect(log.summary == ["zoe 1"])
            #expect(log.onlookers.isEmpty)
            #expect(log.unread?.lines == 1)
        }
    }

    @Test(
        "an action counts where the program speaks English, or has another mark for what it says itself",
        arguments: [
            "16:05 * eve (~e@h) frobs\n16:06 * eve (~e@h) has joined #nova", "16:05 -!- eve [~e@h] frobs",
            "16:05 *** eve (~e@h) hat #nova betreten", "16:05 * eve (tired@work today) yawns",
            "16:05 * eve (@work) yawns",
            "16:05 * eve (sigh!) yawns",
        ])
    func actions(other: String) throws {
        let log = try Samples.read("16:00 <zoe> hi\n16:01 * bob waves\n\(other)")
        #expect(log.summary.prefix(2) == ["zoe 1", "bob 1"])
        #expect(log.unread == nil)
    }

    @Test(
        "one line in the form of an announcement takes from nobody else what they do",
        arguments: [
            "* mallory (~b@h) foo bar", "* mallory [m!~b@h] waves to all",
            "* mallory lost it (Ping timeout: 240 seconds)",
            "* mallory (~x@y) is about to leave", "* mallory (mallory@example.org) nickt",
        ])
    func oneLine(line: String) throws {
        for text in ["16:01 * ada waves\n16:02 \(line)", "16:01 \(line)\n16:02 * ada waves"] {
            let log = try Samples.read(text)
            #expect(log.summary == ["ada 1"])
            #expect(log.unread == nil)
        }
    }

    @Test(
        "a day has its month in many languages",
        arguments: [
            "Mär 9", "mars 9", "mar 9", "mrt 9", "мар 9", "9. März 2027", "9 mars 2027", "Mar 9", "March 9, 2027",
        ])
    func months(day: String) throws {
        let text = "\(day) 16:00:00 <ada> o/\n"
        let hours = try Samples.hours("2027-03-09T15:45", "2027-03-09T17:30")
        #expect(try Samples.read(text, hours: hours).summary == ["ada 1"])
        let others = try Samples.hours("2027-05-09T15:45", "2027-05-09T17:30")
        #expect(throws: NotAChatLog.self) { try Samples.read(text, hours: others) }
    }

    @Test(
        "every month is told from every other",
        arguments: [
            (6, "juin 9"), (7, "juil. 9"), (6, "Juni 9"), (7, "Juli 9"), (8, "août 9"), (8, "ago 9"), (1, "ene 9"),
            (12, "Dez 9"), (12, "dic 9"), (10, "Okt 9"), (10, "out 9"), (5, "мая 9"), (2, "févr. 9"), (9, "set 9"),
        ])
    func otherMonths(month: Int, day: String) throws {
        let date = "2027-\(month < 10 ? "0" : "")\(month)-09"
        let hours = try Samples.hours("\(date)T15:45", "\(date)T17:30")
        #expect(try Samples.read("\(day) 16:00:00 <ada> o/\n", hours: hours).summary == ["ada 1"])
    }
}

/// What programs say of bob and others.
private enum Announced {
    static let languages: [(opening: String, lines: [String], doubtful: Int)] = [
        (
            "**** BEGINNE LOGBUCH UM Tue Jan 12 15:58:00 2027",
            [
                "bob (~bob@host.example) ist beigetreten.", "bob (~bob@host.example) ist gegangen (bye).",
                "bob hat die Verbindung getrennt (Ping timeout: 240 seconds).",
                "bob hat die Verbindung getrennt (bye).",
                "bob heißt jetzt bobby",
            ], 2
        ),
        (
            "**** DÉBUT DU JOURNAL À Tue Jan 12 15:58:00 2027",
            [
                "bob (~bob@host.example) vient de rentrer", "bob a quitté (Remote host closed the connection)",
                "bob est maintenant connu sous le nom de bobby",
            ], 1
        ),
        (
            "**** INICIANDO CONEXIÓN EN Tue Jan 12 15:58:00 2027",
            ["bob (~bob@host.example) se ha unido", "bob se ha marchado (Quit: bye)", "carl banea a bob"], 1
        ),
        (
            "**** Tue Jan 12 15:58:00 2027 からログ記録開始",
            ["bob (~bob@host.example) が参加", "bob (~bob@host.example) has left"], 0
        ),
        // Half translated, as Dutch is: the beginning tells it.
        (
            "**** LOGGEN GESTART OP Tue Jan 12 15:58:00 2027",
            ["bob (~bob@host.example) has joined", "ChanServ geeft bob spreekrecht"], 1
        ),
        // Without a beginning two of the other lines tell it.
        (
            "",
            ["eve (~eve@host.example) вошла", "bob (~bob@host.example) вышел", "bob теперь известен как bobby"], 1
        ),
    ]

    static let forms = [
        "[16:02] * bob (~bob@host.example) hat #nova betreten", "[16:02] * bob [bob!~bob@host] a rejoint #nova",
        "[16:02:00] bob (~b@h) a rejoint le canal", "[16:02:00] bob [~b@h] se ha unido a #nova",
        "(16:02:00) bob [~b@h] hat den Raum betreten.", "[16:02] bob (~b@h) a quitté le salon : bye",
        "[16:02] * bob rozłączył/a się (Ping timeout: 240 seconds)", "[16:02] bob se fue (Read error: EOF)",
        "[16:02] bob hat sich verabschiedet (Quit: bye).",
        // Konversation: the kind of line and a tab.
        "[16:02:00] Beitritt\tbob (~b@h) ist diesem Kanal beigetreten.",
        "[16:02:00] Join\tbob has joined this channel.",
        "[16:02:00] Mode\tChannel modes: no messages from outside",
        // ii: seconds, and the host right behind the nickname.
        "1799769720 -!- bob(~bob@host) has joined #nova", "1799769720 -!- bob(~bob@host) has quit \"bye\"",
    ]
}
