import Mentoring

/// What a receiving host found out about who sent a mail (RFC 8601).
struct AuthenticationResults {
    /// A method's result and what it speaks of: the words left and right of each `=`, in order.
    private typealias Statement = [(key: String, value: String)]

    private let statements: [Statement]

    /// The topmost field that the host wrote; a host takes those off that others wrote in its name (§5).
    ///
    /// Nil when there is none, or the topmost makes no sense.
    init?(of host: String, in header: HeaderFields) {
        for value in header.all("authentication-results") {
            // One that cannot be read may be the host's: nothing below it counts.
            guard let tokens = FieldToken.all(in: value, marks: FieldToken.assignmentMarks) else { return nil }
            let parts = tokens.split(omittingEmptySubsequences: false) { $0.isMark(";") }
            // The host's name, then perhaps the version, which is 1.
            guard let first = parts.first, let name = first.first, first.count <= 2,
                name.text.lowercased() == host.lowercased()
            else { continue }
            if first.count == 2, first.last?.text != "1" { return nil }
            statements = parts.dropFirst().compactMap(Self.statement)
            return
        }
        return nil
    }

    /// Whether they say that an address's domain sent the mail: by DMARC, or by a DKIM signature of it or of a domain
    /// above it that has at least two labels.
    func vouch(for sender: EmailAddress) -> Bool {
        let domain = sender.description.split(separator: "@").last.map(String.init) ?? ""
        return statements.contains { statement in
            guard let method = statement.first, method.value.lowercased() == "pass" else { return false }
            func values(_ key: String) -> [String] {
                statement.filter { $0.key == key }.map { $0.value.lowercased() }
            }
            switch method.key {
            case "dmarc", "dmarc/1": return values("header.from") == [domain]
            case "dkim", "dkim/1":
                let signers = values("header.d")
                // Whom it signs for lies within the domain that signs.
                let identities = values("header.i").compactMap { $0.split(separator: "@").last.map(String.init) }
                let named = signers.isEmpty ? identities : signers
                guard named.count == 1, let signer = named.first else { return false }
                return signer == domain || domain.hasSuffix("." + signer) && signer.split(separator: ".").count >= 2
            default: return false
            }
        }
    }

    /// `method=result reason=… ptype.property=value …`; nil when it is anything else.
    private static func statement(_ tokens: ArraySlice<FieldToken>) -> Statement? {
        var (statement, rest): (Statement, ArraySlice<FieldToken>) = ([], tokens)
        while let key = rest.popFirst() {
            guard let key = key.word, rest.popFirst()?.isMark("=") ?? false, let value = rest.popFirst(),
                !value.isMark("=")
            else { return nil }
            statement.append((key.lowercased(), value.text))
        }
        return statement
    }
}

extension FieldToken {
    /// The text of a word or of a quoted string.
    fileprivate var text: String {
        switch kind {
        case .word(let bytes), .quoted(let bytes): String(decoding: bytes, as: UTF8.self)
        case .mark(let mark): String(UnicodeScalar(mark))
        }
    }
}
