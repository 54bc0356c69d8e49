import ChatLogs
import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension RecordAttendance: HandledRequest {
    /// Records who came to a session; whoever had a seat and is not named, did not speak and did not check in, did not.
    ///
    /// Recording again replaces what was recorded, unless it is to add to that, but neither what people said of themselves nor
    /// what was signed off. Who speaks and is nobody's is kept as a visitor, so that the session counts for them once they take
    /// part and say that the nickname is theirs; who would be two people by their nicknames is left out, and said. A log is read
    /// here, or was by whoever gives its speakers. Nobody is told: who missed two seats in a row learns of it where it matters, the next time that they enroll.
    ///
    /// - Returns: who came, and who the speakers are.
    /// - Throws: `Refusal` not-found for an unknown session or person; conflict for one that has not begun, or is cancelled, or
    ///   for its mentor; not-allowed for others.
    public func carryOut(for client: Client) async throws -> AttendanceView {
        let (service, caller) = (client.service, client.caller)
        let (came, struck) = (try present.map { try $0.address }, try (absent ?? []).map { try $0.address })
        let chat = try await readLog(for: client)
        let speakers = try
            (chat?.speakers.map { $0.nicknames.map(\.text) }
            ?? (speakers ?? []).map { $0.split(separator: "\n").map(String.init) })
            .map { try $0.map { try KnownNickname.validated($0) } }
        let ignored = try (ignored ?? []).map { try KnownNickname.validated($0) }
        let adds = also ?? false
        let now = service.clock.now()
        let address = try log.map(Session.validatedLog)
        try refuseTooMany(nicknames: speakers.map(\.count).max() ?? 0)
        // Who is meant takes many looks into the database, during which others may write; who may say it is asked again.
        let (cast, present, absent) = try await service.store.read { transaction in
            let session = try transaction.requireSession(session, by: service.zones)
            try caller.require(owner: session.mentor.email)
            try service.refuseUnlessBegun(session, at: now)
            let program = try transaction.requireProgram(of: session.code)
            let known = try transaction.mentors(of: program.name).map(\.person) + transaction.trainees(of: program.name)
            let people = NamedPeople(
                known.map { .init(person: $0, part: "", showsAddress: true) }, as: "participant of \(program.name)")
            let cast = LogCast(
                speakers, known: try transaction.nicknames(of: program.name), people: people,
                bots: program.bots, ignored: ignored)
            let (present, absent) = (
                try came.map { try transaction.requirePerson($0, in: program) },
                try struck.map { try transaction.requirePerson($0, in: program) }
            )
            guard !(present + absent).contains(where: { $0.id == session.mentor.id }) else {
                throw Refusal(
                    .conflict,
                    "nothing was recorded: \(session.mentor.name) leads \(session.code), and only those are recorded who come to it"
                )
            }
            return (cast, present, absent)
        }
        return try await service.store.write { transaction in
            let session = try transaction.requireSession(session, by: service.zones)
            try caller.require(owner: session.mentor.email)
            try service.refuseUnlessBegun(session, at: now)
            let former = try transaction.attendance(in: session.id)
            let visitors = try transaction.visitors(in: session.id)
            var sheet = try AttendanceSheet(of: session, adding: adds, in: transaction)
            // Who leads it may have changed meanwhile.
            let came = present.filter { $0.id != session.mentor.id }
            for person in cast.people where person.id != session.mentor.id { sheet.note(person, .log) }
            for person in came { sheet.note(person, .record) }
            for person in absent where person.id != session.mentor.id { sheet.strike(person) }
            try sheet.write(to: transaction)
            try transaction.keep(
                cast.visitors + cast.unproved, besides: adds ? transaction.speakers(in: session.id) : [],
                without: ignored, of: session.id)
            if let address { try transaction.setLog(address, of: session.id) }
            if session.status == .announced, session.end <= now {
                var held = session
                held.status = .held
                try service.store(&held, at: now, in: transaction)
            }
            // Who came after all lets nobody go first for having missed it.
            try service.endYielding(
                among: transaction.yieldingEnrollments(of: sheet.people), at: now, in: transaction)
            let names = try transaction.toldApart(
                in: session.code.program, for: client.principal, by: service.secrets)
            var view = try AttendanceView(of: session, calling: names, in: transaction)
            try view.note(former, calling: names, replacedIn: session, transaction)
            // Who spoke in the log that is handed in now is a visitor as before.
            if !adds, speakers.isEmpty, !visitors.isEmpty {
                let names = visitors.compactMap(\.nicknames.first?.text)
                view.noMore = (view.noMore ?? []) + names.map { .init(name: $0, before: .visitor) }
            }
            view.unread = chat?.unread
            guard !speakers.isEmpty else { return view }
            view.speakers = cast.known
            view.ignored = cast.ignored
            view.unclear = cast.unclear.isEmpty ? nil : cast.unclear
            return view
        }
    }
}

extension RecordAttendance {
    /// - Throws: `BadInput` for more people than a session can have had.
    fileprivate func refuseTooMany(nicknames: Int) throws(BadInput) {
        let lists = [
            ("present", present.count), ("absent", absent?.count ?? 0), ("speakers", speakers?.count ?? 0),
            ("ignored", ignored?.count ?? 0), ("nicknames of one speaker", nicknames),
        ]
        for (list, count) in lists where count > Limits.people {
            throw BadInput(
                "\(count) \(list) are too many; at most \(Limits.people) are taken. Was the log of another channel given?"
            )
        }
    }
}

extension ShowAttendance: HandledRequest {
    /// Who took part in a session, as it is recorded, with the answers of those who could not.
    ///
    /// - Returns: everything that is known of it.
    /// - Throws: `Refusal` not-found, or not-allowed for others.
    public func carryOut(for client: Client) async throws -> AttendanceView {
        let (service, caller) = (client.service, client.caller)
        return try await service.store.read { transaction in
            let session = try transaction.requireSession(session, by: service.zones)
            try caller.require(owner: session.mentor.email)
            let names = try transaction.toldApart(
                in: session.code.program, for: client.principal, by: service.secrets)
            return try AttendanceView(of: session, calling: names, in: transaction)
        }
    }
}

extension TrainingService {
    fileprivate func refuseUnlessBegun(_ session: Session, at now: Instant) throws {
        guard session.status != .cancelled, session.status != .tentative else {
            throw Refusal(.conflict, "\(session.code) is \(session.status.rawValue); nobody can have come to it")
        }
        guard session.start <= now else {
            throw Refusal(
                .conflict, "\(session.code) begins on \(session.localStart.date); record who came once it has begun")
        }
    }
}

/// Who came to one session, while that is written down.
private struct AttendanceSheet {
    private let session: Session
    private var entries: [Identifier<Person>: Attendance] = [:]

    /// A sheet on which everybody with a seat is missing, except who says otherwise or has made up for it, and, where it adds to
    /// what is recorded, but for that.
    init(of session: Session, adding: Bool, in transaction: any StoreReading) throws {
        self.session = session
        for enrollment in try transaction.enrollments(in: session.id)
        where enrollment.state == .enrolled && enrollment.person.id != session.mentor.id {
            enter(enrollment.person, .missed, .record)
        }
        for seen in try transaction.attendance(in: session.id)
        where adding || [.checkIn, .answers].contains(seen.evidence) {
            entries[seen.person.id] = seen
        }
    }

    /// Everybody who is on it.
    var people: Set<Identifier<Person>> { Set(entries.keys) }

    /// Notes that somebody came.
    mutating func note(_ person: Person, _ evidence: Attendance.Evidence) { enter(person, .present, evidence) }

    /// Notes that somebody did not come; what they made up for afterwards stays.
    mutating func strike(_ person: Person) {
        if entries[person.id]?.kind != .asynchronous { enter(person, .missed, .record) }
    }

    func write(to transaction: any StoreWriting) throws {
        try transaction.removeAttendance(in: session.id)
        for entry in entries.values.sorted(by: { $0.person.id.rawValue < $1.person.id.rawValue }) {
            try transaction.save(entry)
        }
    }

    private mutating func enter(_ person: Person, _ kind: Attendance.Kind, _ evidence: Attendance.Evidence) {
        entries[person.id] = Attendance(session: session.id, person: person, kind: kind, evidence: evidence)
    }
}

extension AttendanceView {
    init(of session: Session, calling name: ToldApart, in transaction: any StoreReading) throws {
        let seen = try transaction.attendance(in: session.id)
        let names = { (kind: Attendance.Kind) in seen.filter { $0.kind == kind }.map { name($0.person) } }
        self.init(
            session: session.code.description, present: names(.present),
            checkedIn: seen.filter { $0.evidence == .checkIn }.map { name($0.person) }, missed: names(.missed),
            asynchronous: names(.asynchronous),
            answers: try transaction.answers(to: session.id).map {
                AnswersView($0, of: name($0.person), to: session)
            },
            visitors: try transaction.visitors(in: session.id)
                .without(transaction.program(session.code.program)?.bots ?? []).compactMap(\.nicknames.first),
            log: try transaction.session(session.id)?.log)
    }

    /// Says of whom something else was recorded before, unless they came after all, and what records it again.
    fileprivate mutating func note(
        _ former: [Attendance], calling name: ToldApart, replacedIn session: Session, _ transaction: any StoreReading
    ) throws {
        let now = Dictionary(
            try transaction.attendance(in: session.id).map { ($0.person.id, $0) }, uniquingKeysWith: { $1 })
        let lost = former.filter { ![$0.kind, .present].contains(now[$0.person.id]?.kind) }
        guard !lost.isEmpty else { return }
        noMore = lost.map { .init(name: name($0.person), before: .init($0.kind)) }
        let names = try transaction.names(in: transaction.requireProgram(of: session.code))
        func named(_ people: [Attendance]) -> [String]? {
            let found = people.compactMap { names[$0.person.email] }
            return found.count == people.count ? found : nil
        }
        // What somebody has said of themself, or was signed off, stays, whatever is recorded.
        let present = former.filter {
            $0.kind == .present && ($0.evidence != .checkIn || now[$0.person.id]?.kind != .present)
        }
        let absent = former.filter { $0.kind == .missed && now[$0.person.id]?.kind != .missed }
        guard let present = named(present), let absent = named(absent) else { return }
        again = Again(present: present, absent: absent)
    }
}

extension AttendanceView.Former.Part {
    fileprivate init(_ kind: Attendance.Kind) {
        switch kind {
        case .present: self = .came
        case .missed: self = .missed
        case .asynchronous: self = .asynchronous
        }
    }
}
