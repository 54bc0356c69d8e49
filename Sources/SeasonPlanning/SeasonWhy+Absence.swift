import CivilTime
import Mentoring
import MentoringAPI
import Wording

extension SeasonWhy {
    /// Why a mentor offers no time for a turn: none published, or what hinders each.
    func absenceOfSlots(of mentor: Mentor, at turn: Turn) -> ObjectionView {
        let name = mentor.person.name
        let times = (plan.season.hindered[turn] ?? []).filter { $0.mentor == mentor.person.id }
            .sorted { $0.local < $1.local }
        guard let first = times.first else { return .of(name, .noSlot, .noSlot) }
        // Days off that some may not know are taken out of a sentence by its ground.
        let away = times.first { $0.hindrance.ground == .away }
        if Set(times.map(\.hindrance)).count == 1 {
            switch first.hindrance {
            case .away(let away): return .of(name, .away, .away(away.days))
            case .untold: return .of(name, .away, .away(nil))
            default: break
            }
        }
        if let leftOut = Self.leftOut(times) { return .of(name, .noSlot, .leftOut(leftOut)) }
        return .of(
            name, (away ?? first).hindrance.ground,
            .hindered(
                times.map { .init($0.local, $0.hindrance) }, in: facts.program.name,
                seeing: facts.seen(of: mentor.person.id)))
    }

    /// The days that slots leave out, where some times are nothing but exceptions of their slots.
    private static func leftOut(_ times: [HinderedTime]) -> [ObjectionReason.LeftOutDays]? {
        let exceptions = times.compactMap { time -> (slot: Identifier<Slot>, day: LocalDate)? in
            guard case .leftOut(let slot) = time.hindrance else { return nil }
            return (slot, time.local.date)
        }
        guard exceptions.count == times.count else { return nil }
        return Dictionary(grouping: exceptions, by: \.slot).sorted { $0.key.rawValue < $1.key.rawValue }
            .map { .init($0.key, $0.value.map(\.day)) }
    }
}
