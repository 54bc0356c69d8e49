import ChatLogs
import Mentoring

extension StoreWriting {
    /// Keeps who spoke in a session and is nobody's, besides those who are kept; nobody twice, and nobody who is left out.
    func keep(
        _ visitors: [[Nickname]], besides kept: [Visitor], without ignored: [Nickname], of session: Identifier<Session>
    ) throws {
        let added = visitors.map { Visitor(session: session, nicknames: $0) }
        var seen = Set(ignored)
        let all = (kept + added).filter { visitor in
            guard seen.isDisjoint(with: visitor.nicknames) else { return false }
            seen.formUnion(visitor.nicknames)
            return true
        }
        try save(all, of: session)
    }

    /// Counts for somebody the sessions of a program in which a visitor spoke by a nickname that is theirs as of now.
    ///
    /// Whoever led the session was in it anyway, and what is known of them otherwise stays, but for having missed it.
    ///
    /// - Returns: the codes of the sessions that count since.
    func countVisits(by nickname: Nickname, for person: Person, in program: Program.Name) throws -> [SessionCode] {
        let visits = try visitors(of: program).filter { $0.nicknames.contains(nickname) }
        return try visits.compactMap { visit in
            try save(visitors(in: visit.session).filter { $0 != visit }, of: visit.session)
            guard let session = try session(visit.session), session.mentor.id != person.id else { return nil }
            let seen = try attendance(in: session.id).first { $0.person.id == person.id }
            guard seen?.tookPart != true else { return nil }
            try save(Attendance(session: session.id, person: person, kind: .present, evidence: .log))
            return session.code
        }
    }
}

extension [Visitor] {
    /// Those who are no bots, as the program file has these by now.
    func without(_ bots: [Nickname]) -> [Visitor] {
        let bots = Set(bots)
        return filter { bots.isDisjoint(with: $0.nicknames) }
    }
}
