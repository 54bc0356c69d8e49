import CivilTime
import Mentoring
import TimeZoneCatalog

// What a text that is a code means. Every session and every week of a duty that somebody names is found here, and nowhere else.

extension StoreReading {
    /// The program that a text's code is about, with the season in focus that it means; nil when there is no such program.
    func program(meantBy code: WrittenCode) throws -> Program? { try programs(meantBy: code).first }

    /// The program that a code belongs to, with its season in focus.
    func requireProgram(of code: SessionCode) throws -> Program {
        try program(code.program, everHaving: code.season) ?? requireProgram(code.program)
    }

    /// The program that a code belongs to, with its season in focus.
    func requireProgram(of code: DutyCode) throws -> Program {
        try program(code.program, everHaving: code.season) ?? requireProgram(code.program)
    }

    /// The program with each season that a text may mean in focus, in the order in which they are meant.
    ///
    /// A whole code is what it says. One without a season means the season that runs, else the next one; where those have no
    /// such week, the later ones, then those that are over, last first.
    func programs(meantBy code: WrittenCode) throws -> [Program] {
        if let full = code.full, let program = try program(full.program, everHaving: full.season) { return [program] }
        guard let program = try program(code.place) else { return [] }
        let later = program.seasons.filter { $0.start > program.season.start }
        let earlier = program.seasons.filter { $0.start < program.season.start }
        return ([program.season] + later + earlier.reversed()).map { program.focused(on: $0.name) }
    }

    /// The sessions that a text may mean, in that order.
    ///
    /// The first is the one that is meant, unless its season has such a turn, and no session for it.
    func sessions(meantBy code: WrittenCode, by zones: TimeZoneCatalog) throws -> [Session] {
        guard let region = code.region else { return [] }
        if let full = SessionCode(code.description), let session = try session(full) {
            return [session.timed(by: zones)]
        }
        return try programs(meantBy: code).compactMap {
            try session(SessionCode(program: $0.name, season: $0.season.name, week: code.week, region: region))?
                .timed(by: zones)
        }
    }

    /// The session that a text means; nil when there is none.
    func session(meantBy code: WrittenCode, by zones: TimeZoneCatalog) throws -> Session? {
        let sessions = try sessions(meantBy: code, by: zones)
        guard let turn = try turn(meantBy: code), turn.code != sessions.first?.code else { return sessions.first }
        return try session(turn.code)?.timed(by: zones)
    }

    /// The turn that a text means, whether or not it has a session: that of the first season which has such a week and region.
    func turn(meantBy code: WrittenCode) throws -> (program: Program, code: SessionCode)? {
        guard let region = code.region else { return nil }
        return try programs(meantBy: code).lazy.filter {
            code.week <= $0.season.weeks && $0.regions.contains(region)
        }.first.map {
            ($0, SessionCode(program: $0.name, season: $0.season.name, week: code.week, region: region))
        }
    }

    /// The sessions between which a text leaves a choice; at most one when it is clear.
    ///
    /// They are those that are not over, and those to which it was given as their code before seasons had names.
    func choice(of code: WrittenCode, by zones: TimeZoneCatalog, at now: Instant) throws -> [Session] {
        let sessions = try sessions(meantBy: code, by: zones)
        guard sessions.count > 1, let meant = sessions.first else { return sessions }
        let unnamed = try unnamedSeasons(of: meant.code.program)
        return sessions.filter { $0.end > now || $0 == meant || unnamed.contains($0.code.season) }
    }

    /// The session that a text means, or a refusal: with what is so of a turn of the season that has none, with the nearest
    /// codes for any other text.
    func requireSession(_ text: String, by zones: TimeZoneCatalog) throws -> Session {
        try requireSession(text, by: zones, at: nil)
    }

    /// The same; of the nearest codes those come first that are to come after a moment.
    fileprivate func requireSession(_ text: String, by zones: TimeZoneCatalog, at now: Instant?) throws -> Session {
        let code = WrittenCode(text)
        if let code, let session = try session(meantBy: code, by: zones) { return session }
        if let code, let turn = try turn(meantBy: code) { throw try noSession(for: turn.code, in: turn.program) }
        if let turn = try dutyTurns(meantBy: text).first {
            throw Refusal(
                .notFound, "\(turn.code) is a week of a duty, and no session: meridian duty list \(turn.code.program)")
        }
        let places = try code.flatMap { try program(meantBy: $0) }.map { [$0] } ?? programs(near: text)
        let sessions = try places.flatMap { try currentSessions(of: $0, by: zones) }
        let (toCome, over) = (
            sessions.filter { $0.end > now ?? .distantPast }, sessions.filter { $0.end <= now ?? .distantPast }
        )
        throw Refusal.notFound(
            "session", text,
            nearest: nearest(to: text, amongCodes: (toCome + over).map { ($0.code.program, $0.code.description) }))
    }

    /// Why a turn of the season has no session: no other one is meant by its code.
    private func noSession(for code: SessionCode, in program: Program) throws -> Refusal {
        let grid = MeetingGrid(of: program, try freezes(of: program.name))
        switch grid[code.region, code.week] {
        case .skipped(let reason, _):
            return Refusal(.frozen, "\(code) is not held: its week is frozen (\(OneLine.shown(reason)))")
        case .postponed(let reason, let later):
            let other = SessionCode(program: code.program, season: code.season, week: later, region: code.region)
            let isPlanned = try session(other).map { $0.asStored.status != .cancelled } ?? false
            return Refusal(
                .frozen,
                "\(code) is not held: its week is frozen (\(OneLine.shown(reason))), and its session "
                    + MeetingGrid.words(postponedTo: later, isHeld: isPlanned)
            )
        case .noMeeting:
            let reason = grid.reason(against: code.region, in: code.week, of: program.name)
            return Refusal(.notFound, "\(code) is not held: \(reason ?? "")")
        case .meets, .meetsInstead: break
        }
        return Refusal(.notFound, "no session is planned for \(code); to see why: meridian why \(code)")
    }

    /// The programs among whose codes is looked for what a misspelt one means.
    ///
    /// All of a few, else those whose names are near to how it begins: anybody may ask for what there is not, and to read what all
    /// programs hold would cost by how many there are.
    private func programs(near text: String) throws -> [Program] {
        let all = try programs()
        guard all.count > 5 else { return all }
        let place = WrittenCode(text)?.place ?? String(text.lowercased().prefix { $0 != "-" })
        let spellings = all.flatMap { program in
            ([program.name] + program.seasons.map { "\(program.name)-\($0.name)" }).map {
                (text: $0, program: program.name)
            }
        }
        let near = Set(nearest(to: place, among: spellings.map(\.text)))
        let names = Set(spellings.filter { near.contains($0.text) }.map(\.program))
        return all.filter { names.contains($0.name) }
    }

    /// The week of a duty that a text means, or a refusal with the nearest codes.
    func requireDutyTurn(_ text: String) throws -> DutyTurn {
        let turns = try dutyTurns(meantBy: text)
        if let turn = turns.first { return turn }
        let places = try WrittenCode(text).flatMap { try program(meantBy: $0) }.map { [$0] } ?? programs(near: text)
        let codes = try places.flatMap { program in
            try dutyTurns(of: program.name).filter { $0.season == program.season.start }
                .map { ($0.code.program, $0.code.description) }
        }
        throw Refusal.notFound("week of a duty", text, nearest: nearest(to: text, amongCodes: codes))
    }

    fileprivate func dutyTurns(meantBy text: String) throws -> [DutyTurn] {
        guard let code = WrittenCode(text), let duty = code.duty else { return [] }
        if let full = DutyCode(text), let turn = try dutyTurn(full) { return [turn] }
        return try programs(meantBy: code).compactMap {
            try dutyTurn(DutyCode(program: $0.name, season: $0.season.name, week: code.week, duty: duty))
        }
    }

    /// The whole code of what a text means; the text where it means nothing.
    func fullCode(_ text: String, by zones: TimeZoneCatalog? = nil) throws -> String {
        guard let code = WrittenCode(text) else { return text }
        if let region = code.region {
            let found = try programs(meantBy: code).lazy.compactMap {
                try? session(SessionCode(program: $0.name, season: $0.season.name, week: code.week, region: region))
            }.first
            return found?.asStored.code.description ?? text
        }
        return try dutyTurns(meantBy: text).first?.code.description ?? text
    }
}

extension StoreWriting {
    /// The session that a text means, to change it; where two that are not over may be meant, both are named instead.
    func requireSession(_ text: String, by zones: TimeZoneCatalog) throws -> Session {
        if let code = WrittenCode(text), let now = moment {
            let open = try sessions(meantBy: code, by: zones).filter { $0.end > now }
            if open.count > 1 { throw Refusal.severalMeant(by: text, open.map(\.code.description)) }
        }
        return try (self as any StoreReading).requireSession(text, by: zones, at: moment)
    }

    /// The week of a duty that a text means, to change it; where two that are not over may be meant, both are named instead.
    func requireDutyTurn(_ text: String) throws -> DutyTurn {
        if let now = moment {
            let open = try dutyTurns(meantBy: text).filter { !$0.sunday.isOver(at: now) }
            if open.count > 1 { throw Refusal.severalMeant(by: text, open.map(\.code.description)) }
        }
        return try (self as any StoreReading).requireDutyTurn(text)
    }
}

extension Refusal {
    /// A code without a season that fits two things that are not over.
    static func severalMeant(by text: String, _ codes: [String]) -> Refusal {
        Refusal(
            .conflict,
            "\(OneLine.shown(text)) may mean \(codes.dropLast().joined(separator: ", ")) or \(codes.last ?? ""); give the whole code"
        )
    }
}

/// The whole codes that differ least from a text in any of their spellings: whole, without the season, without the program, too.
private func nearest(to text: String, amongCodes codes: [(program: Program.Name, whole: String)]) -> [String] {
    let spellings = codes.flatMap { code in
        let week = code.whole.split(separator: "-").suffix(2).joined(separator: "-")
        return [code.whole, "\(code.program)-\(week)", week].map { (text: $0, whole: code.whole) }
    }
    let near = Set(nearest(to: text, among: spellings.map(\.text), limit: .max))
    var seen: Set<String> = []
    return Array(spellings.filter { near.contains($0.text) && seen.insert($0.whole).inserted }.map(\.whole).prefix(3))
}
