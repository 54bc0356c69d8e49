import Mentoring
import MentoringService
import Testing

/// Who came, and how that was found out.
extension SeasonTests {
    /// The log of the project's bot; Ada's nickname is nobody's yet.
    func firstSession(_ ada: Participant) async throws {
        for (person, nickname) in [(bob, "bob_irc"), (emil, "emil"), (zoe, "zoe"), (olena, "olena_k")] {
            try await person("nick add nova \(nickname)")
        }
        await season.at("2026-10-06T16:10:00Z")
        try season.write(
            """
            15:00:12 <zoe> #startmeeting nova-training
            15:00:13 <opendevmeet> Meeting started Tue Oct  6 15:00:12 2026 UTC.  The chair is zoe.
            15:01:02 <bob_irc> o/
            15:01:09 <ada_l> o/
            15:02:00 <emil> hi
            16:00:01 <zoe> #endmeeting

            """, as: "meetbot.log.txt")
        #expect(
            try await zoe("attend nova-202610-w01-europe --log meetbot.log.txt").contains(
                "\nspoke and is nobody's yet: ada_l\n  it counts for whoever says that it is theirs (meridian nick add nova ada_l), once an organizer confirms it"
            ))
        #expect(
            try await ada("nick add nova ada_l") == """
                ada_l is not Ada Okafor in nova yet: somebody spoke by it in nova-202610-w01-europe
                  once an organizer confirms it, it counts: meridian nick add nova ada_l --person 'Ada Okafor'

                """)
        #expect(
            try await season.organizer("nick add nova ada_l --person \(ada.email)")
                == "ada_l is Ada Okafor in nova; they spoke in nova-202610-w01-europe, which counts now\n")
        let log = "https://meetings.example.org/nova-202610-w01.log.html"
        #expect(
            try await zoe("attend nova-202610-w01-europe --log meetbot.log.txt --log-url \(log)") == """
                nova-202610-w01-europe: 3 came; nobody who had a seat was missing
                spoke: Zoë Müller as zoe, Bob Lowe as bob_irc, Ada Okafor as ada_l, Emil Koch as emil
                spoke and is nobody: opendevmeet

                """)
        #expect(
            try await ada("progress nova").hasPrefix(
                """
                Ada Okafor in nova: 1 session, 1 review discussed, area scheduler, 0 sessions co-led

                   Stage      Sessions  Reviews  Areas  Co-led
                ✓  reader          1/1
                ·  reviewer        1/4      1/4    1/2
                ·  candidate       1/8      1/8    1/3     0/1

                """))
    }

    /// A log of WeeChat by Kyiv's clock; somebody in it takes no part.
    func secondSession(_ ada: Participant) async throws {
        await season.at("2026-10-14T16:10:00Z")
        try season.write(
            """
            2026-10-14 18:00:12\t@olena_k\thello
            2026-10-14 18:00:50\t--\tada_l is now known as ada_away
            2026-10-14 18:01:02\tada_away\thi
            2026-10-14 18:01:09\t *\tbob_irc waves
            2026-10-14 18:30:00\tlurker\twhat is this?

            """, as: "weechat.log")
        #expect(
            try await olena("attend nova-202610-w02-europe --log weechat.log").contains(
                "spoke and is nobody's yet: lurker\n")
        )
        #expect(
            try await olena("attend nova-202610-w02-europe --log weechat.log --ignore lurker") == """
                nova-202610-w02-europe: 2 came; nobody who had a seat was missing
                spoke: Olena Kovalenko as olena_k, Ada Okafor as ada_l, Bob Lowe as bob_irc
                spoke and is nobody: lurker

                """)
    }

    /// A log of irssi, which says the day only where it was opened.
    func thirdSession(_ ada: Participant) async throws {
        await season.at("2026-10-20T16:10:00Z")
        try season.write(
            """
            --- Log opened Tue Oct 20 16:57:58 2026
            16:58 -!- bob_irc [~bob@198.51.100.7] has joined #openstack-nova-training
            17:00 <@zoe> hello
            17:01 < ada_l> hi
            --- Log closed Tue Oct 20 18:06:00 2026

            """, as: "irssi.log")
        #expect(
            try await zoe("attend nova-202610-w03-europe --log irssi.log") == """
                nova-202610-w03-europe: 1 came; missing: Bob Lowe
                spoke: Zoë Müller as zoe, Ada Okafor as ada_l
                joined and said nothing: bob_irc

                """)
    }

    /// Europe's clocks went back on 25 October and those of Lagos did not: Ada's hour moves, and she is there.
    func clocksChange(_ ada: Participant) async throws {
        #expect(
            try await ada("session show nova-202610-w03-europe").contains(
                "When       Tue 20 Oct 2026 16:00 Africa/Lagos"))
        try await ada("enroll nova-202610-w04-europe")
        try await olena(
            "review pick nova-202610-w04-europe \(Self.gerrit)900005 --title 'Test the evacuation' --area compute")
        #expect(
            try await ada("session show nova-202610-w04-europe").contains(
                "When       Wed 28 Oct 2026 17:00 Africa/Lagos"))
        await season.at("2026-10-28T15:45:00Z")
        #expect(
            try await ada.refused("attend nova-202610-w04-europe --check-in")
                == "meridian: nova-202610-w04-europe begins on 2026-10-28 at 17:00 Africa/Lagos; check in from ten minutes before\n"
        )
        await season.at("2026-10-28T16:20:00Z")
        #expect(
            try await ada("attend nova-202610-w04-europe --check-in")
                == "nova-202610-w04-europe: you are there, Ada Okafor\n"
        )
        #expect(try await ada("progress nova").contains("\n✓  reviewer        4/4      4/4    2/2\n"))
    }

    /// She reads the log afterwards, answers, and the mentor finds that it counts.
    func adaIsAway(_ ada: Participant) async throws {
        try await ada("enroll nova-202610-w05-europe")
        try await zoe("review pick nova-202610-w05-europe \(Self.gerrit)900006 --title 'Deprecate a call' --area api")
        await season.at("2026-11-03T18:00:00Z")
        try await zoe(
            "attend nova-202610-w05-europe --absent Ada --log-url https://meetings.example.org/nova-202610-w05")
        try season.write("1. Because callers may still send it.\n", as: "answers.txt")
        await season.at("2026-11-05T08:00:00Z")
        #expect(
            try await ada("attend nova-202610-w05-europe --answers answers.txt")
                == "nova-202610-w05-europe: your answers wait for the mentor; you can hand in others until Tue 17 Nov 18:00 Africa/Lagos\n"
        )
        #expect(
            try await ada.refused("attend nova-202610-w05-europe --sign-off ada_l").contains("needs the role mentor"))
        #expect(
            try await zoe("attend nova-202610-w05-europe --show").contains("  1. Because callers may still send it.\n"))
        #expect(
            try await zoe("attend nova-202610-w05-europe --sign-off ada_l")
                == "nova-202610-w05-europe: Ada Okafor attended asynchronously\n"
        )
    }

    func adaLeadsAlong(_ ada: Participant) async throws {
        for person in [ada, bob] { try await person("enroll nova-202610-w06-europe") }
        try await olena("review pick nova-202610-w06-europe \(Self.gerrit)900007 --title 'Lock less' --area scheduler")
        await season.at("2026-11-11T17:30:00Z")
        #expect(
            try await olena.refused("co-lead nova-202610-w06-europe ada_l").hasPrefix(
                "meridian: Ada Okafor is not recorded as having come to nova-202610-w06-europe"))
        try await olena("attend nova-202610-w06-europe ada_l bob_irc")
        #expect(
            try await olena("co-lead nova-202610-w06-europe ada_l")
                == "nova-202610-w06-europe: Olena Kovalenko led it together with Ada Okafor\n")
    }
}
