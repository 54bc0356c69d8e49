extension String {
    /// The text with zeros before it up to so many characters, so that numbers sort as text.
    package func zeroPadded(to length: Int) -> String {
        String(repeating: "0", count: Swift.max(0, length - count)) + self
    }
}
