import CivilTime
public import Mentoring
public import MentoringAPI

extension TrainingService {
    /// What whoever acts with a token can set for themself, read at one moment.
    /// - Parameters:
    ///   - token: what they act with.
    ///   - addresses: where feeds can be subscribed to.
    /// - Returns: what the same questions of the API answer, and the address of their calendar.
    /// - Throws: `Refusal` not-found for somebody who is gone meanwhile.
    public func ownSettings(of token: AccessToken, addresses: FeedAddresses) async throws -> OwnSettings {
        let (now, principal) = (clock.now(), Principal.token(token))
        let email = token.person.email
        return try await store.read { transaction in
            let myself = try transaction.myself(email, by: principal)
            let titles = Dictionary(
                uniqueKeysWithValues: try transaction.programs(of: email).map { ($0.name, $0.title) })
            return OwnSettings(
                myself,
                parts: try myself.programs.map { part in
                    .init(
                        part, title: titles[part.program] ?? part.program,
                        nicknames: try transaction.nicknameViews(of: part.program, for: myself.email))
                },
                tokens: try transaction.views(
                    of: transaction.accessTokens(of: transaction.requirePerson(email).id), seenBy: principal, at: now),
                feed: try knownAddress(of: transaction.requirePerson(email), addresses, transaction))
        }
    }
}
