/// What an organizer supposes to see what would follow; never stored.
public struct Suppositions: Hashable, Sendable {
    /// One more slot of a mentor.
    public struct Slot: Hashable, Sendable {
        /// The mentor whose slot it would be.
        public var mentor: WrittenPerson
        /// When it would be, on the mentor's wall unless it names a zone.
        package var when: WrittenSlot
        /// The same as it was written.
        package var text: String

        /// Reads `akira@example.org Tue 17:00`, or `Akira Sato Tue 17:00`.
        /// - Throws: `BadInput` when it is not somebody and a slot as people write it.
        public init(_ text: String) throws(BadInput) {
            guard text.split(whereSeparator: \.isWhitespace).count > 1 else { throw Self.unreadable(text) }
            let read = try TimeOfSomebody<WrittenSlot>(text)
            guard let mentor = read.person else { throw Self.unreadable(text) }
            (self.mentor, when, self.text) = (mentor, read.time, read.text)
        }

        private static func unreadable(_ text: String) -> BadInput {
            BadInput(
                "“\(OneLine.shown(text))” is not a mentor and a time; expected something like \"akira@example.org Tue 17:00\""
            )
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
