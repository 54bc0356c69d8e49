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
            "ERC",
            """

            [Tue Jan 12 2027]
            *** You have joined channel #nova\t\t\t\t\t\t[15:58]
            *** Topic for #nova: reviews
            *** Users on #nova: zoe ada bob
            <zoe> hello                                              [16:00]
            <zoe> more of it, which is so long that it does not go
            \t  into one line
            *** bob (~bob@host.example) has joined channel #nova
            * ada waves, at such a length that the time has no room
            \t\t\t\t\t\t\t      [16:01]
            *** bob (~bob@host.example) has quit: Ping timeout: 258
                seconds  [16:02]
            -NickServ- You are identified
            ERC> /names  [16:03]

            [Wed Jan 13 2027]
            <carl> wrong day  [16:00]
            ERC>
            """
        ),
        (
            "ERC, with times at the left",
            """
            [Tue Jan 12 2027]
            [16:00] <zoe> hello
                    <zoe> more
                    *** bob (~bob@host.example) has joined channel #nova
                    <ada> hi
            [16:01] * ada waves
            """
        ),
        (
            "ChatZilla",
            """
            [2027-01-12 15:59:00] [INFO] Channel view for “#nova” opened.
            [2027-01-12 15:59:00] -->| YOU (zoe) have joined #nova
            [2027-01-12 15:59:01] =-= Topic for #nova is “reviews”
            [2027-01-12 16:00:12] <zoe> hello
            [2027-01-12 16:00:20] -->| bob (~bob@host.example) has joined #nova
            [2027-01-12 16:00:30] <ada> hi
            [2027-01-12 16:01:00] |<-- bob has left freenode (Ping timeout: 252 seconds)
            [2027-01-12 16:01:10] <--| carl has left #nova
            [2027-01-12 16:01:20] =-= Mode #nova +o ada by ChanServ
            """
        ),
        (
            "Signal, by signal-export",
            """
            [2027-01-12 16:00:12] zoe: hello
            [2027-01-12, 16:01] Ada Okafor: o/
            (- zoe: x -)
            [2027-01-11 16:00:12] Carl: wrong day
            """
        ),
        (
            "Signal, by sigtop's short form",
            """
            2027-01-12 15:59 bob: [group-v2-change message]
            2027-01-12 16:00 zoe: hello
            2027-01-12 16:01 Ada Okafor: [reply to zoe on 2027-01-12 16:00] o/
            2027-01-12 16:02 bob: [keychange message]
            """
        ),
        (
            "Signal, by sigtop",
            """
            Conversation: Nova (group)

            From: bob (+15550100)
            Type: group-v2-change
            Sent: Tue, 12 Jan 2027 15:59:00 +0000
            Received: Tue, 12 Jan 2027 15:59:01 +0000

            From: zoe (+15550101)
            Type: incoming
            Sent: Tue, 12 Jan 2027 16:00:12 +0000
            Received: Tue, 12 Jan 2027 16:00:13 +0000
            Reaction: x from Ada Okafor

            hello
            From: bob

            From: Ada Okafor (2f1a7c1e-0000-4000-8000-000000000000)
            Type: incoming
            Sent: Tue, 12 Jan 2027 16:01:00 +0000
            Received: Tue, 12 Jan 2027 16:01:00 +0000

            > From: bob (+15550100)
            > Sent: Tue, 12 Jan 2027 15:59:00 +0000
            >
            > hi

            o/

            """
        ),
        (
            "Zulip, by zulip-archive",
            """
            ---
            layout: archive
            title: Archive
            permalink: archive/1nova/1reviews.html
            ---

            ## Stream: [nova](index.html)
            ### Topic: [reviews](1reviews.html)

            ---

            {% raw %}
            #### [ zoe (Jan 12 2027 at 16:00)](https://chat.example/#narrow/stream/1-nova/topic/reviews/near/1):
            <p>hello</p>

            #### [![Click to go to Zulip](../../assets/img/zulip2.png) Ada Okafor (Jan 12 2027 at 16:01)](https://chat.example/#narrow/stream/1-nova/near/2):
            o/

            #### [Carl (Jan 13 2027 at 16:01)](https://chat.example/#narrow/stream/1-nova/near/3):
            wrong day

            {% endraw %}
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
