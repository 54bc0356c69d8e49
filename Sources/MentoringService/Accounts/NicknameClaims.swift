import ChatLogs
import Mentoring
import MentoringAPI

extension StoreWriting {
    /// Takes somebody's word, or an organizer's, for whose a nickname is.
    ///
    /// An organizer's goes before anybody's own. One's own is enough where it takes nothing from anybody; else it is kept, so that
    /// organizers see everybody who says so.
    ///
    /// - Returns: the nickname as it is known, and who else had said that it is theirs, and does so in vain.
    /// - Throws: `Refusal` conflict when it is somebody else's by an organizer's word or a bot's, or they have 20.
    func add(_ said: KnownNickname, in program: Program) throws -> (NicknameView, lost: [LostNickname]) {
        let (nickname, person) = (said.nickname, said.person)
        let known = try nicknames(of: program.name)
        let claims = try nicknameClaims(of: program.name)
        let others = claims.count { $0.nickname == nickname && $0.person.id != person.id }
        let owned = known.first { $0.nickname == nickname }
        if let owned, owned.person.id == person.id, owned.isProved || !said.isProved {
            return (NicknameView(owned, others: others), [])
        }
        guard owned?.isProved != true else {
            throw Refusal(
                .conflict,
                "\(nickname) is somebody else's in \(program.name), as an organizer has confirmed; if it is yours by now, an organizer can take it from them: meridian nick remove \(program.name) \(nickname)"
            )
        }
        guard !program.bots.contains(nickname) else {
            throw Refusal(.conflict, "\(nickname) is a bot in \(program.name), by its program file")
        }
        let own = (known + claims).filter { $0.person.id == person.id && $0.nickname != nickname }
        guard own.count < KnownNickname.most else {
            throw Refusal(.conflict, "you have \(KnownNickname.most) nicknames, the most that one person may have")
        }
        let visits = try visits(by: nickname, of: person, in: program.name)
        guard said.isProved || owned == nil && others == 0 && visits.isEmpty else {
            try claim(said)
            let view = NicknameView(
                said, word: .waiting, others: others + (owned == nil ? 0 : 1), waiting: visits)
            return (view, [])
        }
        var sessions: [SessionCode] = []
        var lost = claims.filter { $0.nickname == nickname && $0.person.id != person.id }.map {
            LostNickname(nickname: $0.nickname, person: $0.person)
        }
        if owned != nil { _ = try remove(nickname, from: program.name) }
        // What counts for them by their own word goes on counting.
        if owned?.person.id != person.id {
            if let owned {
                let uncounted = try uncountVisits(by: nickname, for: owned.person, in: program.name)
                lost.append(LostNickname(nickname: owned.nickname, person: owned.person, sessions: uncounted))
            }
            sessions = try countVisits(by: nickname, for: person, in: program.name)
        }
        try add(said)
        _ = try removeClaims(to: nickname, in: program.name, by: nil)
        return (NicknameView(said, sessions: sessions), lost)
    }
}

extension StoreReading {
    /// Nicknames and whose they are, then those that wait for an organizer's word, of one person or of everybody.
    func nicknameViews(of program: Program.Name, for email: EmailAddress?) throws -> [NicknameView] {
        let (known, claims) = (try nicknames(of: program), try nicknameClaims(of: program))
        let isAsked = { (nickname: KnownNickname) in email == nil || nickname.person.email == email }
        let others = { (nickname: KnownNickname) in
            (known + claims).count { $0.nickname == nickname.nickname && $0.person.id != nickname.person.id }
        }
        let waiting = try claims.filter(isAsked).map {
            NicknameView(
                $0, word: .waiting, others: others($0),
                waiting: try visits(by: $0.nickname, of: $0.person, in: program))
        }
        return known.filter(isAsked).map { NicknameView($0, others: others($0)) } + waiting
    }

    /// The sessions of a program in which somebody spoke by a nickname who is nobody's, but for those that a person leads.
    func visits(
        by nickname: Nickname, of person: Person, in program: Program.Name
    ) throws -> [SessionCode] {
        try visitors(of: program).filter { $0.nicknames.contains(nickname) }.compactMap { visit in
            guard let session = try session(visit.session), session.mentor.id != person.id else { return nil }
            return session.code
        }
    }
}
