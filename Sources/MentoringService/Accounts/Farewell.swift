import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog
import Wording

/// Ends all that somebody is on a server and has the store forget who they were, inside one transaction; notes what that does.
struct Farewell {
    let person: Person
    let service: TrainingService
    /// Whether they do it themself: then they see nobody's address, and not where they are blocked.
    let isOwn: Bool
    /// Whether they are told what ends; else what waits for them is forgotten, too.
    let letsMailLeave: Bool
    let now: Instant
    let transaction: any StoreWriting

    private var departures: [Departure] = []
    private var besides: [ErasureEffect] = []
    private var blocks: [ErasureEffect] = []
    private var listedIn: [Program.Name] = []
    private var told: Set<Identifier<Person>> = []
    private var remains = ErasedPerson.trainee

    init(
        of person: Person, service: TrainingService, isOwn: Bool = false, letsMailLeave: Bool, at now: Instant,
        in transaction: any StoreWriting
    ) {
        self.isOwn = isOwn
        self.person = person
        self.service = service
        self.letsMailLeave = letsMailLeave
        self.now = now
        self.transaction = transaction
    }

    /// Does all of it.
    mutating func carryOut() throws {
        let programs = try transaction.programs()
        var traces = try lookUp(in: programs)
        try transaction.tellHoursInUTC(ofSlotsOf: person.id)
        for program in programs { try leave(program) }
        try noteRights(traces.addresses)
        if letsMailLeave, let program = try transaction.correspondent(of: person) {
            let reader = try transaction.mailAddress(of: person)
            try service.tell(
                .joining(JoinLetter(reader: reader, program: program, occasion: .erased, date: now)), in: transaction)
            told.insert(person.id)
        }
        // What is done again was noted with the moment at which it was done first: whoever has come back since stays.
        if !letsMailLeave { traces.provedAddresses = [] }
        try transaction.erase(traces)
    }

    /// What was done, or would be.
    func view(isDone: Bool) -> ErasureView {
        let effects = departures.flatMap { departure in
            departure.effects.map { effect in
                var shown = effect
                // What was answered is kept for a day, for who asks again.
                if isDone, shown.person == departure.name { shown.person = remains.rawValue }
                return (isOwn: effect.person == departure.name, shown: shown)
            }
        }
        return ErasureView(
            person: isDone ? remains.rawValue : person.name, oneself: isOwn, done: isDone,
            effects: effects.filter(\.isOwn).map(\.shown) + effects.filter { !$0.isOwn }.map(\.shown),
            besides: (besides + (isOwn ? [] : blocks)).map(\.text), listedIn: listedIn,
            told: departures.reduce(told) { $0.union($1.told) }.count)
    }

    /// What to look for, before any of it goes.
    private mutating func lookUp(in programs: [Program]) throws -> Erasure {
        let moves = try transaction.addressMoves(of: person.id)
        let (all, own) = try transaction.addresses(of: person)
        let names = try [person.name] + transaction.introductions(of: person.id).map(\.name)
        let sessions = try transaction.sessions(of: person.id, starting: .distantPast..<(.distantFuture))
        var isMentor = sessions.contains { $0.mentor.id == person.id }
        let turns = try transaction.dutyTurns(of: person.id)
        var volunteers = !turns.isEmpty
        var knownIn = Set(sessions.map(\.asStored.code.program) + turns.map(\.code.program))
        for program in programs {
            let role = try transaction.membership(of: person.id, in: program.name)
            isMentor = isMentor || role == .mentor
            let isKnown = try role != nil || transaction.introduction(of: person.id, to: program.name) != nil
            let organizes = try transaction.organizers(of: program.name).contains(where: all.contains)
            if isKnown || organizes { knownIn.insert(program.name) }
            let isVolunteer = try transaction.volunteers(of: program.name).contains { $0.person.id == person.id }
            volunteers = try (volunteers || isVolunteer) && !transaction.isTrainee(person.id, of: program.name)
            let facts = try transaction.fileFacts(of: program.name)
            let isListed = facts.contains {
                $0.owner == person.id || all.map(FiledThing.organizer).map(\.key).contains($0.key)
            }
            if isListed { listedIn.append(program.name) }
            for known in try transaction.nicknames(of: program.name) + transaction.nicknameClaims(of: program.name)
            where known.person.id == person.id {
                try transaction.forgetVisits(by: known.nickname, in: program.name)
            }
        }
        remains = isMentor ? .mentor : volunteers ? .volunteer : .trainee
        return Erasure(
            of: person, leaving: remains, addresses: all.sorted(),
            triedAddresses: Set(moves.map(\.new)).subtracting(all).sorted(), provedAddresses: own.sorted(),
            names: names,
            programs: knownIn.sorted(), letsMailLeave: letsMailLeave, moment: now)
    }

    /// Ends what they are in a program; their own calendar is told so now, since nobody can later.
    private mutating func leave(_ program: Program) throws {
        let shown = try transaction.shown(person, in: program.name)
        var departure = try Departure(
            of: shown, from: program, service: service, showingAddresses: !isOwn, at: now, in: transaction)
        let isMentor = try transaction.isMentor(person.id, of: program.name)
        if isMentor { try departure.endMentoring() }
        if try transaction.isTrainee(person.id, of: program.name) { try departure.endTraining() }
        try departure.endTakingPart()
        departures.append(departure)
        for session in try transaction.sessionsToCome(of: program.name, by: service.zones, at: now)
        where session.mentor.id == person.id {
            try transaction.noteDeparture(of: person.id, from: program.name, at: now)
            var open = session
            open.mentor = Person(name: PersonName.nobodyYet, email: person.email, zone: .utc)
            try service.tell(person, of: open, at: now, in: transaction)
        }
        for turn in try transaction.dutyTurns(of: program.name)
        where turn.isUpcoming(at: now) && turn.person.id == person.id && turn.status == .announced {
            guard let duty = try transaction.duties(of: program.name).first(where: { $0.name == turn.code.duty }) else {
                continue
            }
            try transaction.noteDeparture(of: person.id, from: program.name, at: now)
            var over = turn
            over.sequence += 1
            try service.tell(
                .duty(
                    DutyNotice(
                        person: person, turn: over, duty: duty, program: program, occasion: .relieved, date: now,
                        token: nil)), in: transaction)
        }
    }

    /// Says what ends besides what they are in a program.
    private mutating func noteRights(_ addresses: [EmailAddress]) throws {
        for program in try transaction.programs() {
            let organizes = try transaction.organizers(of: program.name).contains(where: addresses.contains)
            if organizes { besides.append(.organizesNoMore(program.name)) }
        }
        if try transaction.administrators().contains(where: addresses.contains) {
            besides.append(.administersNoMore)
        }
        let tokens = try transaction.accessTokens().count { $0.person.id == person.id && $0.revoked == nil }
        if tokens > 0 { besides.append(.tokensEnd(tokens)) }
        if try transaction.feedAddress(of: person.id) != nil { besides.append(.feedEnds) }
        let absences = try transaction.absences(of: person.id).count
        if absences > 0 { besides.append(.absencesForgotten(absences)) }
        besides.append(.nameForgotten)
        for program in [nil] + (try transaction.programNames().map(Optional.some)) {
            let blocked = try transaction.blockedAddresses(in: program).contains { addresses.contains($0.email) }
            if blocked { blocks.append(.staysBlocked(in: program)) }
        }
        let refused = try transaction.outbox([.refused]).count {
            !$0.bytes.isEmpty && !addresses.contains($0.recipient)
                && $0.created >= now.adding(seconds: -Retry.patience)
        }
        if refused > 0 { besides.append(.refusedForgotten(refused)) }
        besides.append(.historyStays)
    }
}

extension StoreReading {
    /// The addresses that are or were somebody's, and those of them that they have proved.
    ///
    /// One to which they were to move and that never proved itself was never theirs, and may be an organizer's; what they left may be
    /// another's by now.
    func addresses(of person: Person) throws -> (all: Set<EmailAddress>, proved: Set<EmailAddress>) {
        let moves = try addressMoves(of: person.id)
        let isProved = try mailAddress(of: person) == person.email
        let shown = moves.map(\.old) + moves.filter { $0.proved != nil }.map(\.new) + (isProved ? [person.email] : [])
        let proved = Set(try shown.filter { try self.person($0).map { $0.id == person.id } ?? true })
        return (proved.union([person.email]), proved)
    }
}
