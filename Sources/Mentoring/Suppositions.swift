/// What an organizer supposes to see what would follow; never stored.
public struct Suppositions: Hashable, Sendable {
    /// One more slot of a mentor.
    public struct Slot: Hashable, Sendable {
        /// The mentor whose slot it would be.
        public var mentor: EmailAddress
        /// When it would be, on the mentor's wall unless it names a zone.
        package var when: WrittenSlot

        /// Reads `akira@example.org Tue 17:00`.
        /// - Throws: `BadInput` when it is not an address and a slot as people write it.
        public init(_ text: String) throws(BadInput) {
            let words = text.split(separator: " ", maxSplits: 1)
            guard words.count == 2 else {
                throw BadInput(
                    "“\(OneLine.shown(text))” is not a mentor and a time; expected something like \"akira@example.org Tue 17:00\""
                )
            }
            mentor = try EmailAddress(String(words[0]))
            when = try WrittenSlot(String(words[1]))
        }
    }

    /// Mentors who lead nothing from now on.
    public var without: [EmailAddress]
    /// Slots that mentors offer besides those they published.
    public var slots: [Slot]

    /// Nothing, unless something is given.
    public init(without: [EmailAddress] = [], slots: [Slot] = []) {
        self.without = without
        self.slots = slots
    }

    /// Whether nothing is supposed.
    public var isEmpty: Bool { without.isEmpty && slots.isEmpty }
}
