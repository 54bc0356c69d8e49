import CivilTime
public import Mentoring
import MentoringAPI
import TimeZoneCatalog

extension TrainingService {
    /// The session from which somebody came, if they could have a seat in it, or a place in its queue, by one click; nil for what
    /// they have already, and for what is over or not theirs to have.
    func seat(
        from origin: Origin, for person: Person?, joining fallback: Joining, at now: Instant,
        in transaction: any StoreReading
    ) throws -> SeatOffer? {
        guard let session = try origin.session.flatMap({ try transaction.session($0) })?.timed(by: zones),
            session.isUpcoming(at: now), session.mentor.id != person?.id,
            try transaction.archive(of: session.code.program) == nil
        else { return nil }
        if let person, try transaction.enrollment(of: person.id, in: session.id) != nil { return nil }
        let program = try transaction.requireProgram(of: session.code)
        let role = try person.flatMap { try transaction.role(of: $0.email, in: program.name) }
        guard try role != nil || mayJoin(person, program, joining: fallback, in: transaction) else { return nil }
        let zone = person?.zone ?? session.zone
        let start = try zones.rules(for: zone).local(at: session.start)
        let taken = try transaction.takenSeats(in: session.id).count
        return SeatOffer(
            session: session.code.description, title: program.title, start: session.start, localStart: start,
            zone: zone, isFull: taken >= session.capacity, joins: role == nil)
    }

    /// Takes the seat that waited for somebody, or a place in its queue; who takes no part in the program joins it by that.
    ///
    /// - Parameters:
    ///   - code: the session.
    ///   - principal: who takes it.
    ///   - orNothing: whether they were offered a seat, so that they have not said that they would wait.
    ///   - fallback: how people join programs whose file does not say it.
    /// - Throws: `Refusal` as joining and enrolling do; not-allowed where they have asked to join by it, and wait to be let in.
    public func takeOfferedSeat(
        in code: String, by principal: Principal, orNothing: Bool = false, joining fallback: Joining = .open
    ) async throws {
        let email = try Caller(email: principal.email, role: nil).person()
        let (now, service) = (clock.now(), acting(for: email))
        let isIn = try await store.write { transaction in
            let session = try transaction.requireSession(code, by: zones)
            let program = try transaction.requireProgram(of: session.code)
            return try transaction.writingDown(.about(session, Enroll.name, by: email, way: .web), at: now) {
                let person = try transaction.requirePerson(email)
                if try transaction.role(of: principal, about: .program(program.name)) == nil {
                    let joined = try service.letIn(person, to: program, joining: fallback, at: now, in: transaction)
                    guard joined.state == .joined else { return false }
                }
                _ = try service.place(person, in: session, orNothing: orNothing, at: now, transaction)
                try service.tell(person, of: session, at: now, in: transaction)
                return true
            }
        }
        guard isIn else {
            throw Refusal(
                .notAllowed, "you have asked to join; once you are let in, which a mail tells you, take the seat")
        }
    }

    /// Whether somebody would be let in at once.
    private func mayJoin(
        _ person: Person?, _ program: Program, joining fallback: Joining, in transaction: any StoreReading
    ) throws -> Bool {
        guard try transaction.pause(of: program.name) == nil else { return false }
        if let person {
            if try transaction.isBlocked(person.email, in: program.name) { return false }
            if try transaction.joinRequest(of: person.email, in: program.name)?.kind == .invited { return true }
        }
        return program.joining(else: fallback) == .open
    }
}
