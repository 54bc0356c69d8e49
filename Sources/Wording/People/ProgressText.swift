import CivilTime
import Mentoring
package import MentoringAPI

/// Progress on the path to core, for a terminal.
package enum ProgressText {
    /// Everybody's, a line each.
    package static func table(of trainees: [ProgressView]) -> String {
        guard let first = trainees.first else { return "no trainees yet" }
        var table = Table(
            [.init(title: "Trainee", isFlexible: true), .init(title: "Stage", isFlexible: true)] + counts
                + [.init(title: "To the next stage", wraps: true)])
        for trainee in trainees {
            let next = trainee.stages.first { $0.name == trainee.next }
            table.add(
                [
                    trainee.name, trainee.stage ?? "-", "\(trainee.sessions)", "\(trainee.discussed)",
                    "\(trainee.areas.count)", "\(trainee.coLed)",
                ] + [next?.missing ?? (trainee.stages.isEmpty ? "" : "all reached")])
        }
        return table.text() + (first.stages.isEmpty ? "\n" + advice(for: first.program) : "")
    }

    /// One trainee's: the stages, what is missing, and what would help.
    package static func one(_ progress: ProgressView) -> String {
        var parts = [Paragraph.of("\(progress.name) in \(progress.program): \(progress.standing)")]
        guard !progress.stages.isEmpty else { return parts[0] + "\n" + advice(for: progress.program) }
        parts.append(stages(of: progress))
        if let next = progress.stages.first(where: { $0.name == progress.next }), let missing = next.missing {
            parts.append(Paragraph.of("to \(next.name): \(missing)"))
        } else {
            parts.append(
                "every stage is reached; for a nomination: meridian evidence \(progress.program) \(ShellWord.quoted(OneLine.shown(progress.name)))"
            )
        }
        if !progress.helpful.isEmpty { parts.append("in the day, and would help:\n" + helpful(progress.helpful)) }
        return parts.joined(separator: "\n\n")
    }

    private static let counts = ["Sessions", "Reviews", "Areas", "Co-led"].map {
        Table.Column(title: $0, alignedRight: true)
    }

    private static func stages(of progress: ProgressView) -> String {
        var table = Table(
            [.init(title: "", name: "State"), .init(title: "Stage", isFlexible: true, isSubject: true)] + counts)
        for stage in progress.stages {
            let cells = Stage.Goal.allCases.map { goal in
                stage.goals.first { $0.goal == goal }.map {
                    Table.Cell("\($0.have)/\($0.wanted)", said: "\($0.have) of \($0.wanted)")
                } ?? Table.Cell("")
            }
            table.add(
                [
                    Table.Cell(stage.isReached ? "✓" : "·", said: stage.isReached ? "reached" : "not reached yet"),
                    Table.Cell(stage.name),
                ] + cells)
        }
        return table.text()
    }

    private static func helpful(_ sessions: [ProgressView.Helpful]) -> String {
        let zone = sessions[0].session.yours?.zone
        var table = Table([
            .init(title: "Session"), zone.map { Table.Column(place: $0.city) } ?? Table.Column(title: "Start"),
            .init(title: "Area", isFlexible: true),
            .init(title: "Counts for", wraps: true),
        ])
        for helpful in sessions {
            let session = helpful.session
            let when = session.yours.map { When.dayAndTime($0.localStart, $0.hours) } ?? session.start.rfc3339
            table.add([session.code, when, session.review?.area ?? "-", helpful.gains.inWords])
        }
        return table.text()
    }

    private static func advice(for program: String) -> String {
        """
        the program file of \(program) names no stages; put what yours are into it, and apply it:
          areas: [api, scheduler, db]
          stages:
            - { name: reader, sessions: 3 }
            - { name: reviewer, sessions: 8, discussed: 5, areas: 2 }
            - { name: candidate, sessions: 12, discussed: 8, areas: all, co-led: 2 }
        """
    }
}
