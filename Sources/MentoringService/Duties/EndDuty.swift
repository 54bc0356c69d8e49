import CivilTime
import Mentoring

extension TrainingService {
    /// Ends a duty: its volunteers and weeks go with it, and whoever has been given a week is told.
    func end(_ duty: Duty, of program: Program, at now: Instant, in transaction: any StoreWriting) throws {
        for known in try transaction.dutyTurns(of: duty.name, inEverySeasonOf: program.name)
        where known.isUpcoming(at: now) {
            var turn = known
            turn.status = .cancelled
            turn.cancellation = "\(program.title) has no such duty any more"
            try store(&turn, after: known, of: duty, at: now, in: transaction)
        }
        try transaction.removeDuty(duty.name, from: program.name)
    }
}
