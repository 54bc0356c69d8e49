extension BinaryInteger {
    /// So many of a thing: `1 turn`, `3 turns`.
    package func counted(_ thing: String) -> String { "\(self) \(thing)\(self == 1 ? "" : "s")" }
}
