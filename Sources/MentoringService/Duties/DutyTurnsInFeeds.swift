import Mentoring
import MentoringAPI

extension StoreReading {
    /// The weeks of a program's duties in every season, by season, week, duty.
    func dutyTurnsForFeed(of program: Program) throws -> [DutyTurnInFeed] {
        try inFeed(dutyTurns(of: program.name), programs: [program], isOwn: false)
    }

    /// A person's weeks of duties, by program, then Monday.
    func dutyTurnsForFeed(of person: Person) throws -> [DutyTurnInFeed] {
        let turns = try dutyTurns(of: person.id)
        let programs = try Set(turns.map(\.code.program)).sorted().compactMap { try program($0) }
        return try inFeed(turns, programs: programs, isOwn: true)
    }

    private func inFeed(_ turns: [DutyTurn], programs: [Program], isOwn: Bool) throws -> [DutyTurnInFeed] {
        guard !turns.isEmpty else { return [] }
        return try programs.flatMap { program in
            let duties = try duties(of: program.name)
            return turns.filter { $0.code.program == program.name }.compactMap { turn in
                duties.first { $0.name == turn.code.duty }.map {
                    DutyTurnInFeed(turn, of: $0, in: program, isOwn: isOwn)
                }
            }
        }
    }
}
