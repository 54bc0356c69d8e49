extension ChangeAddress {
    /// Domains that lead nowhere, or to somewhere else for everybody (RFC 6761, RFC 6762, RFC 8375; `internal` by ICANN's resolution
    /// of 2024).
    private static let privateDomains: Set<Substring> = [
        "localhost", "local", "internal", "home.arpa", "test", "invalid",
    ]

    /// Whether its server is one that everybody can have in mind, as far as its name tells without asking.
    ///
    /// What ends in a number is an address to browsers (WHATWG URL §3.5), in decimal, octal or hexadecimal and of one to four
    /// parts; only the plain form of a public one counts. A name that leads to a private address is found out when it is asked.
    public var isPublic: Bool {
        let labels = host.prefix { $0 != ":" }.split(separator: ".")
        guard labels.count >= 2, let last = labels.last else { return false }
        if last.first?.isNumber ?? false { return IPAddress(labels.joined(separator: "."))?.isPublic ?? false }
        return !Self.privateDomains.contains(last)
            && !Self.privateDomains.contains(labels.suffix(2).joined(separator: ".")[...])
    }
}
