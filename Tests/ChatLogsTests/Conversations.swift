/// One conversation on 2027-01-12 from 16:00, as clients keep it: zoe and ada speak, bob only comes and goes.
enum Conversations {
    static let all: [(client: String, text: String)] = [
        (
            "mIRC",
            """
            Session Start: Tue Jan 12 15:58:00 2027
            Session Ident: #nova
            [15:58] * Now talking in #nova
            [15:58] * Topic is 'reviews'
            [16:00] <@zoe> hello
            [16:01] * ada waves
            [16:02] * bob (~bob@host.example) has joined #nova
            Session Close: Tue Jan 12 17:01:00 2027
            """
        ),
        (
            "HexChat",
            """
            **** BEGIN LOGGING AT Tue Jan 12 15:58:00 2027

            Jan 12 15:58:00 *\tNow talking on #nova
            Jan 12 16:00:12 <zoe>\thello
            Jan 12 16:01:00 *\tada waves
            Jan 12 16:02:00 *\tbob (~bob@host.example) has joined
            **** ENDING LOGGING AT Tue Jan 12 17:01:00 2027

            """
        ),
        (
            "WeeChat with microseconds",
            """
            2027-01-12 16:00:12.123456\t@zoe\thello
            2027-01-12 16:01:00.500000\tada\to/
            2027-01-12 16:02:00.000001\t-->\tbob (~bob@host.example) has joined #nova
            """
        ),
        (
            "IRCCloud",
            """
            [2027-01-12 15:59:00] \u{2192} Joined channel #nova
            [2027-01-12 16:00:12] <zoe> hello
            [2027-01-12 16:01:00] \u{2014} ada waves
            [2027-01-12 16:02:00] \u{2192} bob joined (~bob@host.example)
            [2027-01-12 16:03:00] * bob \u{2192} bob_
            [2027-01-12 16:04:00] \u{21D0} bob_ quit (~bob@host.example): Quit: bye
            """
        ),
        (
            "The Lounge",
            """
            [2027-01-12T16:00:12.345Z] <@zoe> hello
            [2027-01-12T16:01:00.000Z] * @ada waves
            [2027-01-12T16:02:00.000Z] *** bob (~bob@host.example) joined
            """
        ),
        (
            "ZNC",
            """
            [16:00:12] <zoe> hello
            [16:01:00] <ada> o/
            [16:02:00] *** Joins: bob (~bob@host.example)
            [16:03:00] *** bob sets mode: +v ada
            """
        ),
        (
            "Limnoria with an offset",
            """
            2027-01-12T18:00:12+0200  <zoe> hello
            2027-01-12T18:01:00+0200  <ada> o/
            2027-01-12T18:04:00+0200  *** bob has left #nova
            """
        ),
        (
            "Pidgin",
            """
            Conversation with #nova at Tue 12 Jan 2027 03:58:00 PM UTC on ada@libera (irc)
            (04:00:12 PM) zoe: hello
            (04:01:00 PM) ***ada waves
            (04:02:00 PM) bob [~bob@host.example] entered the room.
            """
        ),
        (
            "Konversation",
            """
            [Tue Jan 12 2027] [16:00:12] <zoe>\thello
            [Tue Jan 12 2027] [16:01:00] <ada>\to/
            [Tue Jan 12 2027] [16:02:00] [Join] bob (~bob@host.example) has joined this channel.
            """
        ),
        (
            "Konversation, with tabs",
            """
            [Tuesday 12 January 2027] [15:59:00] Beitritt\tada (~ada@host.example) ist diesem Kanal beigetreten.
            [Tuesday 12 January 2027] [16:00:12] <zoe>\thello
            [Tuesday 12 January 2027] [16:01:00] \t * ada waves
            [Tuesday 12 January 2027] [16:02:00] Join\tbob (~bob@host.example) has joined this channel.
            [Tuesday 12 January 2027] [16:03:00] Quit\tbob has quit this server (Quit: bye).
            """
        ),
        (
            "ii",
            """
            1799683212 <carl> wrong day
            1799769612 <zoe> hello
            1799769620 -!- bob(~bob@host.example) has joined #nova
            1799769660 <ada> o/
            1799769700 -!- bob(~bob@host.example) has left #nova
            """
        ),
        (
            "DiscordChatExporter, with what is not speech",
            """
            ==============================================================
            Guild: nova
            Channel: General / mentoring
            Topic: reviews
            ==============================================================

            [1/12/2027 3:59 PM] bob
            Joined the server.

            [1/12/2027 4:00 PM] zoe (pinned)
            hello

            [1/12/2027 4:01 PM] Ada Okafor

            {Attachments}
            https://cdn.example/log.txt

            [1/12/2027 4:02 PM] bob
            Pinned a message.

            ==============================================================
            Exported 4 message(s)
            ==============================================================
            """
        ),
        (
            "eggdrop",
            """
            [00:00] --- Tue Jan 12 2027
            [16:00] <zoe> hello
            [16:01] Action: ada waves
            [16:02] bob (~bob@host.example) joined #nova.
            [00:00] --- Wed Jan 13 2027
            [16:00] <carl> wrong day
            """
        ),
        (
            "Element",
            """
            1/12/2027, 4:00:12 PM - zoe: hello
            and more
            1/12/2027, 4:01:00 PM - Ada Okafor: o/
            1/12/2027, 4:02:00 PM - Bob Lowe joined the room
            1/12/2027, 4:03:00 PM - * Ada Okafor waves
            """
        ),
        (
            "Element, day first",
            """
            31/12/2026, 16:00:12 - Carl: another day
            12/01/2027, 16:00:12 - zoe: hello
            12/01/2027, 16:01:00 - Ada Okafor: o/
            01/12/2027, 16:01:00 - Carl: another month
            """
        ),
        (
            "DiscordChatExporter",
            """
            ==============================================================
            Guild: nova
            Channel: mentoring
            ==============================================================

            [12-Jan-27 04:00 PM] zoe
            hello

            [12-Jan-27 04:01 PM] Ada Okafor
            o/
            o/

            """
        ),
        (
            "Discord, copied",
            """
            zoe \u{2014} 01/12/2027 4:00 PM
            hello
            Ada Okafor \u{2014} 01/12/2027 4:01 PM
            o/
            """
        ),
        (
            "Slack, copied",
            """
            Tuesday, January 12th
            zoe  4:00 PM
            hello
            Ada Okafor (she/her)  4:01 PM
            o/
            """
        ),
        (
            "days between lines",
            """
            ---- 2027-01-11 ----
            16:00 <carl> wrong day
            ---- 2027-01-12 ----
            16:00 <zoe> hello
            16:01 <ada> o/
            """
        ),
    ]
}
