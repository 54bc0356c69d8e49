import CivilTime
public import Mentoring
public import MentoringAPI
import SeasonPlanning
import TimeZoneCatalog

extension ShowReadiness: HandledRequest {
    /// What planning the rest of the season would find on offer, and how many of its turns to come it could fill.
    /// - Throws: `Refusal` not-found for an unknown program or season.
    public func carryOut(for client: Client) async throws -> ReadinessView {
        let service = client.service
        let now = service.clock.now()
        let (facts, mentors, slots, toAsk, refusal) = try await service.store.read { transaction in
            let program = try transaction.requireProgram(program, season: season)
            let (toAsk, refusal) = try transaction.mentorsToAskOrWhyNot(of: program, at: now)
            let facts = try SeasonFacts(
                of: program, in: transaction, by: service.zones, now: now, told: client.principal)
            return (
                facts, try transaction.mentors(of: program.name),
                Set(try transaction.slots(of: program.name).map(\.mentor)), toAsk, refusal
            )
        }
        let problem = try SeasonProblem(facts, zones: service.zones, recurrence: service.recurrence)
        let onOffer = Dictionary(grouping: problem.offers.values, by: \.week).mapValues { Set($0.map(\.mentor)) }
        let unled = try problem.unled()
        let regions = facts.program.regions.map { region in
            let own = Set(mentors.filter { $0.region == region }.map(\.person.id))
            let weeks = problem.turns.filter { $0.region == region && facts.isToCome($0) }.map(\.week).sorted()
            let covered = weeks.filter { !own.isDisjoint(with: onOffer[$0] ?? []) }
            return ReadinessView.Coverage(
                region: region, mentors: own.count, turns: weeks.count, covered: covered,
                open: weeks.filter { !covered.contains($0) },
                unled: weeks.filter { unled.turns.contains(Turn(week: $0, region: region)) })
        }
        let names = { (published: Bool) in
            mentors.filter { slots.contains($0.person.id) == published }.map(\.person.name).sorted()
        }
        var view = ReadinessView(
            program: facts.program.name, season: facts.program.season.name,
            isPlanned: facts.sessions.values.contains { $0.status != .cancelled }, published: names(true),
            missing: names(false), regions: regions, isLeast: unled.isLeast)
        // Whoever asks need not be told by mail.
        view.invitations = toAsk.map { mentors in
            MentorInvitations(
                told: mentors.wanting.filter { $0.email != client.caller.email }.map(\.name),
                alreadyTold: mentors.asked.map(\.name), published: mentors.published)
        }
        view.invitationsRefused = refusal?.description
        return view.calling(facts.program.regionTitles)
    }
}

extension InviteMentors: HandledRequest {
    /// Writes to each mentor who has published no time, at most once a week each.
    /// - Throws: `Refusal` not-found for an unknown program, not-allowed while it pauses, since no mail leaves then; conflict where
    ///   every season is over.
    public func carryOut(for client: Client) async throws -> MentorInvitations {
        let service = client.service
        let now = service.clock.now()
        let addresses = client.addresses
        return try await service.store.write { transaction in
            let program = try transaction.requireProgram(program)
            let mentors = try transaction.mentorsToAsk(of: program, at: now)
            let link = addresses.isKnown ? addresses.mentoring(in: program.name) : nil
            var answer = MentorInvitations(
                told: [], alreadyTold: mentors.asked.map(\.name), published: mentors.published)
            for mentor in mentors.wanting {
                let letter = JoinLetter(
                    reader: mentor.email, program: program, occasion: .timesWanted, link: link, date: now)
                // Whoever asks need not be told by mail.
                let told = Told.askedForTimes(mentor, in: program)
                if try service.tell(.joining(letter), once: [told], at: now, in: transaction) {
                    answer.told.append(mentor.name)
                }
            }
            return answer
        }
    }
}

/// The mentors who have published no time, and how many have.
private struct MentorsToAsk {
    /// Those whom nobody asked within a week.
    var wanting: [Person] = []
    /// Those whom somebody did.
    var asked: [Person] = []
    var published = 0

    /// How long nobody is written to again, in seconds: a week.
    static let pause: Int64 = 7 * 86_400
}

extension StoreReading {
    /// Who is to be asked for times.
    /// - Throws: `Refusal` not-allowed while the program pauses, since no mail leaves then; conflict where every season is over.
    fileprivate func mentorsToAsk(of program: Program, at now: Instant) throws -> MentorsToAsk {
        try refuseWhilePaused(program, "asking for times")
        let season = program.seasonMeant(at: now)
        guard !season.isOver(at: now) else {
            throw Refusal(
                .conflict,
                "the season \(season.name) of \(program.name) ended on \(season.end), and no time is wanted any more; "
                    + "add the next one to the program's file first")
        }
        let published = Set(try slots(of: program.name).map(\.mentor))
        var mentors = MentorsToAsk()
        for mentor in try self.mentors(of: program.name).map(\.person) {
            if published.contains(mentor.id) {
                mentors.published += 1
            } else if let last = try lastTold(Told.askedForTimes(mentor, in: program)),
                now.seconds(since: last) < MentorsToAsk.pause
            {
                mentors.asked.append(mentor)
            } else {
                mentors.wanting.append(mentor)
            }
        }
        return mentors
    }

    /// The same, with the refusal as a value.
    fileprivate func mentorsToAskOrWhyNot(of program: Program, at now: Instant) throws -> (MentorsToAsk?, Refusal?) {
        do {
            return (try mentorsToAsk(of: program, at: now), nil)
        } catch let refusal as Refusal {
            return (nil, refusal)
        }
    }
}

extension TrainingService {
    /// Whether somebody mentors in a program that has a season to come, or one that runs, and has published no time there yet, so
    /// that this is what they come for.
    public func awaitsTimes(of email: EmailAddress, in program: Program.Name) async throws -> Bool {
        let now = clock.now()
        return try await store.read { transaction in
            guard let person = try transaction.person(email),
                try transaction.membership(of: person.id, in: program) == .mentor,
                try transaction.archive(of: program) == nil,
                try transaction.program(program)?.seasonMeant(at: now).isOver(at: now) == false
            else { return false }
            return try !transaction.slots(of: program).contains { $0.mentor == person.id }
        }
    }
}
