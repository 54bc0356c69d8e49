import Mentoring
import TimeZoneCatalog

/// One thing that a verb takes.
public struct Field: Hashable, Sendable {
    /// What a value looks like.
    public indirect enum Kind: Hashable, Sendable {
        /// Text of at most so many characters.
        case text(atMost: Int)
        /// A whole number.
        case number(ClosedRange<Int>)
        /// True or false.
        case flag
        /// One of these words.
        case choice([String])
        /// A mail address.
        case email
        /// The name of a time zone.
        case zone
        /// A day, `YYYY-MM-DD`.
        case date
        /// A time on a wall, `YYYY-MM-DDTHH:MM`.
        case localDateTime
        /// Several of a kind.
        case list(Kind)
    }

    /// The name in JSON and in addresses.
    public let name: String
    /// What its values look like.
    public let kind: Kind
    /// Whether it may be left out.
    public let isOptional: Bool
    /// What it says, for people.
    public let about: String
    /// A text as somebody might give it, where its kind does not say enough.
    public let example: String?

    package init(_ name: String, _ kind: Kind, _ about: String, like example: String? = nil, isOptional: Bool = false) {
        self.name = name
        self.kind = kind
        self.about = about
        self.example = example
        self.isOptional = isOptional
    }

    /// The same field, which may be left out.
    package var optional: Field { Field(name, kind, about, like: example, isOptional: true) }
}

extension Field {
    package static let program = Field("program", .text(atMost: 32), "The program's short name.", like: "nova")
    package static let session = Field("session", .text(atMost: 80), "The session's code.", like: "nova-w03-asia")
    package static let region = Field("region", .region, "The region.")
    package static let zone = Field("zone", .zone, "In which zone times are shown.").optional

    package static let dryRun = Field("dryRun", .flag, "Whether only to say what would happen.").optional

    /// The number of a thing, in its address.
    package static func id(_ name: String) -> Field { Field(name, .id, "The number of the \(name).") }
}

extension Field.Kind {
    /// What a number of a thing can be.
    package static let id = Field.Kind.number(1...Int(Int64.max))
    package static let region = Field.Kind.choice(Region.allCases.map(\.rawValue))
    /// A name or a title on one line.
    package static let line = Field.Kind.text(atMost: 200)
    /// What somebody calls themself in a chat.
    package static let nickname = Field.Kind.text(atMost: 64)
    /// The content of a file.
    package static let file = Field.Kind.text(atMost: 1 << 20)
}
