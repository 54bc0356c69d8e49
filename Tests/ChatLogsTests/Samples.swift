import ChatLogs
import CivilTime
import Testing

/// Logs as the programs write them, of one invented session.
enum Samples {
    /// MeetBot's `.log.txt`.
    static let meetBot = """
        16:00:12 <gibi> #startmeeting nova-mentoring
        16:00:13 <opendevmeet> Meeting started Tue Jan 12 16:00:12 2027 UTC.  The chair is gibi. Information about MeetBot at http://wiki.debian.org/MeetBot.
        16:00:13 <opendevmeet> Useful Commands: #action #agreed #help #info #idea #link #topic #startvote.
        16:00:40 <gibi> #link https://review.example.org/c/nova/+/900001
        16:01:02 <Ada_L> o/
        16:01:09 * bob[m] waves
        16:59:40 <ada_l> thanks!
        17:00:01 <gibi> #endmeeting

        """

    /// Limnoria's ChannelLogger.
    static let limnoria = """
        2027-01-12T15:58:30  *** ada <~ada@198.51.100.7> has joined #openstack-nova
        2027-01-12T16:00:12  <gibi> hello
        2027-01-12T16:00:50  *** ada is now known as ada_l
        2027-01-12T16:01:02  <ada_l> hi
        2027-01-12T16:01:09  * bob waves
        2027-01-12T16:30:00  *** carol <~c@198.51.100.9> has joined #openstack-nova
        2027-01-12T17:05:00  *** carol <~c@198.51.100.9> has quit IRC (Quit: bye)

        """

    /// WeeChat's logger.
    static let weeChat = """
        2027-01-12 16:58:01\t-->\tada (~ada@198.51.100.7) has joined #openstack-nova
        2027-01-12 16:58:01\t--\tTopic for #openstack-nova is "reviews"
        2027-01-12 17:00:12\t@gibi\thello
        2027-01-12 17:00:50\t--\tada is now known as ada_l
        2027-01-12 17:01:02\tada_l\thi
        2027-01-12 17:01:09\t *\tbob waves
        2027-01-12 17:30:00\t-->\tcarol [carol] (Carol C) (~c@198.51.100.9) has joined #openstack-nova
        2027-01-12 17:40:00\t--\tNotice(zuul): gate is red
        2027-01-12 18:05:00\t<--\tcarol (~c@198.51.100.9) has quit (Quit: bye)
        2027-01-12 18:05:10\t\tdisconnected

        """

    /// irssi's autolog.
    static let irssi = """
        --- Log opened Tue Jan 12 16:57:58 2027
        16:58 -!- ada [~ada@198.51.100.7] has joined #openstack-nova
        16:58 [Users #openstack-nova]
        16:58 [@gibi] [ ada] [ bob]
        17:00 <@gibi> hello
        17:00 -!- ada is now known as ada_l
        17:01 < ada_l> hi
        17:01  * bob waves
        17:30 -!- carol [~c@198.51.100.9] has joined #openstack-nova
        17:40 -zuul:#openstack-nova- gate is red
        18:05 -!- carol [~c@198.51.100.9] has quit [Quit: bye]
        --- Log closed Tue Jan 12 18:06:00 2027

        """

    /// The same conversation as three programs have it: the clock of WeeChat and irssi is one hour ahead.
    static let conversation: [(program: String, text: String, hour: Int)] = [
        ("Limnoria", limnoria, 16), ("WeeChat", weeChat, 17), ("irssi", irssi, 17),
    ]

    static func read(
        _ text: String, hours: LogHours? = nil, pieces: Int = .max,
        zone: @escaping (String) -> ZoneRules? = { _ in nil }
    ) throws -> ChatLog {
        try read(Array(text.utf8), hours: hours, pieces: pieces, zone: zone)
    }

    static func read(
        _ bytes: [UInt8], hours: LogHours? = nil, pieces: Int = .max,
        zone: @escaping (String) -> ZoneRules? = { _ in nil }
    ) throws -> ChatLog {
        var reader = ChatLogReader(hours: hours, zone: zone)
        var rest = bytes[...]
        while !rest.isEmpty {
            try reader.read(Array(rest.prefix(pieces)))
            rest = rest.dropFirst(pieces)
        }
        return try reader.finish()
    }

    /// Hours on a clock that is so many seconds ahead of UTC.
    static func hours(
        _ from: String, _ to: String, offset: Int64 = 0, names: Set<String> = []
    ) throws -> LogHours {
        let local = try #require(LocalDateTime(iso: from))..<(try #require(LocalDateTime(iso: to)))
        return LogHours(
            local: local,
            utc: local.lowerBound.adding(seconds: -offset)..<local.upperBound.adding(seconds: -offset), names: names)
    }
}

extension ChatLog {
    /// `gibi 1`, `ada=ada_l 1`.
    var summary: [String] {
        speakers.map { "\($0.nicknames.map(\.text).joined(separator: "=")) \($0.lines)" }
    }
}
