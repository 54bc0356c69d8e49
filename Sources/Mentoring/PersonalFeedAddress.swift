/// A secret address of one person's own calendar, as it is kept: by its digest only.
public struct PersonalFeedAddress: Hashable, Sendable {
    /// The person whose calendar it leads to.
    public var person: Identifier<Person>
    /// How many addresses the person has had, this one included; it is part of what the address is made from.
    public var generation: Int
    /// SHA-256 of the address's secret part.
    public var digest: [UInt8]

    /// An address with every part given.
    public init(person: Identifier<Person>, generation: Int, digest: [UInt8]) {
        self.person = person
        self.generation = generation
        self.digest = digest
    }
}
