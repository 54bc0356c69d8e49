/// Addresses of web pages, as people give them.
enum WebAddress {
    /// Checks an address.
    ///
    /// - Parameters:
    ///   - text: what was given.
    ///   - what: of what it is the address, such as "a change".
    ///   - example: a good one.
    /// - Returns: the address as it was given, without blanks around it.
    /// - Throws: `BadInput` when it is no http or https address of at most 1,000 printable ASCII characters.
    static func validated(_ text: String, of what: String, example: String) throws(BadInput) -> String {
        let url = try OneLine.validated(text, as: "address", limit: 1000)
        let scheme = ["http://", "https://"].first { url.lowercased().hasPrefix($0) }
        let rest = url.dropFirst(scheme?.count ?? 0)
        guard scheme != nil, let first = rest.first, first != "/",
            url.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"\"<>\\^`{|}".utf8.contains($0) })
        else {
            throw BadInput("“\(OneLine.shown(text))” is not the address of \(what); expected something like \(example)")
        }
        return url
    }
}
