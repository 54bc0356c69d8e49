import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension AnswerQuestions: HandledRequest {
    /// Hands in somebody's answers to the questions of a session that they could not come to.
    ///
    /// They count once the session's mentor has signed them off; until then, handing in again replaces them.
    ///
    /// - Returns: the answers, and until when they can be replaced.
    /// - Throws: `BadInput` for a text that is none; `Refusal` not-found for an unknown person or session; not-allowed for who
    ///   takes no part in its program; conflict before it is over, later than 14 days after, when it was not held, for who was
    ///   there or led it, and once they are signed off.
    public func carryOut(for client: Client) async throws -> AnswersView {
        let service = client.service
        let code = session
        let email = try client.caller.person()
        let now = service.clock.now()
        let text = try WrittenAnswers.validated(Array(text.utf8))
        return try await service.store.write { transaction in
            let session = try transaction.requireSession(code, by: service.zones)
            let person = try transaction.requireParticipant(email, of: transaction.requireProgram(of: session.code))
            try service.refuseUnlessAnswerable(session, at: now)
            guard session.mentor.id != person.id else {
                throw Refusal(.conflict, "you led \(session.code); its questions are for the others")
            }
            let seen = try transaction.attendance(in: session.id).first { $0.person.id == person.id }
            guard seen?.kind != .present else {
                throw Refusal(.conflict, "you were in \(session.code), so there is nothing to make up for")
            }
            let earlier = try transaction.answers(to: session.id).first { $0.person.id == person.id }
            guard earlier?.signedOff == nil else {
                throw Refusal(.conflict, "your answers to \(session.code) are signed off; they stay as they are")
            }
            let answers = WrittenAnswers(session: session.id, person: person, text: text, written: now)
            try transaction.save(answers)
            return AnswersView(answers, to: session, zone: person.zone)
        }
    }
}

extension SignOffAnswers: HandledRequest {
    /// Finds that somebody's written answers count: they attended the session asynchronously, and did not miss it.
    ///
    /// They are told once by mail. Signing off again answers the same and changes nothing.
    ///
    /// - Returns: the answers as they are now.
    /// - Throws: `Refusal` not-found for an unknown person or session, and for who has not answered; not-allowed for
    ///   others, and for one's own; conflict for who was there.
    public func carryOut(for client: Client) async throws -> AnswersView {
        let service = client.service
        let email = try person.address
        let code = session
        let caller = client.caller
        let now = service.clock.now()
        return try await service.store.write { transaction in
            let session = try transaction.requireSession(code, by: service.zones)
            try caller.require(owner: session.mentor.email)
            let program = try transaction.requireProgram(of: session.code)
            let person = try transaction.requirePerson(email, in: program)
            guard person.email != caller.email else {
                throw Refusal(.notAllowed, "somebody else signs off your own answers")
            }
            guard var answers = try transaction.answers(to: session.id).first(where: { $0.person.id == person.id })
            else {
                throw Refusal(
                    .notFound,
                    "\(person.name) has not answered the questions of \(session.code); see who has: meridian attend \(session.code) --show"
                )
            }
            let seen = try transaction.attendance(in: session.id).first { $0.person.id == person.id }
            guard seen?.kind != .present else {
                throw Refusal(.conflict, "\(person.name) was in \(session.code), so there is nothing to sign off")
            }
            guard answers.signedOff == nil else { return AnswersView(answers, to: session) }
            answers.signedOff = now
            try transaction.save(answers)
            try transaction.save(
                Attendance(session: session.id, person: person, kind: .asynchronous, evidence: .answers))
            try service.tell(
                .letter(
                    Letter(
                        reader: person, role: .trainee, session: session, program: program,
                        subject: .answersSignedOff, date: now,
                        token: transaction.invitation(to: person.id, for: session.id)?.token)), in: transaction)
            return AnswersView(answers, to: session)
        }
    }
}

extension TrainingService {
    func refuseUnlessAnswerable(_ session: Session, at now: Instant) throws {
        guard session.status != .cancelled, session.status != .tentative else {
            throw Refusal(.conflict, "\(session.code) is \(session.status.rawValue); it has no questions to answer")
        }
        guard now >= session.end else {
            throw Refusal(.conflict, "\(session.code) is not over; answer its questions once its log is there")
        }
        guard now < WrittenAnswers.deadline(for: session) else {
            throw Refusal(
                .conflict,
                "answers to \(session.code) were taken for \(WrittenAnswers.days) days after it; that time is over")
        }
    }
}

extension StoreReading {
    /// The written answers to a session that wait to be signed off, oldest first: not those of who was there after all.
    func openAnswers(to session: Identifier<Session>) throws -> [WrittenAnswers] {
        let open = try answers(to: session).filter { $0.signedOff == nil }
        guard !open.isEmpty else { return [] }
        let present = Set(try attendance(in: session).filter { $0.kind == .present }.map(\.person.id))
        return open.filter { !present.contains($0.person.id) }
    }
}
