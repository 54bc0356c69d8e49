/// Who is meant, as somebody wrote it: a mail address, or a name.
///
/// What is an address is one, whoever is called so. Whom a name means only the service can tell, which knows whom the one who
/// asks may see; it carries out no request before an address stands in the name's place.
public struct WrittenPerson: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The address, or the name as it was written, without blanks around it.
    public let description: String

    /// What somebody wrote, or somebody's address.
    public init(_ somebody: any MeansSomebody) { self = somebody.asWritten }

    fileprivate init(_ address: EmailAddress) { description = address.description }

    fileprivate init(text: String) {
        description = (try? EmailAddress(text))?.description ?? String(text.trimmingBlanks)
    }

    /// Whether nothing was written.
    package var isEmpty: Bool { description.isEmpty }

    /// The address.
    /// - Throws: `BadInput` for a name of which nobody has said yet whose it is.
    package var address: EmailAddress {
        get throws(BadInput) { try EmailAddress(description) }
    }

    /// Reads the bare text.
    public init(from decoder: any Decoder) throws {
        self.init(text: try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the bare text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Whatever says who is meant.
public protocol MeansSomebody: Sendable {
    /// The same as somebody would write it.
    var asWritten: WrittenPerson { get }
}

extension WrittenPerson: MeansSomebody {
    /// Itself.
    public var asWritten: WrittenPerson { self }
}

extension EmailAddress: MeansSomebody {
    /// The address.
    public var asWritten: WrittenPerson { WrittenPerson(self) }
}

extension String: MeansSomebody {
    /// An address or a name.
    public var asWritten: WrittenPerson { WrittenPerson(text: self) }
}
