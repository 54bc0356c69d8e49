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

    /// Counts for somebody the sessions of a program in which a visitor spoke by a nickname that is to be theirs.
    ///
    /// Whoever led the session was in it anyway, and what is known of them otherwise stays, but for having missed it. Who spoke
    /// there stays written down, so that it counts no more once the nickname is not theirs.
    ///
    /// - Returns: the codes of the sessions that count since.
    func countVisits(by nickname: Nickname, for person: Person, in program: Program.Name) throws -> [SessionCode] {
        let visits = try visitors(of: program).filter { $0.nicknames.contains(nickname) }
        return try visits.compactMap { visit in
            guard let session = try session(visit.session), session.mentor.id != person.id else { return nil }
            let seen = try attendance(in: session.id).first { $0.person.id == person.id }
            guard seen?.tookPart != true else {
                try forget(visit)
                return nil
            }
            try save(Attendance(session: session.id, person: person, kind: .present, evidence: .log))
            return session.code
        }
    }

    /// Takes back what counted for somebody by a nickname that is theirs no more: the visitor is nobody's again, and whoever had
    /// a seat and is not known to have been there otherwise missed the session.
    ///
    /// - Returns: the codes of the sessions that count no more.
    func uncountVisits(by nickname: Nickname, for person: Person, in program: Program.Name) throws -> [SessionCode] {
        // Another nickname of theirs may still say that it was them.
        try visitors(of: program).filter { $0.nicknames.contains(nickname) }.compactMap { visit in
            let seen = try attendance(in: visit.session)
            guard let own = seen.first(where: { $0.person.id == person.id }), own.kind == .present,
                own.evidence == .log, let session = try session(visit.session)
            else { return nil }
            try removeAttendance(in: session.id)
            for other in seen where other.person.id != person.id { try save(other) }
            if try enrollment(of: person.id, in: session.id)?.seat != nil {
                try save(Attendance(session: session.id, person: person, kind: .missed, evidence: .record))
            }
            return session.code
        }
    }

    /// Forgets that somebody who leaves a program spoke there by a nickname.
    func forgetVisits(by nickname: Nickname, in program: Program.Name) throws {
        for visit in try speakers(of: program, by: nickname) { try forget(visit) }
    }

    private func forget(_ visit: Visitor) throws {
        try save(speakers(in: visit.session).filter { $0 != visit }, of: visit.session)
    }
}

extension [Visitor] {
    /// Those who are no bots, as the program file has these by now.
    func without(_ bots: [Nickname]) -> [Visitor] {
        let bots = Set(bots)
        return filter { bots.isDisjoint(with: $0.nicknames) }
    }
}
