import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension ShowPersonalFeed: HandledRequest {
    /// The secret address of a person's own calendar, made when it is first asked for.
    ///
    /// Only its digest is kept; the address itself can be made again from the key beside the database.
    ///
    /// - Throws: `Refusal` not-found for an unknown person.
    public func carryOut(for client: Client) async throws -> FeedLink {
        let (service, addresses) = (client.service, client.addresses)
        let email = try client.caller.person()
        let known = try await service.store.read { transaction in
            try service.knownAddress(of: transaction.requirePerson(email), addresses, transaction)
        }
        if let known { return FeedLink(url: known) }
        return try await service.store.write { transaction in
            FeedLink(url: try service.personalFeedAddress(of: transaction.requirePerson(email), addresses, transaction))
        }
    }
}

extension RotateFeed: HandledRequest {
    /// Gives a person a new address; those before lead nowhere from then on, and neither do the links in mails that they got so far.
    /// - Throws: `Refusal` not-found for an unknown person.
    public func carryOut(for client: Client) async throws -> FeedLink {
        let service = client.service
        let email = try client.caller.person()
        let addresses = client.addresses
        return try await service.store.write { transaction in
            let person = try transaction.requirePerson(email)
            let generation = try transaction.feedAddress(of: person.id)?.generation ?? 0
            try transaction.removeFeedAddresses(of: person.id)
            try transaction.removeMailMatters(of: person.id)
            return FeedLink(url: try service.newAddress(of: person, generation: generation + 1, addresses, transaction))
        }
    }
}

extension TrainingService {
    func personalFeedAddress(
        of person: Person, _ addresses: FeedAddresses, _ transaction: any StoreWriting
    ) throws -> String {
        if let known = try knownAddress(of: person, addresses, transaction) { return known }
        // With another key than the last address was made with only a new one can be shown; the old one stays good.
        let generation = try transaction.feedAddress(of: person.id)?.generation ?? 0
        return try newAddress(of: person, generation: generation + 1, addresses, transaction)
    }

    /// The address that a person has, if the key at hand is the one that it was made with.
    func knownAddress(
        of person: Person, _ addresses: FeedAddresses, _ transaction: any StoreReading
    ) throws -> String? {
        guard let known = try transaction.feedAddress(of: person.id) else { return nil }
        let secret = try secret(of: person, generation: known.generation)
        return secrets.digest(of: secret) == known.digest ? addresses.personalFeed(secret) : nil
    }

    func newAddress(
        of person: Person, generation: Int, _ addresses: FeedAddresses, _ transaction: any StoreWriting
    ) throws -> String {
        let secret = try secret(of: person, generation: generation)
        try transaction.add(
            PersonalFeedAddress(person: person.id, generation: generation, digest: secrets.digest(of: secret)))
        return addresses.personalFeed(secret)
    }

    private func secret(of person: Person, generation: Int) throws -> String {
        try secrets.secret(for: "feed \(person.id) \(generation)")
    }
}
