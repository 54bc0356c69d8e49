import CivilTime
public import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension CreateToken: HandledRequest {
    /// Makes a token with which somebody can act over the network, and tells them by mail.
    ///
    /// An administrator makes them for everybody. An organizer makes them for people of their program, good only there: with
    /// a wider one they could act in somebody's stead where they are nobody. Everybody gets their own through the mail
    /// (`AskToJoin`, `ConfirmJoining`).
    ///
    /// - Returns: the token, whose secret is never shown again.
    /// - Throws: `Refusal` not-found for somebody who takes no part; not-allowed for what the person may not do themself;
    ///   `BadInput` for a label that is none.
    public func carryOut(for client: Client) async throws -> TokenCreated {
        let (service, principal) = (client.service, client.principal)
        let label = try label.map { try OneLine.validated($0, as: "label", limit: AccessToken.longestLabel) }
        let now = service.clock.now()
        let secret = try service.secrets.newSecret(for: "token")
        return try await service.store.write { transaction in
            let program = try transaction.program(forTokenOf: self, by: principal)
            let person = try transaction.enterParticipant(email.address, of: program, at: now)
            guard try transaction.mailAddress(of: person) == person.email else {
                throw Refusal(
                    .conflict,
                    "\(person.email) has not proved itself yet: its owner confirms it by the mail that went there, and then a token can be made"
                )
            }
            let own =
                try program.map { try transaction.role(of: person.email, in: $0) }
                ?? transaction.highestRole(of: person.email)
            guard let own else {
                throw Refusal(
                    .conflict, "\(email) takes part in no program, so a token would be good for nothing")
            }
            guard role.map({ $0 <= own }) ?? true else {
                throw Refusal(
                    .conflict,
                    "\(email) is \(own.withArticle)\(program.map { " in \($0)" } ?? ""), and a token never gives more than that; see meridian organizer add, meridian mentor add"
                )
            }
            let highest = try transaction.highestRole(for: self, by: principal)
            let wished = try expires.map { try service.end(of: $0, for: person, after: now) }
            let limits = AccessToken.Limits(
                program: program, role: min(role ?? .organizer, highest), scope: scope ?? .all,
                expires: [wished, principal.end].compactMap(\.self).min())
            let token = try transaction.add(
                AccessToken(
                    person: person, limits: limits, label: label, digest: service.secrets.digest(of: secret),
                    created: now))
            try service.tell(of: token, role: min(own, limits.role), in: transaction)
            return TokenCreated(
                token: secret, email: person.email, name: try transaction.name(of: person.email, in: program),
                role: min(own, limits.role), id: token.id, program: program)
        }
    }
}

extension ListTokens: HandledRequest {
    /// The tokens that are good, by number: all for an administrator, else one's own and those that are good only in a program
    /// that one organizes.
    public func carryOut(for client: Client) async throws -> [TokenView] {
        let (principal, now) = (client.principal, client.service.clock.now())
        return try await client.service.store.read { try $0.views(of: $0.accessTokens(), seenBy: principal, at: now) }
    }
}

extension RevokeToken: HandledRequest {
    /// Ends a token for good; it is refused from now on.
    /// - Throws: `Refusal` not-found when there is none of that number that is theirs to end.
    public func carryOut(for client: Client) async throws -> TokenRevoked {
        let (id, principal, now) = (token, client.principal, client.service.clock.now())
        let known = try await client.service.store.read { try $0.accessToken(id) }
        let service = client.service.writingDown(in: known?.program, to: known?.person)
        return try await service.store.write { transaction in
            guard var token = try transaction.accessToken(id), token.revoked == nil,
                try transaction.may(principal, see: token)
            else {
                throw Refusal(.notFound, "there is no token \(id); see those that there are: meridian token list")
            }
            token.revoked = now
            try transaction.update(token)
            return TokenRevoked(revoked: id)
        }
    }
}

extension TrainingService {
    /// Who acts with a token; nil when it is nobody's, was revoked, or has expired.
    ///
    /// The day of its use is written once a day, since each commit makes every cached feed stale; where nothing can be
    /// written, reading goes on.
    public func principal(token secret: String) async throws -> Principal? {
        try await principal(secret, keptAs: .token)
    }

    /// Who acts in a browser with a cookie; nil when it is nobody's, was ended, or has expired.
    ///
    /// It lasts for 30 days more whenever the day of its use is written. A token is none, and no secret address of a calendar.
    public func principal(browser secret: String) async throws -> Principal? {
        try await principal(secret, keptAs: .browser)
    }

    private func principal(_ secret: String, keptAs kind: AccessToken.Kind) async throws -> Principal? {
        let digest = secrets.digest(of: secret)
        let now = clock.now()
        guard let token = try await store.read({ try $0.accessToken(digest: digest) }), token.kind == kind,
            !token.isDead(at: now)
        else { return nil }
        if token.lastUsed.map({ now.isOfAnotherDay(than: $0) }) ?? true {
            try? await store.write { transaction in
                guard var used = try transaction.accessToken(digest: digest) else { return }
                used.lastUsed = now
                if kind == .browser { used.limits.expires = now.adding(seconds: AccessToken.browserLife) }
                try transaction.update(used)
            }
        }
        return .token(token)
    }

    fileprivate func end(of day: LocalDate, for person: Person, after now: Instant) throws -> Instant {
        let midnight = LocalDateTime(date: day, time: .midnight)
        let end = try zones.rules(for: person.zone).resolve(midnight).instant.adding(seconds: 86_400)
        guard end > now else { throw BadInput("\(day) is over for \(person.email); name a day to come") }
        guard end <= now.adding(seconds: AccessToken.longestLife) else {
            throw BadInput(
                "\(day) is more than ten years away; name a nearer day, or none for a token that is good until it is revoked"
            )
        }
        return end
    }

    fileprivate func tell(of token: AccessToken, role: Role, in transaction: any StoreWriting) throws {
        let name =
            try token.program
            ?? transaction.programs(of: token.person.email).first {
                try transaction.role(of: token.person.email, in: $0.name) != nil
            }?.name
        guard let name, let program = try transaction.program(name) else { return }
        try tell(.token(TokenNotice(token: token, role: role, program: program)), in: transaction)
    }
}

extension StoreReading {
    /// Those of some tokens, in their order, that are good and somebody may see.
    func views(
        of tokens: [AccessToken], seenBy principal: Principal, at now: Instant
    ) throws -> [TokenView] {
        let names = try namesInsteadOfAddresses(for: principal)
        return try tokens.filter { try !$0.isDead(at: now) && may(principal, see: $0) }.map { token in
            let email = token.person.email
            let own = try token.program.map { try role(of: email, in: $0) } ?? highestRole(of: email)
            return TokenView(
                id: token.id, kind: token.kind, email: email, name: names[email],
                role: own.map { min($0, token.limits.role) }, program: token.program, scope: token.limits.scope,
                label: token.label, created: token.created, expires: token.limits.expires, lastUsed: token.lastUsed)
        }
    }

    /// The program to which a token is to be narrowed: the one that is wished for, or, for an organizer, the one they organize.
    fileprivate func program(forTokenOf request: CreateToken, by principal: Principal) throws -> Program.Name? {
        if let name = request.program { _ = try requireProgram(name) }
        if try role(of: principal, about: .server) == .organizer { return request.program }
        let organized = try programNames().filter {
            try (request.program ?? $0) == $0 && role(of: principal, about: .program($0)) == .organizer
        }
        guard !organized.isEmpty else {
            throw Refusal(
                .notAllowed,
                "tokens are made by a program's organizers, for its people; one of your own comes by mail when you sign up again with your address"
            )
        }
        // Of somebody who takes part elsewhere nothing is said but that they do not here.
        let shared = try organized.filter { try role(of: request.email.address, in: $0) != nil }
        guard let program = shared.first else {
            throw Refusal(
                .notFound, "nobody of \(organized.joined(separator: ", ")) has the address \(request.email)")
        }
        guard shared.count == 1 else {
            throw Refusal(
                .conflict, "\(request.email) takes part in \(shared.joined(separator: ", ")); name one with --program")
        }
        return program
    }

    /// The highest role that a token may have: whoever loses an organizer's rights keeps none through one that they made for
    /// somebody else.
    fileprivate func highestRole(for request: CreateToken, by principal: Principal) throws -> Role {
        if try role(of: principal, about: .server) == .organizer || principal.email == (try request.email.address) {
            return .organizer
        }
        guard request.role != .organizer else {
            throw Refusal(
                .notAllowed, "an organizer's token is made by themself or by an administrator; leave out the role")
        }
        return .mentor
    }

    /// Whether somebody may see, and end, a token.
    fileprivate func may(_ principal: Principal, see token: AccessToken) throws -> Bool {
        if try role(of: principal, about: .server) == .organizer { return true }
        if let program = token.program, try role(of: principal, about: .program(program)) == .organizer { return true }
        // A narrowed token reaches no wider one of the same person.
        guard case .token(let own) = principal, own.person.email == token.person.email else { return false }
        return own.limits.cover(token.limits)
    }
}

extension Principal {
    /// When what they act with ends; what they make with it lasts no longer.
    fileprivate var end: Instant? {
        guard case .token(let token) = self else { return nil }
        return token.limits.expires
    }
}

extension AccessToken.Limits {
    /// Whether everything that can be done within others can be done within these.
    fileprivate func cover(_ others: Self) -> Bool {
        (program ?? others.program) == others.program && role >= others.role
            && (scope != .read || others.scope == .read)
    }
}

extension StoreWriting {
    /// The person with an address; an organizer of whom only the address is known becomes one.
    func enterParticipant(_ email: EmailAddress, of program: Program.Name?, at now: Instant) throws -> Person {
        if let known = try person(email) { return known }
        let organizes = try program.map { try isOrganizer(email, of: $0) } ?? (highestRole(of: email) != nil)
        guard organizes, let zone = TimeZoneID("Etc/UTC") else { return try requirePerson(email) }
        return try addNew(Person(name: String(email.localPart), email: email, zone: zone), at: now)
    }
}

extension Instant {
    /// Whether it lies in another UTC day.
    fileprivate func isOfAnotherDay(than other: Instant) -> Bool {
        secondsSinceEpoch / 86_400 != other.secondsSinceEpoch / 86_400
    }
}

extension Role {
    fileprivate var withArticle: String { self == .organizer ? "an organizer" : "a \(rawValue)" }
}
