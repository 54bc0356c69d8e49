import CivilTime
package import Mentoring
package import MentoringAPI
package import TimeZoneCatalog

/// What the database says of how a program's training fares.
///
/// The same facts give the same view.
package struct TrainingHealth: Sendable {
    /// A session that was not cancelled, with the people in it.
    package struct Meeting: Sendable {
        package let session: Session
        package let enrollments: [Enrollment]
        package let attendance: [Attendance]
        package let answers: [WrittenAnswers]
        package let visitors: [Visitor]

        package init(
            session: Session, enrollments: [Enrollment], attendance: [Attendance], answers: [WrittenAnswers],
            visitors: [Visitor]
        ) {
            self.session = session
            self.enrollments = enrollments
            self.attendance = attendance
            self.answers = answers
            self.visitors = visitors
        }

        /// Whether it is known who came: it is recorded of somebody, or of visitors, or it is over and nobody
        /// had a seat.
        ///
        /// That it is over tells nothing else: sessions become held by the passing of time too.
        var isRecorded: Bool {
            !attendance.isEmpty || !visitors.isEmpty
                || session.status == .held && !enrollments.contains { $0.state == .enrolled }
        }
    }

    package let facts: SeasonFacts
    /// The season's sessions, by start, then code.
    package let meetings: [Meeting]
    /// Those of the season before, which tell with them how a region fares; none where there is none.
    package let before: [Meeting]
    package let standing: [StandingEnrollment]
    package let offers: [SwapOffer]
    package let fairShare: FairShare
    package let mails: HealthView.Mails
    package let zones: TimeZoneCatalog
    package let recurrence: any RecurrenceExpanding

    package init(
        facts: SeasonFacts, meetings: [Meeting], before: [Meeting], standing: [StandingEnrollment], offers: [SwapOffer],
        fairShare: FairShare, mails: HealthView.Mails, zones: TimeZoneCatalog, recurrence: any RecurrenceExpanding
    ) {
        self.facts = facts
        self.meetings = meetings
        self.before = before
        self.standing = standing
        self.offers = offers
        self.fairShare = fairShare
        self.mails = mails
        self.zones = zones
        self.recurrence = recurrence
    }

    /// Everything; who waits is named only where it is said how, such that nobody is taken for another.
    package func view(naming: ((Person) -> String)?) throws -> HealthView {
        HealthView(
            program: facts.program.name, seasonStart: facts.program.season.start, weeks: facts.program.season.weeks,
            regions: try facts.program.regions.map(regionHealth),
            queues: queues(naming: naming), signOffs: signOffs, mentors: try loads(), mails: mails
        ).calling(facts.program.regionTitles)
    }

    /// The sessions of a region that are still to come.
    package func upcoming(in region: Region) -> [Meeting] {
        meetings.filter { $0.session.code.region == region && $0.session.isUpcoming(at: facts.now) }
    }

    private func queues(naming: ((Person) -> String)?) -> [HealthView.Queue] {
        meetings.filter { $0.session.isUpcoming(at: facts.now) }.compactMap { meeting in
            let waiting = meeting.enrollments.filter { $0.state == .waitlisted }.map(\.person)
            guard !waiting.isEmpty else { return nil }
            return HealthView.Queue(
                session: meeting.session.code.description, region: meeting.session.code.region,
                seats: meeting.session.capacity, waiting: waiting.count, names: naming.map { waiting.map($0) })
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
