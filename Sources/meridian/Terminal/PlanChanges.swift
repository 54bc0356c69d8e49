import Mentoring
import MentoringAPI

/// What a plan changes, and nothing of what it leaves: the parts of a plan's JSON that say so, by the same names.
struct PlanChanges: Encodable {
    /// What changes of a duty's weeks.
    struct Duty: Encodable {
        let duty: String
        let changes: [DutyPlanView.Change]
        let announced: Int
    }

    let program: String
    let published: Bool
    let changes: [PlanView.Change]
    let announced: Int
    let promotions: [PlanView.Promotion]
    let promotedElsewhere: Int
    let lost: [SessionEffectsView.LostPlace]
    let lostElsewhere: Int
    let passedBy: [PlanView.Promotion]
    let told: Int
    let toldNames: [String]
    let timeZones: TimeZoneAdoption?
    let duties: [Duty]
    let consequences: ConsequencesView?

    init(_ plan: PlanView) {
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
    var isChange: Bool {
        !changes.isEmpty || announced > 0 || told > 0 || !promotions.isEmpty || promotedElsewhere > 0
            || duties.contains(where: \.isChange) || !(timeZones?.moves.isEmpty ?? true)
    }
}

extension DutyPlanView {
    /// Whether a week becomes another than it is.
    var isChange: Bool { !changes.isEmpty || announced > 0 }
}
