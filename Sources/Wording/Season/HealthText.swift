import ChatLogs
package import CivilTime
import Mentoring
package import MentoringAPI
import TimeZoneCatalog

/// A program's health for a terminal.
package struct HealthText {
    private let health: HealthView
    private let clock: ZoneRules

    /// What is told of moments is told on the clock.
    package init(_ health: HealthView, clock: ZoneRules) { (self.health, self.clock) = (health, clock) }

    package var text: String {
        ([
            Paragraph.of(
                "\(health.program), \(health.weeks.counted("week")) from \(When.dayAndYear(health.seasonStart))"),
            attendance,
            visitors, nicknames,
            Emphasis.section("Withering", withering, orElse: "no region withers"),
            Emphasis.section("Waiting", queues + signOffs, orElse: "nobody waits"),
            Emphasis.section("Mentors with too much", strains, orElse: "no mentor carries too much"),
            gaps, mails,
        ] as [String?]).compactMap(\.self).joined(separator: "\n\n")
    }

    private var attendance: String {
        var table = Table([
            .init(title: "Region"), .init(title: "People", alignedRight: true),
            .init(title: "Came", alignedRight: true, saying: { "\($0) came" }),
            .init(title: "Seats", alignedRight: true, saying: { "to \($0) seats" }),
            .init(title: "%", alignedRight: true, saying: { "which is \($0) percent" }),
            .init(title: "Last 3", alignedRight: true, saying: { "\($0) in the last three sessions" }),
            .init(title: "By week, 1 to \(health.weeks)", isFlexible: true, name: "By week", saying: { $0 }),
        ])
        for region in health.regions {
            let (sum, recent) = (region.sum, region.recent)
            let counts = [
                health.regionTitles[region.region], "\(region.people)", "\(sum.came)", "\(sum.seats)",
                sum.percent.map(String.init) ?? "",
            ]
            table.add(
                counts.map { Table.Cell($0) } + [
                    Table.Cell("\(recent.came)/\(recent.seats)", said: "\(recent.came) of \(recent.seats)"),
                    Table.Cell(sparkline(of: region.meetings), said: Self.inWords(region.meetings)),
                ])
        }
        table.legend = ["▁ few to █ all seats came,", "_ nobody,", "· not recorded,", "blank no session"]
        return table.text()
    }

    /// The same in words.
    private static func inWords(_ meetings: [HealthView.Meeting]) -> String {
        meetings.map { meeting in
            let came = meeting.came.map { "\($0) of \(meeting.seats)" } ?? "not recorded"
            return "week \(meeting.week): \(came)"
        }.joined(separator: ", ")
    }

    /// One sign a week: how many of the seats came.
    private func sparkline(of meetings: [HealthView.Meeting]) -> String {
        let signs = Array("▁▂▃▄▅▆▇█")
        let byWeek = Dictionary(meetings.map { ($0.week, $0) }) { first, _ in first }
        return (1...max(1, meetings.last?.week ?? 1)).map { week in
            guard let meeting = byWeek[week] else { return " " }
            guard let came = meeting.came else { return "·" }
            return came == 0 ? "_" : String(signs[min(7, (8 * came - 1) / max(1, meeting.seats))])
        }.joined()
    }

    /// Those who spoke and are nobody's; nil when there is none.
    private var visitors: String? {
        let lines = health.regions.compactMap { region -> String? in
            let visited = region.meetings.filter { $0.visitors > 0 }
            guard let last = visited.last else { return nil }
            let sum = visited.map(\.visitors).reduce(0, +)
            return Paragraph.of(
                "\(health.regionTitles[region.region]): \(sum) in \(visited.count.counted("session")), last in week \(last.week)",
                indent: 2)
        }
        guard !lines.isEmpty else { return nil }
        let title = Paragraph.of(
            "Visitors, who spoke and are nobody's until they join, add their nickname, and an organizer confirms it")
        return ([title] + lines).joined(separator: "\n")
    }

    /// Who says that a nickname is theirs, and how an organizer confirms it; nil when nobody does.
    private var nicknames: String? {
        guard let claims = health.nicknames, !claims.isEmpty else { return nil }
        let lines = claims.map { claim in
            Paragraph.of(
                "\(claim.nickname.text): \(OneLine.shown(claim.name))"
                    + (claim.waiting.map { ", of \($0.joined(separator: ", "))" } ?? ""), indent: 2)
        }
        let title = Paragraph.of(
            "Nicknames that wait until an organizer says whose they are (meridian nick add \(health.program) NICK --person WHO)"
        )
        return ([title] + lines).joined(separator: "\n")
    }

    /// What was not recorded, or not announced, in whichever season; nil when nothing is missing.
    private var gaps: String? {
        let lines = (health.unrecorded ?? []).map(\.inWords) + (health.missed ?? []).map(\.inWords)
        guard !lines.isEmpty else { return nil }
        return (["Missing, over all seasons"] + lines.map { Paragraph.of($0, indent: 2) }).joined(separator: "\n")
    }

    /// What people wrote in words; nil when nobody did.
    private var mails: String? {
        guard health.mails.season > 0 || health.mails.week > 0 else { return nil }
        return Paragraph.of(
            "Mails in words: \(health.mails.week) in the last 7 days, \(health.mails.season) this season (kept for 180 days)"
                + (health.mails.readers > 0
                    ? ""
                    : "; nobody organizes \(health.program), so they are sent to nobody: meridian mail list \(health.program)")
        )
    }

    private var withering: [String] {
        health.regions.filter { !$0.withers.isEmpty }.flatMap { region in
            [Paragraph.of("\(health.regionTitles[region.region]): \(region.trend)", indent: 2)]
                + region.remedies.map {
                    Paragraph.of($0.words(for: region.people, calling: health.regionTitles), indent: 4)
                }
        } + (health.regions.allSatisfy(\.withers.isEmpty) ? [] : [[FieldWord.withering].legend(indent: 2)])
    }

    private var queues: [String] {
        let byRegion = Dictionary(grouping: health.queues, by: \.region).mapValues { $0.map(\.waiting).reduce(0, +) }
        let total = byRegion.sorted { $0.key < $1.key }.map { "\(health.regionTitles[$0.key]) \($0.value)" }
        return (total.isEmpty ? [] : [Paragraph.of("by region: \(total.joined(separator: ", "))", indent: 2)])
            + health.queues.map { queue in
                let names = queue.names.map { ": \($0.joined(separator: ", "))" } ?? ""
                return Paragraph.of(
                    "\(queue.session): \(queue.waiting) for \(queue.seats.counted("seat"))\(names)", indent: 2)
            }
    }

    private var signOffs: [String] {
        health.signOffs.map {
            Paragraph.of(
                "\($0.session): \($0.waiting) to be signed off by \($0.mentor), the oldest from \(When.dayAndTime(clock.local(at: $0.since))) \(clock.id)",
                indent: 2)
        }
    }

    private var strains: [String] {
        health.mentors.filter { !$0.strains.isEmpty }.flatMap { load in
            [Paragraph.of("\(load.mentor), \(health.regionTitles[load.region]): \(load.words)", indent: 2)]
                + (load.beyondTerms ?? []).map { Paragraph.of($0, indent: 4) }
        } + (health.mentors.allSatisfy(\.strains.isEmpty) ? [] : [[FieldWord.turn, .weight].legend(indent: 2)])
    }

}

extension HealthView.Sum {
    /// The share of seats that came, in whole percent; nil without seats.
    fileprivate var percent: Int? { Percent.of(came, seats) }

    fileprivate var words: String { "\(came) of \(seats.counted("seat")) (\(percent ?? 0) %)" }
}

extension HealthView.RegionHealth {
    /// What shows that it withers.
    fileprivate var trend: String {
        let lately = ((seasonBefore ?? []) + meetings).compactMap(\.came).suffix(recent.meetings)
        let old = recent.meetings - sum.meetings
        let whence = old > 0 ? ", \(old == recent.meetings ? "all" : "\(old) of them") in the season before" : ""
        let before = earlier.meetings == 0 ? "" : "; in the \(earlier.meetings) before, \(earlier.words)"
        return
            "\(lately.map(String.init).joined(separator: ", ")) came to the last three sessions\(whence), \(recent.words)\(before)"
    }
}

extension HealthView.Remedy {
    /// What could be done for a region with so many people.
    fileprivate func words(for people: Int, calling titles: RegionTitles?) -> String {
        let share =
            "\(inDay ?? 0) of its \(people == 1 ? "1 person" : "\(people) people") \(inDay == 1 ? "has" : "have")"
        let now = inDayNow.map { "; its own next session, \($0)" } ?? ""
        switch kind {
        case .merge:
            return
                "join it to \(region.map { titles[$0] } ?? "") for a trial: \(share) \(hour) in their day\(now); \((freeSeats ?? 0).counted("seat")) \(freeSeats == 1 ? "is" : "are") free there"
        case .move:
            let slot = slot.map { "slot \($0) of \(mentor ?? "")" } ?? "which \(mentor ?? "") would have to publish"
            return "move the hour to \(hour), \(slot): \(share) it in their day\(now)"
        case .mentor:
            return
                "let \(mentor ?? "") lead: \((turns ?? 0).counted("turn")) this season, \(Paragraph.tenths(fairShare ?? 0)) by weight alone, and none of the last three"
        }
    }

    /// `Wed 17:00 Berlin`.
    private var hour: String {
        localStart.map { "\($0.date.weekday.shortName) \($0.time) \(zone?.city ?? "")" } ?? ""
    }
}

extension HealthView.Load {
    fileprivate var words: String {
        let mark = Layout.current.isInWords ? " (too much)" : " !"
        return [
            "\(turns.counted("turn")), \(Paragraph.tenths(fairShare)) by weight alone\(strains.contains(.turns) ? mark : "")",
            "\(inARow.counted("week")) in a row\(strains.contains(.inARow) ? mark : "")",
            "\(Paragraph.tenths(unsocialHours)) of \(Paragraph.tenths(hours)) hours outside the day\(strains.contains(.unsocial) ? mark : "")",
            "\(offered) offered to others\(strains.contains(.offered) ? mark : "")",
        ].joined(separator: "; ")
    }
}
