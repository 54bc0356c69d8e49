package import CivilTime
package import Mentoring
package import MentoringAPI
import Wording

extension DutyPlan {
    /// The plan for people, with what carrying it out changed and the weeks as they are stored by then.
    package func view(
        of turns: [DutyTurn], changes: [DutyPlanView.Change], announced: Int, at now: Instant,
        calling name: (Person) -> String = \.name
    ) -> DutyPlanView {
        DutyPlanView(
            duty: facts.duty.name, title: facts.duty.title,
            turns: turns.map { DutyTurnView($0, of: facts.duty, at: now, calling: name) },
            uncovered: uncovered, changes: changes, announced: announced, fairness: shares(name))
    }

    /// What is nobody's, and how the rest is shared.
    func reportView(calling name: (Person) -> String) -> SeasonReportView.DutyWeeks {
        .init(duty: facts.duty.name, title: facts.duty.title, uncovered: uncovered, fairness: shares(name))
    }

    private var uncovered: [DutyPlanView.Uncovered] {
        gaps.sorted { $0.key < $1.key }.map { .init(week: $0.key, reason: $0.value.text) }
    }

    private func shares(_ name: (Person) -> String) -> [DutyPlanView.Share] {
        facts.volunteers.map(\.person).sorted { ($0.name, $0.email) < ($1.name, $1.email) }.map { person in
            .init(
                volunteer: name(person), turns: people.values.count { $0.id == person.id }, carry: carry[person.id] ?? 0
            )
        }
    }
}
