extension Review {
    /// A review as its mentor names it: by its number in the list, or by the address of the change.
    public enum Choice: Hashable, Sendable {
        /// The number in the list.
        case number(Identifier<Review>)
        /// The address; a Gerrit address may name the patch set.
        case change(ChangeAddress)

        /// Reads what was typed.
        /// - Throws: `BadInput` when it is neither a number nor an address.
        public init(_ text: String) throws(BadInput) {
            if let number = Int64(text), number > 0 {
                self = .number(Identifier(number))
            } else {
                self = .change(try ChangeAddress(text))
            }
        }
    }
}
