import Mentoring
package import MentoringAPI

/// What a plan changes, and nothing of what it leaves: the parts of a plan's JSON that say so, by the same names.
package struct PlanChanges: Encodable {
    /// What changes of a duty's weeks.
    package struct Duty: Encodable {
        let duty: String
        let changes: [DutyPlanView.Change]
        let announced: Int
    }

    package let program: String
    package let published: Bool
    package let changes: [PlanView.Change]
    package let announced: Int
    package let promotions: [PlanView.Promotion]
    package let promotedElsewhere: Int
    package let lost: [SessionEffectsView.LostPlace]
    package let lostElsewhere: Int
    let passedBy: [PlanView.Promotion]
    package let told: Int
    let toldNames: [String]
    package let timeZones: TimeZoneAdoption?
    package let duties: [Duty]
    let consequences: ConsequencesView?

    package init(_ plan: PlanView) {
        program = plan.program
        published = plan.published
        changes = plan.changes
        announced = plan.announced
        promotions = plan.promotions
        promotedElsewhere = plan.promotedElsewhere
        lost = plan.lost
        lostElsewhere = plan.lostElsewhere
        passedBy = plan.passedBy
        told = plan.told
        toldNames = plan.toldNames
        timeZones = plan.timeZones
        duties = plan.duties.filter(\.isChange).map {
            Duty(duty: $0.duty, changes: $0.changes, announced: $0.announced)
        }
        consequences = plan.consequences
    }
}

extension PlanView {
    /// Whether anything becomes another than it is, or anybody hears of anything.
    package var isChange: Bool {
        !changes.isEmpty || announced > 0 || told > 0 || !promotions.isEmpty || promotedElsewhere > 0
            || duties.contains(where: \.isChange) || !(timeZones?.moves.isEmpty ?? true)
    }
}

extension DutyPlanView {
    /// Whether a week becomes another than it is.
    package var isChange: Bool { !changes.isEmpty || announced > 0 }
}
