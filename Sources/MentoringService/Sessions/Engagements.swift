import CivilTime
import Mentoring
import TimeZoneCatalog

extension StoreReading {
    /// The sessions that a person leads or has a seat in, in every program, and that start within a time, by number.
    func engagements(
        of person: Identifier<Person>, starting: Range<Instant>, by zones: TimeZoneCatalog
    ) throws -> [Engagement] {
        try sessions(of: person, starting: starting).map { $0.timed(by: zones) }.compactMap { session in
            guard session.status != .cancelled else { return nil }
            if session.mentor.id == person { return Engagement(session: session, leads: true) }
            guard try enrollment(of: person, in: session.id)?.seat != nil else { return nil }
            return Engagement(session: session, leads: false)
        }
    }

    /// What else a person does at the time of a session.
    func engagements(
        of person: Identifier<Person>, besides session: Session, by zones: TimeZoneCatalog
    ) throws -> [Engagement] {
        try engagements(of: person, starting: session.surroundings, by: zones).filter {
            $0.session.overlaps(session)
        }
    }

    /// What else the reader of a mail about a session does at its time, waiting included.
    func clashes(of reader: Person, besides session: Session, by zones: TimeZoneCatalog) throws -> [Engagement] {
        try clashes(of: reader.id, with: session, by: zones).map {
            Engagement(
                session: $0, leads: $0.mentor.id == reader.id,
                waits: try enrollment(of: reader.id, in: $0.id)?.state == .waitlisted)
        }
    }

    /// The sessions that a person takes part in, waiting included, and that overlap another.
    func clashes(of person: Identifier<Person>, with session: Session, by zones: TimeZoneCatalog) throws -> [Session] {
        try sessions(of: person, starting: session.surroundings).map { $0.timed(by: zones) }.filter {
            $0.status != .cancelled && $0.overlaps(session)
        }
    }
}

extension Session {
    /// When what may overlap it starts, as it was derived last: what new tz data move, they move by less than two days.
    fileprivate var surroundings: Range<Instant> {
        start.adding(seconds: -2 * 86_400)..<end.adding(seconds: 2 * 86_400)
    }
}
