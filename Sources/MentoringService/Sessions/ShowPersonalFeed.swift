import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension TrainingService {
    /// The sessions that the owner of a secret feed address leads, attends or waits for.
    /// - Parameter secret: the secret part of the address.
    /// - Returns: whose it is, and the sessions.
    /// - Throws: `Refusal` not-found for an address that is nobody's, or not any more.
    public func personalFeed(at secret: String) async throws -> PersonalFeed {
        let (now, digest) = (clock.now(), secrets.digest(of: secret))
        return try await store.read { transaction in
            guard let person = try transaction.person(feedAddress: digest) else {
                throw Refusal(.notFound, "there is no calendar at this address, or not any more")
            }
            return try feed(of: person, at: now, transaction)
        }
    }

    /// The sessions that somebody leads, attends or waits for.
    func feed(of person: Person, at now: Instant, _ transaction: any StoreReading) throws -> PersonalFeed {
        let enrollments = Dictionary(
            uniqueKeysWithValues: try transaction.enrollments(of: person.id).map { ($0.session, $0) })
        let sessions = try transaction.sessions(of: person.id, starting: .distantPast..<(.distantFuture))
            .map { $0.timed(by: zones) }.sorted { ($0.start, $0.code) < ($1.start, $1.code) }
        let names = Set(sessions.map(\.code.program))
        let programs = Dictionary(
            uniqueKeysWithValues: try names.compactMap { try transaction.program($0) }.map { ($0.name, $0) })
        let told = try transaction.lastTold(person.id)
        let mentored = try names.filter { try transaction.isMentor(person.id, of: $0) }
        let entries = try sessions.compactMap { session -> PersonalFeed.Entry? in
            guard let program = programs[session.code.program] else { return nil }
            // Whoever mentors there no more leads nothing that is to come, though it is not planned again yet.
            if session.mentor.id == person.id, session.isUpcoming(at: now), !mentored.contains(program.name) {
                return nil
            }
            return PersonalFeed.Entry(
                session: session, program: program,
                part: try part(of: person, in: session, enrollments[session.id], transaction),
                confirmBy: enrollments[session.id]?.confirmBy,
                revised: max(session.revised, told[session.id] ?? session.revised))
        }
        return PersonalFeed(
            person: person, entries: entries, duties: try transaction.dutyTurnsForFeed(of: person), asOf: now)
    }

    private func part(
        of person: Person, in session: Session, _ enrollment: Enrollment?, _ transaction: any StoreReading
    ) throws -> PersonalFeed.Part {
        guard session.mentor.id != person.id, let enrollment else { return .leads }
        return try transaction.position(of: enrollment).map { .waits(position: $0) } ?? .attends
    }
}
