import CivilTime
import Mentoring
import MentoringAPI

extension SeasonWhy {
    /// Why a mentor offers no time for a turn: none published, or what hinders each.
    func absenceOfSlots(of mentor: Mentor, at turn: Turn) -> ObjectionView {
        let name = mentor.person.name
        let times = (plan.season.hindered[turn] ?? []).filter { $0.mentor == mentor.person.id }
            .sorted { $0.local < $1.local }
        guard let first = times.first else { return .of(name, .noSlot, "\(name) has no slot that week") }
        // Days off that some may not know are taken out of a sentence by its ground.
        let away = times.first { $0.hindrance.ground == .away }
        if Set(times.map(\.hindrance)).count == 1 {
            switch first.hindrance {
            case .away(let away):
                return .of(name, .away, "\(name) is away then: \(away.days.from) to \(away.days.to)")
            case .untold: return .of(name, .away, "\(name) is away then")
            default: break
            }
        }
        if let leftOut = Self.leftOut(times) { return .of(name, .noSlot, "\(name)’s \(leftOut)") }
        let seen = facts.seen(of: mentor.person.id)
        let clauses = times.prefix(3).map {
            "\($0.local.date) \($0.local.time) \($0.hindrance.clause(in: facts.program.name, seeing: seen))"
        }
        return .of(
            name, (away ?? first).hindrance.ground,
            "\(name)’s slot on \(clauses.joined(separator: ", that on "))\(times.count > 3 ? ", …" : "")")
    }

    /// `slot 9 leaves out 2027-02-24`, where some times are nothing but exceptions of their slots.
    private static func leftOut(_ times: [HinderedTime]) -> String? {
        let exceptions = times.compactMap { time -> (slot: Identifier<Slot>, day: LocalDate)? in
            guard case .leftOut(let slot) = time.hindrance else { return nil }
            return (slot, time.local.date)
        }
        guard exceptions.count == times.count else { return nil }
        return Dictionary(grouping: exceptions, by: \.slot).sorted { $0.key.rawValue < $1.key.rawValue }.map {
            "slot \($0.key) leaves out \($0.value.map { "\($0.day)" }.joined(separator: " and "))"
        }.joined(separator: ", ")
    }
}
