extension Session {
    /// Checks where the log of a session is said to be.
    /// - Returns: the address as it was given, without blanks around it.
    /// - Throws: `BadInput` when it is no http or https address of at most 1,000 printable ASCII characters.
    package static func validatedLog(_ text: String) throws(BadInput) -> String {
        let url = try OneLine.validated(text, as: "address", limit: 1000)
        let scheme = ["http://", "https://"].first { url.lowercased().hasPrefix($0) }
        let rest = url.dropFirst(scheme?.count ?? 0)
        guard scheme != nil, let first = rest.first, first != "/",
            url.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"\"<>\\^`{|}".utf8.contains($0) })
        else {
            throw BadInput(
                "“\(OneLine.shown(text))” is not the address of a log; expected something like https://meetings.example.org/nova/2027/nova.2027-01-12-16.00.log.html"
            )
        }
        return url
    }
}
