import CivilTime
public import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension TrainingService {
    /// The page of whoever owns a secret feed address.
    /// - Parameter secret: the secret part of the address.
    /// - Returns: what is next for them, and how far they have come in each program.
    /// - Throws: `Refusal` not-found for an address that is nobody's, or not any more.
    public func ownPage(at secret: String) async throws -> OwnPage {
        let (now, digest) = (clock.now(), secrets.digest(of: secret))
        return try await store.read { transaction in
            guard let person = try transaction.person(feedAddress: digest) else {
                throw Refusal(.notFound, "there is no page at this address, or not any more")
            }
            return try page(of: person, at: now, transaction)
        }
    }

    /// The page of whoever is signed in.
    /// - Throws: `Refusal` not-found for an address that is nobody's.
    public func ownPage(of email: EmailAddress) async throws -> OwnPage {
        let now = clock.now()
        return try await store.read { transaction in
            try page(of: transaction.requirePerson(email), at: now, transaction)
        }
    }

    private func page(of person: Person, at now: Instant, _ transaction: any StoreReading) throws -> OwnPage {
        let feed = try feed(of: person, at: now, transaction)
        let rules = try zones.rules(for: feed.person.zone)
        // Those that are over say at which hour they were.
        let hourMoves = HourMove.all(
            of: try feed.entries.filter { $0.session.isOnOrHeld(at: feed.asOf) }.map { try $0.occasion(by: zones) },
            on: rules, after: feed.asOf)
        let held = feed.entries.filter { $0.session.isOnOrHeld(at: now) }
        var counts: [Identifier<Session>: EnrollmentCounts] = [:]
        for program in Set(held.filter { $0.session.end > now }.map(\.program.name)) {
            counts.merge(try transaction.enrollmentCounts(of: program)) { first, _ in first }
        }
        let shown = { (entry: PersonalFeed.Entry) in
            let session = SessionView(
                entry.session, counts: counts[entry.session.id] ?? EnrollmentCounts(),
                yours: entry.yours(on: rules), at: feed.asOf)
            return OwnPage.Entry(
                session: session, program: entry.program.title,
                regionTitle: entry.program.regionTitles[entry.session.code.region], part: entry.part,
                standing: try standing(of: person.id, in: entry.session, at: now, transaction))
        }
        let next = try held.filter { $0.session.end > now }.map(shown)
        let calledOff = try feed.entries.filter { entry in
            try entry.part == .leads && entry.session.status == .cancelled && entry.session.start > now
                && transaction.wasCalledOffByMentor(entry.session)
        }.map(shown)
        let led = try held.filter { $0.part == .leads && $0.session.end <= now }.map(shown)
        let missed = try held.filter { $0.part == .attends && $0.session.mayBeAnswered(at: now) }.map(shown)
            .filter(\.standing.mayAnswer)
        let programs = try transaction.programs(of: feed.person.email)
        let offices = try programs.compactMap { program -> OwnPage.Office? in
            let role = try transaction.role(of: feed.person.email, in: program.name)
            let isMentor = try transaction.membership(of: person.id, in: program.name) == .mentor
            guard role == .organizer || isMentor else { return nil }
            let mentor = isMentor ? try transaction.mentors(of: program.name).first { $0.person.id == person.id } : nil
            return OwnPage.Office(
                program: program.name, title: program.title, organizes: role == .organizer,
                terms: mentor.map(OwnPage.MentorTerms.init))
        }
        let training = try programs.filter {
            try transaction.isTrainee(person.id, of: $0.name)
        }
        let walks = try training.map { program in
            let progress = try progress(of: feed.person, in: program, zone: nil, at: feed.asOf, transaction)
            return OwnPage.Walk(program: program.title, regionTitles: program.regionTitles, progress: progress)
        }
        let today = rules.local(at: feed.asOf).date
        let duties = feed.duties.filter { $0.turn.status != .cancelled && $0.turn.sunday >= today }
            .map { DutyTurnView($0.turn, of: $0.duty, at: feed.asOf) }
            .sorted { ($0.from, $0.code) < ($1.from, $1.code) }
        return OwnPage(
            name: feed.person.name, zone: rules.id, next: next, calledOff: calledOff, led: led, missed: missed,
            hourMoves: hourMoves,
            duties: duties,
            offices: offices, administers: try transaction.isAdministrator(feed.person.email), walks: walks,
            wholeSeasons: try regions(of: training, for: person, at: now, transaction), asOf: feed.asOf)
    }

    /// The regions of somebody's programs in which they could come all of a season, and those in which they do.
    private func regions(of programs: [Program], for person: Person, at now: Instant, _ transaction: any StoreReading)
        throws -> [OwnPage.WholeSeason]
    {
        try programs.flatMap { program -> [OwnPage.WholeSeason] in
            let season = program.seasonMeant(at: now)
            guard !season.isOver(at: now), try transaction.archive(of: program.name) == nil else { return [] }
            let held = Set(
                try transaction.standingEnrollments(of: program.name).filter {
                    $0.person.id == person.id && $0.season == season.name
                }.map(\.region))
            let focused = program.focused(on: season.name)
            let taken = held.isEmpty ? [] : Set(try transaction.enrollments(of: person.id).map(\.session))
            let others =
                held.isEmpty
                ? []
                : try transaction.currentSessions(of: focused, by: zones).filter {
                    $0.isUpcoming(at: now) && $0.mentor.id != person.id && !taken.contains($0.id)
                }
            return focused.regions.map { region in
                OwnPage.WholeSeason(
                    program: program.name, title: program.title, season: season.name, region: region,
                    regionTitle: program.regionTitles[region], isTheirs: held.contains(region),
                    leftOut: held.contains(region)
                        ? others.filter { $0.code.region == region }.map(\.code.description) : [])
            }
        }
    }
}

extension Session {
    /// Whether it is over, and answers to its questions are still taken.
    fileprivate func mayBeAnswered(at now: Instant) -> Bool {
        end <= now && now < WrittenAnswers.deadline(for: self) && pick?.questions.isEmpty == false
    }
}

extension PersonalFeed.Entry {
    fileprivate func occasion(by zones: TimeZoneCatalog) throws -> HourMove.Occasion {
        HourMove.Occasion(
            program: program.title, region: session.code.region,
            regionTitle: program.regionTitles[session.code.region], mentor: session.mentor.name,
            time: try zones.rules(for: session.zone).zoned(at: session.start), minutes: session.minutes)
    }

    fileprivate func yours(on rules: ZoneRules) -> SessionView.Yours {
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
