import CivilTime
import Mentoring
import Wording

extension TrainingService {
    /// Ends a duty: its volunteers and weeks go with it, and whoever has been given a week is told, or asked to take one.
    /// - Returns: the weeks of which somebody is told, each with whom.
    func end(
        _ duty: Duty, of program: Program, at now: Instant, in transaction: any StoreWriting
    ) throws -> [(turn: DutyCode, told: [Person])] {
        var ended: [(turn: DutyCode, told: [Person])] = []
        for known in try transaction.dutyTurns(of: duty.name, inEverySeasonOf: program.name)
        where known.isUpcoming(at: now) {
            var turn = known
            turn.status = .cancelled
            turn.offer = nil
            turn.cancellation = CancellationReason.noSuchDuty(in: program.title).text
            let told = try store(&turn, after: known, of: duty, at: now, in: transaction)
            if !told.isEmpty { ended.append((turn.code, told)) }
        }
        try transaction.removeDuty(duty.name, from: program.name)
        return ended
    }
}
