import CivilTime
import Mentoring
package import MentoringAPI
import Rotation
import TimeZoneCatalog

/// A season's report for an organizer's eyes.
package struct ReportText {
    private let report: SeasonReportView

    package init(_ report: SeasonReportView) { self.report = report }

    package var text: String {
        [
            Paragraph.of(
                "\(report.title): \(report.weeks.counted("week")) from \(When.dayAndYear(report.seasonStart)); what is to come is as planning now would have it"
            ),
            Emphasis.section("Coverage", indented(coverage) + gaps),
            Emphasis.section("Who leads", indented(mentors) + spread),
            Emphasis.section("Duties", duties),
            Emphasis.section("Whom the hours suit: the best session of each week", humane),
            Emphasis.section("Who attends", trainees), Emphasis.section("Clock changes", clockChanges),
            Emphasis.section("Out of the humane hours", surprises), Emphasis.section("Hanging on one mentor", fragile),
            proof,
        ].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private var titles: RegionTitles? { report.regionTitles }

    private func indented(_ table: Table) -> [String] { [table.text(indent: 2)] }
}

// MARK: - Coverage

extension ReportText {
    private var coverage: Table {
        var table = Table(
            [.init(title: "Region", isFlexible: true)]
                + ["Wanted", "Covered", "Uncovered", "Frozen", "Called off"].map {
                    .init(title: $0, alignedRight: true)
                })
        for coverage in report.coverage {
            table.add(
                [titles[coverage.region]]
                    + [coverage.wanted, coverage.covered, coverage.uncovered, coverage.frozen, coverage.calledOff].map {
                        "\($0)"
                    })
        }
        return table
    }

    /// The turns without a session, those of one region and reason together.
    private var gaps: [String] {
        let open = report.turns.filter { $0.state != .covered }
        return Dictionary(grouping: open) { [titles[$0.region], $0.reason ?? ""] }
            .sorted { ($0.value[0].week, $0.value[0].region) < ($1.value[0].week, $1.value[0].region) }.map {
                key, turns in
                let calledOff = turns[0].state == .calledOff ? "called off: " : ""
                return Paragraph.of(
                    "\(Paragraph.weeks(turns.map(\.week))), \(key[0]): \(calledOff)\(key[1])", indent: 2)
            }
    }
}

// MARK: - People

extension ReportText {
    private var mentors: Table {
        var table = Table(
            [.init(title: "Region"), .init(title: "Mentor", isFlexible: true, isSubject: true)]
                + ["Turns", "Fair", "Weight", "Carry", "Off hours", "Before"].map {
                    .init(title: $0, alignedRight: true)
                })
        for account in report.ledger.mentors {
            table.add([
                titles[account.region], account.mentor, "\(account.turns)", Paragraph.tenths(account.fairShare),
                "\(account.weight)", "\(account.carry)", Paragraph.tenths(account.unsocialHours),
                account.earlier.isEmpty ? "-" : account.earlier.map { "\($0.sessions)" }.joined(separator: "+"),
            ])
        }
        return table
    }

    private var spread: [String] {
        report.ledger.spread.map { spread in
            let (least, most) = (Paragraph.tenths(spread.least), Paragraph.tenths(spread.most))
            let range = least == most ? "all \(least)" : "\(least) to \(most)"
            return Paragraph.of("\(titles[spread.region]), turns and carry per weight: \(range)", indent: 2)
        }
            + (report.ledger.mentors.isEmpty
                ? [Paragraph.of("nobody", indent: 2)]
                : [
                    [FieldWord.turn, .weight, .fairShare, .carry, .offHours].legend(indent: 2),
                    Paragraph.of("before: turns of earlier seasons", indent: 2),
                ])
    }

    private var duties: [String] {
        report.duties.flatMap { duty in
            let shares = [duty.title, duty.fairness.inWords].filter { !$0.isEmpty }.joined(separator: ", ")
            return ([shares] + duty.uncovered.inWords).map { Paragraph.of($0, indent: 2) }
        }
    }

    private var humane: [String] {
        guard !report.humane.isEmpty else { return [Paragraph.of("nobody is enrolled in the program yet", indent: 2)] }
        var table = Table(
            [.init(title: "Of those in", isFlexible: true)]
                + ["People", "In their day", "At its edge", "At night", "None"].map {
                    .init(title: $0, alignedRight: true)
                })
        for share in report.humane {
            let weeks = share.weeks
            table.add(
                [share.zone.map { "  \($0.name)" } ?? titles[share.region], "\(share.people)"]
                    + [weeks.humane, weeks.edge, weeks.night, weeks.none].map { percent($0, of: weeks.total) })
        }
        return indented(table) + [
            [FieldWord.edge, .night].legend(indent: 2), Paragraph.of("none: there is no session that week", indent: 2),
        ]
    }

    private func percent(_ part: Int, of total: Int) -> String { Percent.of(part, total).map { "\($0) %" } ?? "-" }

    private var trainees: [String] {
        guard !report.ledger.trainees.isEmpty else { return [] }
        var table = Table(
            [
                .init(title: "Region"), .init(title: "Trainee", isFlexible: true, isSubject: true),
                .init(title: "Zone", isFlexible: true, keepsEnd: true),
            ]
                + ["Seats", "Came", "Off hours", "Before"].map { .init(title: $0, alignedRight: true) })
        for account in report.ledger.trainees {
            table.add([
                titles[account.region], account.trainee, account.zone.name, "\(account.seats)", "\(account.attended)",
                Paragraph.tenths(account.unsocialHours),
                account.earlier.isEmpty ? "-" : account.earlier.map { "\($0.sessions)" }.joined(separator: "+"),
            ])
        }
        return indented(table)
    }
}

// MARK: - What may surprise

extension ReportText {
    private var clockChanges: [String] {
        report.clockChanges.map { Paragraph.of($0.inWords, indent: 2) }
    }

    private var surprises: [String] {
        report.surprises.flatMap { shift in
            shift.departures.map { step in
                let local = When.time(step.localStart, besides: step.agreedStart.date, step.hours)
                return Paragraph.of(
                    "\(shift.agreed) \(shift.agreedZone.city), \(shift.mentor) is at \(local) for \(shift.person) from week \(step.week)",
                    indent: 2)
            }
        }
    }

    private var fragile: [String] {
        report.fragile.map { Paragraph.of($0.inWords(calling: titles), indent: 2) }
    }

    /// How far the plan is known to be the best.
    private var proof: String {
        let open = Level.fresh.filter { level in
            report.proof[level.rawValue].map { $0.value != $0.bound } ?? false
        }
        return [
            Paragraph.of(
                open.isEmpty
                    ? "the plan is proved to be the best there is, on every level"
                    : "the plan is not proved to be the best in \(open.map(\.words).joined(separator: "; "))"),
            Paragraph.of(
                "levels, each weighed before those after it (but changes come second once people know a plan): \(Level.fresh.map(\.words).joined(separator: "; "))",
                indent: 2),
        ].joined(separator: "\n")
    }
}
