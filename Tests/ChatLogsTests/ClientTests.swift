import ChatLogs
import CivilTime
import Testing

@Suite("what is speech, in each client's own format")
struct ClientTests {
    @Test("status lines are nobody's words", arguments: Statuses.lines)
    func statuses(line: String) throws {
        let log = try Samples.read("[16:00] <zoe> hello\n\(line)\n[16:03] <zoe> bye")
        #expect(log.summary == ["zoe 2"])
        #expect(log.unread == nil)
    }

    @Test("what somebody does is theirs", arguments: Statuses.actions)
    func actions(line: String) throws {
        let log = try Samples.read("[16:00] <zoe> hello\n\(line)")
        #expect(log.summary.map { $0.split(separator: " ")[0] } == ["zoe", "bob"])
        #expect(log.unread == nil)
    }

    @Test("lines that only say join and part are no other language, in which actions would be doubtful")
    func bareJoins() throws {
        let status = ["join", "part"].map { "[16:01] * eve (~eve@host.example) \($0)\n" }.joined()
        let log = try Samples.read("[16:00] <zoe> hello\n\(status)[16:02] * bob waves\n[16:03] * ada parts ways")
        #expect(log.summary.map { $0.split(separator: " ")[0] } == ["zoe", "bob", "ada"])
        #expect(log.unread == nil)
    }

    @Test("the first line of a log in UTF-16 counts", arguments: [true, false])
    func utf16(isLittle: Bool) throws {
        let units = "\u{FEFF}[16:00] <zoe> hello\n[16:01] <ada> hi\n".utf16
        let bytes = units.flatMap { unit in
            let (low, high) = (UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8))
            return isLittle ? [low, high] : [high, low]
        }
        var reader = ChatLogReader()
        try reader.read(bytes)
        #expect(try reader.finish().summary == ["zoe 1", "ada 1"])
    }

    @Test("who takes another nickname stays one person, however it is announced", arguments: Statuses.renames)
    func renames(line: String) throws {
        let log = try Samples.read("[16:00] <zoe> hello\n[16:01] <ada> hi\n\(line)\n[16:03] <ada_l> bye")
        #expect(log.summary == ["zoe 1", "ada=ada_l 2"])
    }

    @Test("a name may have blanks, pronouns and what Matrix adds", arguments: Statuses.names)
    func names(line: String, name: String) throws {
        let log = try Samples.read("16:00 <zoe> hello\n\(line)\n")
        #expect(log.speakers.map(\.nickname.text) == ["zoe", name])
        #expect(log.unread == nil)
    }

    @Test("each client's own log", arguments: Conversations.all)
    func conversations(client: String, text: String) throws {
        let log = try Samples.read(text, hours: Samples.hours("2027-01-12T15:45", "2027-01-12T17:30"))
        let names = log.speakers.map(\.nickname.withoutPronouns)
        #expect(names == ["zoe", "ada"] || names == ["zoe", "Ada Okafor"], "\(client): \(names)")
        #expect(log.unread == nil, "\(client): \(String(describing: log.unread))")
    }

    @Test("an action of a name with blanks is that name's, where it is seen before")
    func actionOfSeveralWords() throws {
        let log = try Samples.read("16:00 <Ada Okafor> hi\n16:01 * Ada Okafor waves\n16:02 * @Ada waves")
        #expect(log.summary == ["Ada Okafor 2", "Ada 1"])
    }

    @Test(
        "lines that nobody understands are counted, with the number of the first",
        arguments: [
            ("16:00 <a> b\nTraceback\n\nValueError\n", 2, 2), ("16:00 <a> b\n16:01 all quiet\n", 1, 2),
            ("hello\n16:00 <a> b\n16:01 <> c\n", 2, 1), ("16:00 <a> b\n[16:01] [bridge] hi\n", 1, 2),
            ("16:00 <a> b\n[2027-01-12 16:01] Ada Okafor\n16:02 <c> d", 1, 2),
            ("16:00 <a> b\n16:01 <\(String(repeating: "n", count: 65))> c\n", 1, 2),
            ("16:00 <a> b\n4:00 PM\nhello\n", 2, 2),
        ])
    func unread(text: String, lines: Int, first: Int) throws {
        let log = try Samples.read(text)
        #expect(log.unread.map { [$0.lines, $0.first] } == [lines, first])
    }

    @Test("what stands below somebody's name, or goes on with their words, is no line unread")
    func goesOn() throws {
        let log = try Samples.read("[1/12/2027, 4:00 PM] Ada Okafor: a\nb\n\nc\n[1/12/2027, 4:01 PM] zoe\nd\ne\n")
        #expect(log.summary == ["Ada Okafor 1", "zoe 1"])
        #expect(log.unread == nil)
    }

    @Test("what only begins as a program's sentence, or stands behind one, is theirs", arguments: Statuses.spoken)
    func spoken(words: String) throws {
        let log = try Samples.read("[16:00] <zoe> hello\nAda Okafor  4:05 PM\n\(words)\nzoe  4:06 PM\nbye")
        #expect(log.summary == ["zoe 2", "Ada Okafor 1"])
        #expect(log.onlookers.isEmpty)
        #expect(log.unread == nil)
    }

    @Test(
        "what may belong to a program's sentence is counted as unread, and makes nobody present",
        arguments: Statuses.doubtful)
    func doubtful(words: String) throws {
        let log = try Samples.read("[16:00] <zoe> hello\nAda Okafor  4:05 PM\n\(words)\nzoe  4:06 PM\nbye")
        #expect(log.summary == ["zoe 2"])
        #expect(log.unread.map { [$0.lines, $0.first] } == [1, words.utf8.count { $0 == UInt8(ascii: "\n") } + 3])
    }

    @Test("behind a name and a sign of speech everything is theirs", arguments: Statuses.words)
    func behindSign(words: String) throws {
        for start in ["[16:01] ada:", "16:01 - Ada Okafor:", "16:01 ada>", "16:01:00 ada |", "16:01 <ada>"] {
            let log = try Samples.read("16:00 <zoe> hello\n\(start) \(words)\n")
            #expect(log.summary.dropFirst() == [start.contains("Okafor") ? "Ada Okafor 1" : "ada 1"], "\(start)")
            #expect(log.onlookers.isEmpty && log.unread == nil, "\(start)")
        }
    }

    @Test(
        "of several signs of speech the earliest counts",
        arguments: [
            ("ada> timed out: x", "ada"), ("ada | Quit: x", "ada"), ("ada | bob: see above", "ada"),
            ("ada: a | b: c", "ada"), ("Ada Okafor: a> b", "Ada Okafor"), ("ada> bob: a | b", "ada"),
            ("ada> lost it (Ping timeout: 240 seconds)", "ada"), ("ada | bob left (Quit: bye)", "ada"),
        ])
    func earliestSign(line: String, name: String) throws {
        let log = try Samples.read("16:00 <zoe> hello\n16:01 \(line)\n")
        #expect(log.summary == ["zoe 1", "\(name) 1"])
        #expect(log.unread == nil)
    }

    @Test(
        "what only looks as if its time stood elsewhere is counted as unread, and makes nobody present",
        arguments: [
            "16:00 <zoe> as eve said:\n<eve> hi\n<eve> bye", "[16:00] <zoe> hello\n  <eve> hi\n  <eve> bye",
            "16:00 <zoe> hello\nFrom: eve\nSent: later", "16:00 <zoe> hello\n#### [eve](https://x.example)\n\n#### x",
        ])
    func pasted(text: String) throws {
        let log = try Samples.read(text + "\n16:05 <zoe> bye\n")
        #expect(log.summary == ["zoe 2"])
        #expect(log.unread.map { [$0.lines, $0.first] } == [2, 2])
    }

    @Test("an action that begins as an announcement does is one all the same", arguments: Statuses.begun)
    func begun(words: String) throws {
        let log = try Samples.read("16:00 <zoe> hello\n16:01 * ada \(words)\n")
        #expect(log.summary == ["zoe 1", "ada 1"])
        #expect(log.unread == nil)
    }

    @Test("of other hours nothing is counted")
    func elsewhere() throws {
        let text = "2027-01-11 16:00 <a> b\nodd\n2027-01-11 16:01 odd\n2027-01-12 16:00 <a> b\nodd\n"
        let log = try Samples.read(text, hours: Samples.hours("2027-01-12T15:45", "2027-01-12T17:30"))
        #expect(log.unread.map { [$0.lines, $0.first] } == [1, 5])
    }
}

/// Lines as clients write them.
private enum Statuses {
    static let lines = [
        // mIRC and HexChat: a star for everything.
        "[16:02] * bob (~bob@host.example) has joined #nova", "[16:02] * Joins: bob (~bob@host.example)",
        "[16:02] * bob (~bob@host.example) has left #nova (bye)", "[16:02] * Parts: bob (~bob@host.example)",
        "[16:02] * bob (~bob@host.example) Quit (Ping timeout: 256 seconds)",
        "[16:02] * Quits: bob (~bob@host.example) (Quit: bye)",
        "[16:02] * bob was kicked by ada (enough)", "[16:02] * ada has kicked bob from #nova (enough)",
        "[16:02] * bob sets mode: +o ada", "[16:02] * bob sets mode +v ada", "[16:02] * bob changes topic to 'x'",
        "[16:02] * bob has changed the topic to: x", "[16:02] * Topic is 'reviews'", "[16:02] * Topic for #nova is: x",
        "[16:02] * Set by bob on Tue Jan 12 15:00:00 2027", "[16:02] * Now talking in #nova",
        "[16:02] * bob gives channel operator status to ada", "[16:02] * bob removes voice from ada",
        "[16:02] * bob sets ban on *!*@x", "[16:02] * Disconnected", "[16:02] * Rejoined channel #nova",
        "[16:02] * You are now known as zoe_", "[16:02] * #nova :End of /NAMES list.",
        "[16:02] * bob is away (lunch)", "[16:02] * bob has changed host", "[16:02] * @bob has quit (Quit: bye)",
        "Jan 12 16:02:00 *\tbob (~bob@host.example) has joined", "Jan 12 16:02:00 *\tbob has quit (Read error)",
        "Jan 12 16:02:00 *\tNow talking on #nova", "Jan 12 16:02:00 -NickServ-\tYou are now identified",
        "Jan 12 16:02:00 *\tbob removes user limit", "Jan 12 16:02:00 *\tbob sets invite on *!*@x",
        "Jan 12 16:02:00 *\tbob has offered x.png (1234 bytes)", "Jan 12 16:02:00 *\tbob added to notify list.",
        "[16:02] * Received a CTCP VERSION from bob", "[16:02] * [bob] idle 00:01:02",
        "[16:02] * [bob] End of WHOIS list.",
        "[16:02] * [bob] (~bob@host.example): Bob",
        // Element's export, and Discord.
        "1/12/2027, 4:02:00 PM - bob removed carol: spam", "1/12/2027, 4:02:00 PM - bob banned carol: spam",
        "1/12/2027, 4:02:00 PM - bob rejected the invitation: no time",
        "1/12/2027, 4:02:00 PM - bob started a thread: the backport",
        // The Lounge.
        "[2027-01-12 16:01:30] * bob (~bob@host.example) join", "[2027-01-12 16:01:30] * bob (~bob@host.example) part",
        "[2027-01-12 16:01:30] * bob (~bob@host.example) part (bye)",
        "[2027-01-12 16:01:30] * bob (~bob@host.example) quit Ping timeout: 256 seconds",
        "[16:02:00] *** bob (~bob@host.example) joined", "[16:02:00] *** bob was kicked by ada (enough)",
        "[16:02:00] *** bob set mode +o ada", "[16:02:00] *** bob changed topic to: x", "[16:02:00] *** bob is away",
        "[16:02:00] -bob- pssst",
        // ZNC, Limnoria, irssi, WeeChat, Quassel, Konversation, Ubuntu's bot.
        "[16:02:00] *** Joins: bob (~bob@host.example)", "[16:02:00] *** Quits: bob (~bob@host.example) (Quit)",
        "2027-01-12T16:04:00+0000  *** bob has left #nova",
        "16:02 -!- bob [~bob@host.example] has quit [*.net *.split]",
        "16:02 -!- mode/#nova [+o bob] by ada", "16:02 -!- Irssi: #nova: Total of 3 nicks [0 ops]",
        "16:02 [Users #nova]", "16:02 [@zoe] [ ada] [ bob]", "16:02 -bob:#nova- psst",
        "16:02:00\t-->\tbob (~b@h) has joined #nova",
        "16:02:00\t<--\tbob (~b@h) has quit (Quit: bye)", "16:02:00\t=!=\terror", "16:02:00\t\tmore",
        "[16:02:00] <-- bob has quit (Quit)", "[16:02:00] --> bob (~b@h) has joined #nova",
        "[16:02:00] [Join] bob (~b@h) has joined this channel.", "[16:02:00] [Topic] bob sets the topic to \"x\".",
        "[16:02] === bob [~b@h] has joined #nova",
        // DiscordChatExporter and Slack: below a name, a sentence of their own.
        "[16:02] bob\nJoined the server.", "[12-Jan-27 04:02 PM] bob\nPinned a message.",
        "[12-Jan-27 04:02 PM] bob\nStarted a thread.", "[12-Jan-27 04:02 PM] bob (pinned)\nStarted a thread.",
        "[12-Jan-27 04:02 PM] bob\nStarted a call that lasted 12 minutes.",
        "[4:02 PM] bob\nChanged the channel name: a b",
        "[4:02 PM] bob\nAdded carl to the group.", "[4:02 PM] bob\nLeft the group.",
        "[4:02 PM] bob\nJoined the server.\n\n{Reactions}\nwave (2)", "Bob Lowe  4:02 PM\njoined #nova.",
        "Bob Lowe  4:02 PM\nwas added to #nova by Ada.", "Bob Lowe [4:02 PM]\nset the channel topic: reviews",
        "bob \u{2014} Today at 4:02 PM\nstarted a thread: rechecks. See all threads.",
        // Mattermost and Rocket.Chat: the program by its name, or no subject in what somebody says.
        "[16:02:00] system: @bob joined the channel.", "2027-01-12T16:02:00.123Z bob: has joined the channel.",
        // Discord: a sentence in the place of the name.
        "A wild bob appeared. \u{2014} Today at 4:02 PM", "bob joined the party. \u{2014} Today at 4:02 PM",
        "Everyone welcome bob! \u{2014} Today at 4:02 PM",
        // IRCCloud.
        "[16:02:00] \u{2192} bob joined (~b@h)", "[16:02:00] \u{2190} bob left",
        "[16:02:00] \u{21D0} bob quit (~b@h): Quit: bye",
        // eggdrop, Pidgin, Textual, Element: no mark at all.
        "[16:02] bob (~b@h) joined #nova.", "[16:02] bob (~b@h) left irc: Quit: bye",
        "[16:02] #nova: mode change '+o bob' by ada",
        "(04:02:00 PM) bob [~b@h] entered the room.", "(04:02:00 PM) bob left the room (quit: Ping timeout).",
        "[16:02:00] bob (~b@h) joined the channel", "1/12/2027, 4:02:00 PM - Bob Lowe joined the room",
        "1/12/2027, 4:02:00 PM - Bob Lowe changed the topic to \"a: b\".",
    ]

    static let actions = [
        "[16:02] * bob waves", "[16:02] * @bob waves", "[16:02] * +bob waves", "16:02  * bob waves",
        "[16:02] ** bob waves",
        "[16:02] \u{2014} bob waves", "[16:02] \u{2022} bob: waves", "[16:02:00] -*- bob waves",
        "(16:02:00) ***bob waves",
        "[16:02] Action: bob waves", "16:02:00\t *\tbob waves", "Jan 12 16:02:00 *\tbob waves",
        "[16:02:00] [Action] bob waves", "[16:02] * bob left a comment on the review", "[16:02] * bob quit smoking",
        "[16:02] * bob joined the dark side", "[16:02] * bob sets the table", "[16:02] * bob is back",
        "[16:02] *bob waves", "[16:02] * bob (tired) yawns",
        "[16:02:00] \t * bob waves", "[16:02:00] Action\tbob waves", "1799769720 * bob waves",
        "[16:02] bob\nJoined the server. Where do I begin?", "[16:02] bob\nPinned a message for later",
        "[16:02] bob (pinned)\nhello", "[16:02] bob\nLeft the group of reviewers", "bob  4:02 PM\njoined the others",
        "[16:02] bob\nI Joined the server.", "1799769720 <bob> \u{1}ACTION waves\u{1}",
    ]

    static let spoken = [
        "left #42 a comment\nand I think it is good", "Joined #ops too, hello", "left #42", "Left #42.",
        "joined #ops by accident, sorry", "Left #nova.\nI mean, for lunch", "joined #nova.\njoined #ops.\nhello both",
        "Joined the server.\nhello", "has joined the channel list I keep", "has left the channel of reviewers",
        "Was added to #42 as a reviewer", "was removed from #nova last week", "Started a call with zoe, back in 5.",
        "set the channel\u{2019}s topic yesterday", "renamed the channel from the old file",
        "Pinned a message.\nsee it",
        "joined #nova along with you all, hi", "Left the group.\n:wave: to all",
    ]

    /// What begins as an announcement does, but goes on.
    static let begun = [
        "left #42 a comment", "joined #ops too, hello", "left the room with an open question",
        "joined the channel late, sorry", "quit the channel for good", "left #42", "has left the room to zoe",
    ]

    /// What is speech behind a sign of that.
    static let words =
        begun + [
            "quit", "left", "is away on Friday", "sets the topic to lunch", "Quit",
            "was kicked out of the gate", "-> see above", "\u{2192} 42", "is now known as a bug",
            "(ada@example.org) is my address", "set topic branches, please",
        ]

    static let doubtful = [
        "Joined the server.\n\nhello", "joined #nova.\n:wave:", "joined #nova.\n2", "left #nova.\n\u{1F44B}",
        "set the channel description: reviews\nand mentoring", "set the channel topic: a\n \nb",
        "started a thread: rechecks. See all threads.\nrechecks",
    ]

    static let renames = [
        "[16:02] * ada is now known as ada_l", "[16:02] -!- ada is now known as ada_l",
        "[16:02] *** ada is now known as ada_l", "[16:02] *** ada changed nick to ada_l",
        "[16:02] * ada \u{2192} ada_l", "[16:02] === ada is now known as ada_l",
        "16:02:00\t--\tada is now known as ada_l",
        "Jan 12 16:02:00 *\tada is now known as ada_l", "[16:02] Nick change: ada -> ada_l",
        "[16:02] [Nick] ada is now known as ada_l", "(16:02:00) ada is now known as ada_l",
        "[16:02] <-> ada is now known as ada_l", "[16:02] * @ada is now known as ada_l",
        "[16:02:00] Nick\tada is now known as ada_l.", "1799769720 -!- ada changed nick to ada_l",
    ]

    static let names = [
        ("16:01:00 <Ada Okafor> o/", "Ada Okafor"), ("16:01:00 <Ada Okafor (she/her)> o/", "Ada Okafor (she/her)"),
        ("16:01:00 <@ada:matrix.example> o/", "@ada:matrix.example"), ("16:01 <@ada> o/", "ada"),
        ("16:01 <~ada> o/", "ada"),
        ("16:01 < ada> o/", "ada"), ("16:01 <Ada :> o/", "Ada :"), ("16:01 <a>b> o/", "a>b"),
        ("16:01 <Zoë Müller> o/", "Zoë Müller"),
        ("[16:01]<ada> o/", "ada"), ("16:01<ada> o/", "ada"), ("[16:01:00] Ada Okafor: o/", "Ada Okafor"),
        ("(04:01:00 PM) ada: o/", "ada"), ("[4:01 PM]Ada Okafor: o/", "Ada Okafor"),
        ("1/12/2027, 4:01:00\u{202F}PM - Ada Okafor: o/", "Ada Okafor"),
        ("16:01 <Ada\u{A0}Okafor> o/", "Ada Okafor"), ("16:01\u{3000}<Ada\u{3000}Okafor> o/", "Ada Okafor"),
        ("[16:01:00]\u{A0}Ada\u{202F}Okafor: o/", "Ada Okafor"), ("16:01\u{2003}ada\u{A0}| o/", "ada"),
        ("12.01.27,\u{A0}16:01\u{A0}-\u{A0}Ada\u{2009}Okafor:\u{A0}o/", "Ada Okafor"),
        ("12.01.27, 16:01 - Ada Okafor: o/", "Ada Okafor"),
        ("\u{200E}[12.01.27, 16:01:00] Ada Okafor: o/", "Ada Okafor"), ("16:01:00\tAda Okafor\to/", "Ada Okafor"),
        ("16:01 - @ada:matrix.example: o/", "@ada:matrix.example"), ("16:01 ada> o/", "ada"),
        ("16:01:00 From Ada Okafor to Everyone:\n\to/", "Ada Okafor"),
        ("16:01:00\t From Ada Okafor : o/", "Ada Okafor"),
        ("16:01:00 From  Ada Okafor  to  Bob(Direct Message): o/", "Ada Okafor"),
        ("16:01:00 ada | o/", "ada"), ("[2027-01-12 16:01:00] Ada Okafor (@ada): o/", "Ada Okafor (@ada)"),
        ("2027-01-12, 16:01:00 - Ada Okafor (@ada:matrix.example): o/", "Ada Okafor (@ada:matrix.example)"),
        ("16:01 Ada Okafor (ada@example.org): o/", "Ada Okafor (ada@example.org)"),
        ("16:01 Ada Okafor <ada@example.org>: o/", "Ada Okafor <ada@example.org>"),
        ("16:01 Ada [x@y]: o/", "Ada [x@y]"), ("16:01 Ada Okafor (Yahoo!): o/", "Ada Okafor (Yahoo!)"),
        ("16:01 Ada Mary B Okafor (@ada): o/", "Ada Mary B Okafor (@ada)"),
        ("16:01:00 <Okafor, Ada> o/", "Okafor, Ada"), ("Ada Okafor  4:01 PM\no/", "Ada Okafor"),
        ("Ada Okafor \u{2014} Today at 4:01 PM\no/", "Ada Okafor"), ("Ada Okafor [4:01 PM]\no/", "Ada Okafor"),
        ("Ada Okafor, [12.01.2027 16:01]\no/", "Ada Okafor"),
        ("Ada Okafor, [12 Jan 2027 at 16:01:12]:\no/", "Ada Okafor"),
        ("[16:01] Okafor, Ada\no/", "Okafor, Ada"), ("2027-01-12T16:01:00.123456+00:00 - ada: o/", "ada"),
        ("[12-Jan-27 04:01 PM] ada#1234\no/\n", "ada#1234"),
        // Who tells of somebody else says so.
        ("[16:01:00] Ada Okafor: bob has joined #nova", "Ada Okafor"), ("16:01 - ada: Bob left the room", "ada"),
        ("[16:01:00] ada: bob is away", "ada"), ("[16:01:00] ada: lost it (Ping timeout: 240 seconds)", "ada"),
        ("[16:01:00] <ada> lost it (Ping timeout: 240 seconds)", "ada"),
        ("[16:01:00] ada: bob is now known as rob", "ada"),
    ]
}
