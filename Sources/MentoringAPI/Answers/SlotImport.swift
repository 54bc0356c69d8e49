public import Mentoring

/// What became of the times that a mentor's calendar offers.
public struct SlotImport: Codable, Hashable, Sendable {
    /// What happened to a slot.
    public enum Outcome: String, Codable, CaseIterable, Sendable { case added, changed, known }

    /// One entry of the calendar that is a slot.
    public struct Taken: Codable, Hashable, Sendable {
        /// Where it begins in the file.
        public var line: Int
        /// What happened.
        public var outcome: Outcome
        /// The slot as it is now.
        public var slot: SlotView
        /// What the slot does not say of the entry, in words.
        public var note: String?
        /// What speaks against dates to come, as where the slot is published: hours that the clock skips or repeats, or that lie
        /// outside the mentor's own day; null when nothing does.
        public var remarks: [String]?

        package init(
            line: Int, outcome: Outcome, slot: SlotView, note: String? = nil, remarks: [String]? = nil
        ) {
            self.line = line
            self.outcome = outcome
            self.slot = slot
            self.note = note
            self.remarks = remarks
        }
    }

    /// What was taken, in the order of the file.
    public var taken: [Taken]
    /// What was left, by line.
    public var left: [LeftOut]

    package init(taken: [Taken], left: [LeftOut]) {
        self.taken = taken
        self.left = left
    }
}
