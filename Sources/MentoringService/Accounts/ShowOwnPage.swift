import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension TrainingService {
    /// The page of whoever owns a secret feed address.
    /// - Parameter secret: the secret part of the address.
    /// - Returns: what is next for them, and how far they have come in each program.
    /// - Throws: `Refusal` not-found for an address that is nobody's, or not any more.
    public func ownPage(at secret: String) async throws -> OwnPage {
        let feed = try await personalFeed(at: secret)
        let rules = try zones.rules(for: feed.person.zone)
        // Those that are over say at which hour they were.
        let hourMoves = HourMove.all(
            of: try feed.entries.filter { $0.session.isOnOrHeld(at: feed.asOf) }.map { try $0.occasion(by: zones) },
            on: rules, after: feed.asOf)
        return try await store.read { transaction in
            let entries = feed.entries.filter { $0.session.isUpcoming(at: feed.asOf) }
            var counts: [Identifier<Session>: EnrollmentCounts] = [:]
            for program in Set(entries.map(\.program.name)) {
                counts.merge(try transaction.enrollmentCounts(of: program)) { first, _ in first }
            }
            let next = try entries.map { [counts] entry in
                let confirmBy = try transaction.enrollment(of: feed.person.id, in: entry.session.id)?.confirmBy
                let session = SessionView(
                    entry.session, counts: counts[entry.session.id] ?? EnrollmentCounts(),
                    yours: entry.yours(on: rules, confirmBy: confirmBy), at: feed.asOf)
                return OwnPage.Entry(session: session, program: entry.program.title, part: entry.part)
            }
            let walks = try transaction.programs().compactMap { program -> OwnPage.Walk? in
                guard try transaction.trainees(of: program.name).contains(where: { $0.id == feed.person.id }) else {
                    return nil
                }
                let progress = try progress(of: feed.person, in: program, zone: nil, at: feed.asOf, transaction)
                return OwnPage.Walk(program: program.title, progress: progress)
            }
            let today = rules.local(at: feed.asOf).date
            let duties = feed.duties.filter { $0.turn.status != .cancelled && $0.turn.sunday >= today }
                .map { DutyTurnView($0.turn, of: $0.duty) }.sorted { ($0.from, $0.code) < ($1.from, $1.code) }
            return OwnPage(
                name: feed.person.name, zone: rules.id, next: next, hourMoves: hourMoves, duties: duties, walks: walks,
                asOf: feed.asOf)
        }
    }
}

extension PersonalFeed.Entry {
    fileprivate func occasion(by zones: TimeZoneCatalog) throws -> HourMove.Occasion {
        HourMove.Occasion(
            program: program.title, region: session.code.region,
            regionTitle: program.regionTitles[session.code.region], mentor: session.mentor.name,
            time: try zones.rules(for: session.zone).zoned(at: session.start), minutes: session.minutes)
    }

    fileprivate func yours(on rules: ZoneRules, confirmBy: Instant?) -> SessionView.Yours {
        let (enrollment, position): (SessionView.Yours.Standing, Int?) =
            switch part {
            case .leads: (.none, nil)
            case .attends: (.enrolled, nil)
            case .waits(let position): (.waitlisted, position)
            }
        return SessionView.Yours(
            in: session, enrollment: enrollment, position: position, confirmBy: confirmBy, on: rules)
    }
}
