public import CivilTime

/// A token as it is shown, once, to whom it is for.
public struct TokenCreated: Codable, Hashable, Sendable {
    /// The secret, 52 characters.
    public var token: String
    /// Who acts with it.
    public var email: EmailAddress
    /// What they may do.
    public var role: Role
    /// The number by which it is revoked.
    public var id: Identifier<AccessToken>
}

/// A token as its organizer sees it; the secret is not known any more.
public struct TokenView: Codable, Hashable, Sendable {
    /// The number by which it is revoked.
    public var id: Identifier<AccessToken>
    /// Who acts with it.
    public var email: EmailAddress
    /// What they may do.
    public var role: Role
    /// When it was made.
    public var created: Instant
}

/// A token that is refused from now on.
public struct TokenRevoked: Codable, Hashable, Sendable {
    /// Its number.
    public var revoked: Identifier<AccessToken>
}

extension TrainingOffice {
    /// Makes a token with which somebody can act over the network.
    ///
    /// A mentor lets trainees in, and nobody else: with a second token for somebody one could act in their stead.
    ///
    /// - Returns: the token, whose secret is never shown again.
    /// - Throws: `Refusal` not-found for somebody unknown; not-allowed for what only an organizer may.
    public func createToken(
        for email: EmailAddress, role: Role, by caller: Caller = .onThisMachine(as: nil)
    ) async throws -> TokenCreated {
        if role > .trainee { try caller.require(.organizer) }
        let now = clock.now()
        // 256 random bits, made into text as every secret is.
        let secret = try secrets.secret(for: "token \(ReplyAddress.newToken()) \(ReplyAddress.newToken())")
        return try await store.write { books in
            let person = try books.requirePerson(email)
            if try books.canActAlready(person) { try caller.require(owner: email) }
            let token = try books.add(
                AccessToken(person: person, role: role, digest: secrets.digest(of: secret), created: now))
            return TokenCreated(token: secret, email: email, role: role, id: token.id)
        }
    }

    /// All tokens, by number.
    public func tokens() async throws -> [TokenView] {
        try await store.read { books in
            try books.accessTokens().map {
                TokenView(id: $0.id, email: $0.person.email, role: $0.role, created: $0.created)
            }
        }
    }

    /// Ends a token; it is refused from now on.
    /// - Throws: `Refusal` not-found when there is none of that number.
    public func revokeToken(_ id: Identifier<AccessToken>) async throws -> TokenRevoked {
        try await store.write { books in
            guard try books.remove(id) else {
                throw Refusal(.notFound, "there is no token \(id); see those that there are: meridian token list")
            }
            return TokenRevoked(revoked: id)
        }
    }

    /// Who acts with a token; nil when it is nobody's, or was revoked.
    public func caller(token: String) async throws -> Caller? {
        let digest = secrets.digest(of: token)
        return try await store.read { books in
            try books.accessToken(digest: digest).map { Caller(email: $0.person.email, role: $0.role) }
        }
    }
}

extension StoreReading {
    /// Whether somebody has a token, or leads sessions: mentors get theirs from an organizer.
    fileprivate func canActAlready(_ person: Person) throws -> Bool {
        if try accessTokens().contains(where: { $0.person.id == person.id }) { return true }
        return try programs().contains { try mentors(of: $0.name).contains { $0.person.id == person.id } }
    }
}
