import CivilTime
import Mentoring

extension Transaction {
    func accessTokens() throws -> [AccessToken] {
        try all(.accessToken, "\(AccessToken.selection) ORDER BY access_token.id", [], AccessToken.init)
    }

    func accessTokens(of person: Identifier<Person>) throws -> [AccessToken] {
        try all(
            .accessToken, "\(AccessToken.selection) WHERE person = ? ORDER BY access_token.id", [person],
            AccessToken.init)
    }

    func accessToken(_ id: Identifier<AccessToken>) throws -> AccessToken? {
        try one(.accessToken, "\(AccessToken.selection) WHERE access_token.id = ?", [id], AccessToken.init)
    }

    func accessToken(digest: [UInt8]) throws -> AccessToken? {
        try one(.accessToken, "\(AccessToken.selection) WHERE digest = ?", [digest], AccessToken.init)
    }

    func add(_ token: AccessToken) throws -> AccessToken {
        var added = token
        added.id = try insert(
            into: .accessToken,
            [
                "kind": token.kind, "person": token.person.id, "program": token.program, "role": token.limits.role,
                "scope": token.limits.scope, "expires": token.limits.expires, "label": token.label,
                "digest": token.digest, "created": token.created, "last_used": token.lastUsed, "revoked": token.revoked,
            ])
        return added
    }

    func update(_ token: AccessToken) throws {
        try changeOne(
            "token \(token.id)", in: .accessToken, token.id,
            ["last_used": token.lastUsed, "expires": token.limits.expires, "revoked": token.revoked])
    }

    func removeBrowserSessions(deadSince moment: Instant) throws {
        // One after the other, each by its index.
        try change("DELETE FROM access_token WHERE kind = 'browser' AND expires < ?", [moment])
        try change(
            "DELETE FROM access_token WHERE kind = 'browser' AND revoked IS NOT NULL AND revoked < ?", [moment])
    }
}

extension AccessToken {
    fileprivate init(_ row: StoredRow) throws {
        self.init(
            id: try row.value("id"), kind: try row.value("kind"), person: try row.joinedPerson(),
            limits: Limits(
                program: try row.valueIfAny("program"), role: try row.value("role"), scope: try row.value("scope"),
                expires: try row.valueIfAny("expires")),
            label: try row.valueIfAny("label"), digest: try row.value("digest"), created: try row.value("created"),
            lastUsed: try row.valueIfAny("last_used"), revoked: try row.valueIfAny("revoked"))
    }

    /// A query for tokens with their people, to be followed by a condition.
    fileprivate static let selection = """
        SELECT access_token.*, \(Person.joinedColumns) FROM access_token JOIN person ON person.id = access_token.person
        """
}

extension Table {
    static let accessToken = Table("access_token")
}
