extension InstanceDocument {
    /// From when on a UTC offset holds; in JSON the pair `["YYYY-MM-DDTHH:MMZ", minutes east]`.
    public struct OffsetChange: Codable, Hashable, Sendable {
        /// The instant, `YYYY-MM-DDTHH:MMZ`.
        public var start: String
        /// Minutes east of UTC.
        public var offset: Int

        /// An offset that holds from an instant.
        public init(start: String, offset: Int) {
            self.start = start
            self.offset = offset
        }

        /// Reads the pair.
        public init(from decoder: any Decoder) throws {
            var pair = try decoder.unkeyedContainer()
            start = try pair.decode(String.self)
            offset = try pair.decode(Int.self)
        }

        /// Writes the pair.
        public func encode(to encoder: any Encoder) throws {
            var pair = encoder.unkeyedContainer()
            try pair.encode(start)
            try pair.encode(offset)
        }
    }
}
