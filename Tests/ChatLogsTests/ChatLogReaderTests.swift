import ChatLogs
import CivilTime
import Testing

@Suite("who spoke, by a log")
struct ChatLogReaderTests {
    @Test("MeetBot's text log names who spoke, whatever the case, from when to when")
    func meetBot() throws {
        let log = try Samples.read(Samples.meetBot)
        #expect(log.summary == ["gibi 3", "opendevmeet 2", "Ada_L 2", "bob[m] 1"])
        #expect(log.onlookers.isEmpty)
        let ada = log.speakers[2]
        #expect((ada.first.description, ada.last.description) == ("16:01:02", "16:59:40"))
    }

    @Test("the same conversation is read from every program's log", arguments: Samples.conversation)
    func programs(program: String, text: String, hour: Int) throws {
        let log = try Samples.read(text)
        #expect(log.summary == ["ada=ada_l 1", "gibi 1", "bob 1"])
        #expect(log.onlookers.map(\.text) == ["carol"])
        #expect(log.speakers[1].first.date?.description == "2027-01-12")
        #expect(log.speakers[1].first.time.hour == hour)
    }

    @Test("a log is the same in pieces of any length", arguments: [1, 2, 7, 64])
    func pieces(length: Int) throws {
        for text in [Samples.meetBot] + Samples.conversation.map(\.text) {
            #expect(try Samples.read(text, pieces: length) == Samples.read(text))
        }
    }

    @Test("a file may end its lines with CRLF, and begin with a byte order mark")
    func lineEnds() throws {
        for text in [Samples.meetBot] + Samples.conversation.map(\.text) {
            #expect(try Samples.read("\u{FEFF}" + text.replacing("\n", with: "\r\n")) == Samples.read(text))
        }
    }

    @Test(
        "a file may end its lines with CR, as old Macs did, or as a program doubled it", arguments: ["\r", "\r\r\n"],
        [1, 3, Int.max])
    func otherLineEnds(end: String, pieces: Int) throws {
        for text in [Samples.meetBot] + Samples.conversation.map(\.text) {
            #expect(try Samples.read(text.replacing("\n", with: end), pieces: pieces) == Samples.read(text))
        }
        let strange = "17:00 <ada> a\n\n17:01 all quiet\n17:02 <bob> b"
        let unread = try Samples.read(strange.replacing("\n", with: end), pieces: pieces).unread
        #expect(unread?.first == 3)
    }

    @Test("of a log of many days only the hours of interest count; a day changes where irssi says so")
    func hours() throws {
        let text =
            Samples.irssi + """
                --- Log opened Mon Jan 18 23:50:00 2027
                23:59 <early> hi
                --- Day changed Tue Jan 19 2027
                17:00 <next> hi
                19:00 <late> hi

                """
        #expect(
            try Samples.read(text, hours: Samples.hours("2027-01-12T16:45", "2027-01-12T18:30")).summary == [
                "ada=ada_l 1", "gibi 1", "bob 1",
            ])
        #expect(
            try Samples.read(text, hours: Samples.hours("2027-01-19T17:00", "2027-01-19T18:00")).summary == ["next 1"])
        #expect(
            try Samples.read(text, hours: Samples.hours("2027-01-18T00:00", "2027-01-19T00:00")).summary == ["early 1"])
    }

    @Test("a log without days is all of interest")
    func undated() throws {
        #expect(
            try Samples.read(Samples.meetBot, hours: Samples.hours("2030-01-01T00:00", "2030-01-01T01:00")).speakers
                .count == 4)
    }

    @Test("none of the hours of interest is said with the hours that there are")
    func otherHours() throws {
        let error = #expect(throws: NotAChatLog.self) {
            try Samples.read(Samples.weeChat, hours: Samples.hours("2027-01-19T17:00", "2027-01-19T18:00"))
        }
        #expect(
            error?.description
                == "nobody speaks between 2027-01-19T17:00:00 and 2027-01-19T18:00:00 by the clock of the log, whose lines are from 2027-01-12T16:58:01 to 2027-01-12T18:05:10; is it the log of another session, or of another time zone?"
        )
    }

    @Test("somebody who loses their connection and takes their nickname back is one")
    func ghost() throws {
        let log = try Samples.read(
            """
            17:00 <ada> one
            17:01 -!- ada_ [~a@h] has joined #x
            17:02 <ada_> two
            17:03 -!- ada [~a@h] has quit [Ping timeout]
            17:04 -!- ada_ is now known as ada
            17:05 <ada> three
            """)
        #expect(log.summary == ["ada=ada_ 3"])
        #expect(log.speakers.first?.last.description == "17:05")
    }

    @Test("nobody changes another's nickname by saying so")
    func forgery() throws {
        let log = try Samples.read(
            """
            17:00 <ada> eve is now known as ada
            17:00  * eve is now known as ada
            17:01 <eve> -!- bob [x@y] has joined #x
            17:02 * -!- eve is now known as ada
            17:03 -!- carl [c@d] has quit [Quit: bye]
            """)
        // Behind a star it says nothing of who eve is, since this log has another mark for announcements; nor does it count as
        // something that eve said, since in no log can that be told for sure.
        #expect(log.summary == ["ada 1", "eve 1", "-!- 1"])
        #expect(log.onlookers.isEmpty)
    }
}
