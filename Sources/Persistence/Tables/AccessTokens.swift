import Mentoring

extension Transaction {
    func accessTokens() throws -> [AccessToken] {
        try all(.accessToken, "\(AccessToken.selection) ORDER BY access_token.id", [], AccessToken.init)
    }

    func accessToken(digest: [UInt8]) throws -> AccessToken? {
        try one(.accessToken, "\(AccessToken.selection) WHERE digest = ?", [digest], AccessToken.init)
    }

    func add(_ token: AccessToken) throws -> AccessToken {
        var added = token
        added.id = try insert(
            "INSERT INTO access_token(person, role, digest, created) VALUES (?, ?, ?, ?)",
            [token.person.id, token.role, token.digest, token.created])
        return added
    }

    func remove(_ token: Identifier<AccessToken>) throws -> Bool {
        try change("DELETE FROM access_token WHERE id = ?", [token]) > 0
    }
}

extension AccessToken {
    fileprivate init(_ row: StoredRow) throws {
        self.init(
            id: try row.value("id"), person: try row.joinedPerson(), role: try row.value("role"),
            digest: try row.value("digest"), created: try row.value("created"))
    }

    /// A query for tokens with their people, to be followed by a condition.
    fileprivate static let selection = """
        SELECT access_token.*, \(Person.joinedColumns) FROM access_token JOIN person ON person.id = access_token.person
        """
}

extension Table {
    static let accessToken = Table("access_token")
}
