import Mentoring

extension Transaction {
    func feedAddress(of person: Identifier<Person>) throws -> PersonalFeedAddress? {
        try one(.feedAddress, "SELECT * FROM feed_address WHERE person = ? ORDER BY generation DESC LIMIT 1", [person])
        {
            PersonalFeedAddress(
                person: try $0.value("person"), generation: try $0.value("generation"), digest: try $0.value("digest"))
        }
    }

    func person(feedAddress digest: [UInt8]) throws -> Person? {
        try one(
            .person,
            """
            SELECT person.* FROM feed_address JOIN person ON person.id = feed_address.person WHERE digest = ?
            """, [digest], Person.init)
    }

    func add(_ address: PersonalFeedAddress) throws {
        try add(
            to: .feedAddress, ["person": address.person, "generation": address.generation, "digest": address.digest])
    }

    func removeFeedAddresses(of person: Identifier<Person>) throws {
        try change("DELETE FROM feed_address WHERE person = ?", [person])
    }
}

extension Table {
    static let feedAddress = Table("feed_address", key: ["person", "generation"])
}
