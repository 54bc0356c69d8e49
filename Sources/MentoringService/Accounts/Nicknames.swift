import ChatLogs
import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension AddNickname: HandledRequest {
    /// Makes a nickname known as somebody's; adding it again changes nothing.
    ///
    /// Sessions in which somebody spoke by it who was nobody's until now count for them, once it is sure that it was them: an
    /// organizer says so. Until then it is kept that they said so. A nickname by which nobody spoke yet takes nothing from
    /// anybody, and is theirs at once, until an organizer gives it to somebody else. Whoever else had said that it is theirs is
    /// told then.
    ///
    /// - Returns: the nickname as it is known, and which sessions count since.
    /// - Throws: `BadInput` for a text that is none; `Refusal` not-found or not-allowed for who takes no part; conflict when it
    ///   is somebody else's for sure or a bot's, or they have 20.
    public func carryOut(for client: Client) async throws -> NicknameView {
        let service = client.service
        let owner = try client.caller.ownOr(person?.address)
        // Nobody confirms their own word, organizers neither.
        let isConfirmed = client.caller.role == .organizer && client.caller.email != owner
        let nickname = try KnownNickname.validated(nickname)
        let now = service.clock.now()
        try PersonName.refuseUnreadable(nickname.text, as: "nickname")
        return try await service.store.write { transaction in
            let program = try transaction.requireProgram(program)
            let person = try transaction.requirePerson(owner, in: program)
            try transaction.refuseImpersonation(nickname.text, by: owner, in: program.name)
            let (view, lost) = try transaction.add(
                KnownNickname(program: program.name, nickname: nickname, person: person, isProved: isConfirmed),
                in: program)
            try service.tell(of: lost, toSomebody: true, in: program, at: now, transaction)
            return view
        }
    }
}

extension ListNicknames: HandledRequest {
    /// The nicknames in a program, in the order of an alphabet without case.
    ///
    /// - Returns: the nicknames and whose they are.
    /// - Throws: `Refusal` not-found for an unknown program, or an address that nobody has.
    public func carryOut(for client: Client) async throws -> [NicknameView] {
        if everybody == true { _ = try await client.caller(for: .mentor, about: subject) }
        let email = everybody == true ? nil : try client.caller.person()
        return try await client.service.store.read { transaction in
            let program = try transaction.requireProgram(program)
            let owner = try email.map { try transaction.requirePerson($0).email }
            return try transaction.nicknameViews(of: program.name, for: owner)
        }
    }
}

extension RemoveNickname: HandledRequest {
    /// Removes a nickname; sessions that counted since it was theirs, and by nothing else, count no more.
    ///
    /// Of one that is nobody's it is forgotten who said that it is theirs. Those from whom an organizer takes it are told.
    ///
    /// - Returns: what was removed, and which sessions count no more.
    /// - Throws: `Refusal` not-found when it is not known, or not theirs.
    public func carryOut(for client: Client) async throws -> NicknameView {
        let owner = client.caller.role == .organizer ? nil : try client.caller.person()
        let nickname = try KnownNickname.validated(nickname)
        // The log names nobody's nickname, and so says whose it was.
        let whose = try await client.service.store.read { [program] transaction in
            try (transaction.nicknames(of: program) + transaction.nicknameClaims(of: program))
                .first { $0.nickname == nickname && (owner == nil || $0.person.email == owner) }?.person
        }
        let service = client.service.writingDown(in: program, to: whose)
        let now = service.clock.now()
        return try await service.store.write { transaction in
            let program = try transaction.requireProgram(program)
            let known = try transaction.nicknames(of: program.name).filter { owner == nil || $0.person.email == owner }
            guard let found = known.first(where: { $0.nickname == nickname }) else {
                let claims = try transaction.nicknameClaims(of: program.name)
                    .filter { $0.nickname == nickname && (owner == nil || $0.person.email == owner) }
                if let claim = claims.first {
                    _ = try transaction.removeClaims(
                        to: nickname, in: program.name, by: owner == nil ? nil : claim.person.id)
                    if owner == nil {
                        let lost = claims.map { LostNickname(nickname: $0.nickname, person: $0.person) }
                        try service.tell(of: lost, toSomebody: false, in: program, at: now, transaction)
                    }
                    return NicknameView(claim, word: .waiting)
                }
                throw Refusal.notFound("nickname", nickname.text, nearest: known.prefix(5).map(\.nickname.text))
            }
            guard try transaction.remove(nickname, from: program.name) else {
                throw StorageFailure("the nickname \(found.nickname) is stored under another key than its own")
            }
            let sessions = try transaction.uncountVisits(by: nickname, for: found.person, in: program.name)
            if owner == nil {
                let lost = LostNickname(nickname: found.nickname, person: found.person, sessions: sessions)
                try service.tell(of: [lost], toSomebody: false, in: program, at: now, transaction)
            }
            return NicknameView(found, sessions: sessions)
        }
    }
}
