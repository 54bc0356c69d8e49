import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog

extension TrainingService {
    /// The sessions whose mentors are to be told now that written answers wait for them, by number, and how many do.
    ///
    /// Answers are told of once, in the mentor's waking hours, and those of one session in one mail a day.
    func dueAnswers(at now: Instant, in transaction: any StoreReading) throws -> [(session: Session, waiting: Int)] {
        let archived = try transaction.archivedPrograms()
        return try transaction.sessionsWithUntoldAnswers().map { $0.timed(by: zones) }.compactMap { session in
            if archived.contains(session.code.program) { return nil }
            let rules = try zones.rules(for: session.mentor.zone)
            guard WakingHours(in: rules).first(notBefore: now) == now else { return nil }
            let told = try transaction.answers(to: session.id).map { try transaction.lastTold(.answersWait($0)) }
            let toldToday = told.contains { $0.map { rules.local(at: $0).date == rules.local(at: now).date } ?? false }
            let open = try transaction.openAnswers(to: session.id)
            let isNews = try open.contains { try transaction.lastTold(.answersWait($0)) == nil }
            return isNews && !toldToday ? (session, open.count) : nil
        }
    }

    /// Tells the mentors for whom written answers wait.
    func tellOfAnswers(at now: Instant, in transaction: any StoreWriting, _ report: inout DueReport) throws {
        for (session, waiting) in try dueAnswers(at: now, in: transaction) {
            let letter = try Letter(
                reader: session.mentor, role: .mentor, session: session,
                program: transaction.requireProgram(of: session.code), subject: .answersWait(waiting), date: now,
                token: transaction.invitation(to: session.mentor.id, for: session.id)?.token)
            let told = try transaction.openAnswers(to: session.id).map(Told.answersWait)
            try tell(.letter(letter), once: told, at: now, in: transaction)
            report.reminders += 1
        }
    }
}
