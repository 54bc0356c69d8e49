import CivilTime
import Mentoring

extension TrainingService {
    /// Tells those who had said that a nickname is theirs what an organizer found.
    func tell(
        of lost: [LostNickname], toSomebody isGiven: Bool, in program: Program, at now: Instant,
        _ transaction: any StoreWriting
    ) throws {
        for lost in lost {
            try tell(
                .joining(
                    JoinLetter(
                        reader: lost.person.email, program: program,
                        occasion: .nicknameLost(lost, toSomebody: isGiven), date: now)),
                in: transaction)
        }
    }
}
