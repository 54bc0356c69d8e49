import ChatLogs
public import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension AddNickname: HandledRequest {
    public func carryOut(for client: Client) async throws -> NicknameView {
        try await client.service.addNickname(nickname, in: program, of: client.caller.ownOr(person))
    }
}

extension ListNicknames: HandledRequest {
    public func carryOut(for client: Client) async throws -> [NicknameView] {
        guard everybody == true else {
            return try await client.service.nicknames(in: program, of: client.caller.person())
        }
        _ = try await client.caller(for: .mentor, about: subject)
        return try await client.service.nicknames(in: program, of: nil)
    }
}

extension RemoveNickname: HandledRequest {
    public func carryOut(for client: Client) async throws -> NicknameView {
        let owner = client.caller.role == .organizer ? nil : try client.caller.person()
        return try await client.service.removeNickname(nickname, in: program, of: owner)
    }
}

extension TrainingService {
    /// Makes a nickname known as somebody's; adding it again changes nothing.
    ///
    /// Sessions in which somebody spoke by it who was nobody's until now count for them.
    ///
    /// - Parameters:
    ///   - text: the nickname.
    ///   - name: the program.
    ///   - email: whose it is: a mentor or trainee of the program.
    /// - Returns: the nickname as it is known, and which sessions count since.
    /// - Throws: `BadInput` for a text that is none; `Refusal` not-found or not-allowed for who takes no part; conflict when it
    ///   is somebody else's or a bot's, or they have 20.
    public func addNickname(_ text: String, in name: Program.Name, of email: EmailAddress) async throws -> NicknameView
    {
        let nickname = try KnownNickname.validated(text)
        try PersonName.refuseUnreadable(nickname.text, as: "nickname")
        return try await store.write { transaction in
            let program = try transaction.requireProgram(name)
            let person = try transaction.requirePerson(email, in: program)
            try transaction.refuseImpersonation(nickname.text, by: email, in: program.name)
            let known = try transaction.nicknames(of: program.name)
            if let owned = known.first(where: { $0.nickname == nickname }) {
                guard owned.person.id == person.id else {
                    throw Refusal(
                        .conflict,
                        "\(nickname) is somebody else's in \(program.name); if it is yours by now, an organizer can take it from them: meridian nick remove \(program.name) \(nickname)"
                    )
                }
                return NicknameView(owned)
            }
            guard !program.bots.contains(nickname) else {
                throw Refusal(.conflict, "\(nickname) is a bot in \(program.name), by its program file")
            }
            guard known.count(where: { $0.person.id == person.id }) < KnownNickname.most else {
                throw Refusal(.conflict, "you have \(KnownNickname.most) nicknames, the most that one person may have")
            }
            let added = KnownNickname(program: program.name, nickname: nickname, person: person)
            let sessions = try transaction.countVisits(by: nickname, for: person, in: program.name)
            try transaction.add(added)
            return NicknameView(added, sessions: sessions)
        }
    }

    /// Removes a nickname; sessions that counted since it was theirs, and by nothing else, count no more.
    ///
    /// - Parameters:
    ///   - text: the nickname.
    ///   - name: the program.
    ///   - email: whose it must be; nil for an organizer, who may remove anybody's.
    /// - Returns: what was removed, and which sessions count no more.
    /// - Throws: `Refusal` not-found when it is not known, or not theirs.
    public func removeNickname(
        _ text: String, in name: Program.Name, of email: EmailAddress?
    ) async throws -> NicknameView {
        let nickname = try KnownNickname.validated(text)
        return try await store.write { transaction in
            let program = try transaction.requireProgram(name)
            let known = try transaction.nicknames(of: program.name).filter { email == nil || $0.person.email == email }
            guard let found = known.first(where: { $0.nickname == nickname }) else {
                throw Refusal.notFound("nickname", nickname.text, nearest: known.prefix(5).map(\.nickname.text))
            }
            guard try transaction.remove(nickname, from: program.name) else {
                throw StorageFailure("the nickname \(found.nickname) is stored under another key than its own")
            }
            return NicknameView(
                found, sessions: try transaction.uncountVisits(by: nickname, for: found.person, in: program.name))
        }
    }

    /// The nicknames in a program, in the order of an alphabet without case.
    ///
    /// - Parameters:
    ///   - name: the program.
    ///   - email: whose; nil means everybody's, which mentors and organizers may see.
    /// - Returns: the nicknames and whose they are.
    /// - Throws: `Refusal` not-found for an unknown program.
    public func nicknames(in name: Program.Name, of email: EmailAddress?) async throws -> [NicknameView] {
        try await store.read { transaction in
            try transaction.nicknames(of: transaction.requireProgram(name).name)
                .filter { email == nil || $0.person.email == email }.map { NicknameView($0) }
        }
    }
}
