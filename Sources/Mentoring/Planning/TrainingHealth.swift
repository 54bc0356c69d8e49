import CivilTime
import TimeZoneCatalog

/// What the books say of how a program's training fares.
///
/// The same facts give the same view.
struct TrainingHealth: Sendable {
    /// A session that was not cancelled, with the people in it.
    struct Meeting: Sendable {
        let session: Session
        let enrollments: [Enrollment]
        let attendance: [Attendance]
        let answers: [WrittenAnswers]

        /// Whether it is known who came: it is recorded of somebody, or it is over and nobody had a seat.
        ///
        /// That it is over tells nothing else: sessions become held by the passing of time too.
        var isRecorded: Bool {
            !attendance.isEmpty || session.status == .held && !enrollments.contains { $0.state == .enrolled }
        }
    }

    let facts: SeasonFacts
    /// The season's sessions, by start, then code.
    let meetings: [Meeting]
    let standing: [StandingEnrollment]
    let offers: [SwapOffer]
    let fairShare: FairShare
    let zones: TimeZoneCatalog
    let recurrence: any RecurrenceExpanding

    init(
        of program: Program, in books: any StoreReading, zones: TimeZoneCatalog, recurrence: any RecurrenceExpanding,
        now: Instant
    ) throws {
        facts = try SeasonFacts(of: program, in: books, by: zones, now: now)
        let attendance = Dictionary(grouping: try books.attendance(of: program.name), by: \.session)
        let answers = Dictionary(grouping: try books.answers(of: program.name), by: \.session)
        meetings = try facts.sessions.values.filter { $0.status != .cancelled }
            .sorted { ($0.start, $0.code) < ($1.start, $1.code) }.map { session in
                Meeting(
                    session: session, enrollments: try books.enrollments(in: session.id),
                    attendance: attendance[session.id] ?? [], answers: answers[session.id] ?? [])
            }
        standing = try books.standingEnrollments(of: program.name)
        offers = try books.swapOffers(of: program.name)
        fairShare = FairShare(facts)
        self.zones = zones
        self.recurrence = recurrence
    }

    /// Everything; who waits is named only where that is wanted.
    func view(namingThoseWhoWait: Bool) throws -> HealthView {
        HealthView(
            program: facts.program.name, seasonStart: facts.program.season.start, weeks: facts.program.season.weeks,
            regions: try facts.program.regions.map(regionHealth),
            queues: queues(naming: namingThoseWhoWait), signOffs: signOffs, mentors: try loads())
    }

    /// The sessions of a region that are still to come.
    func upcoming(in region: Region) -> [Meeting] {
        meetings.filter { $0.session.code.region == region && $0.session.isUpcoming(at: facts.now) }
    }

    private func queues(naming: Bool) -> [HealthView.Queue] {
        meetings.filter { $0.session.isUpcoming(at: facts.now) }.compactMap { meeting in
            let waiting = meeting.enrollments.filter { $0.state == .waitlisted }.map(\.person.name)
            guard !waiting.isEmpty else { return nil }
            return HealthView.Queue(
                session: meeting.session.code.description, region: meeting.session.code.region,
                seats: meeting.session.capacity, waiting: waiting.count, names: naming ? waiting : nil)
        }
    }

    private var signOffs: [HealthView.SignOffs] {
        meetings.compactMap { meeting in
            let present = Set(meeting.attendance.filter { $0.kind == .present }.map(\.person.id))
            let waiting = meeting.answers.filter { $0.signedOff == nil && !present.contains($0.person.id) }
            guard let oldest = waiting.map(\.written).min() else { return nil }
            return HealthView.SignOffs(
                session: meeting.session.code.description, mentor: meeting.session.mentor.name,
                waiting: waiting.count, since: oldest)
        }
    }
}
