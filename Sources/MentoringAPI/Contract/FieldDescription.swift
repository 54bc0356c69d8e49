import Mentoring
import TimeZoneCatalog

/// One thing that a request takes.
public struct FieldDescription: Hashable, Sendable {
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
        /// A mail address, of somebody new, too.
        case email
        /// Somebody of a circle, by mail address or name.
        case person(of: Circle)
        /// A mentor, as such, and when a slot is.
        case mentorAndTime
        /// The name of a time zone.
        case zone
        /// A day, `YYYY-MM-DD`.
        case date
        /// A time on a wall, `YYYY-MM-DDTHH:MM`.
        case localDateTime
        /// Several of a kind, and how many.
        case list(Kind, atMost: Int = Kind.mostListed)
    }

    /// The name in JSON and in addresses.
    public let name: String
    /// What its values look like.
    public let kind: Kind
    /// Whether it may be left out.
    public let isOptional: Bool
    /// What it says, for people.
    public let about: String
    /// The same, and how it may be said.
    public var explanation: String {
        switch kind {
        case .person, .list(.person, _): "\(about) By mail address or name, or by words of it that nobody else has."
        default: about
        }
    }
    /// A text as somebody might give it, where its kind does not say enough.
    public let example: String?

    package init(
        _ name: String, _ kind: Kind, _ about: String, like example: String? = nil, isOptional: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.about = about
        self.example = example
        self.isOptional = isOptional
    }

}

// What several requests take, in the same words.
extension FieldDescription {
    package static let program = FieldDescription("program", .shortName, "The program's short name.", like: "nova")
    package static let session = FieldDescription(
        "session", .code, "The session's code.", like: "nova-2027a-w03-asia")
    package static let season = FieldDescription(
        "season", .text(atMost: 16), "The season; else the one that runs, or the next one.", like: "2027a")
    package static let region = FieldDescription("region", .region, "The region.")
    package static let duty = FieldDescription("duty", .shortName, "The duty's short name.", like: "triage")
    package static let dutyTurn = FieldDescription(
        "turn", .code, "The week's code.", like: "nova-2027a-w03-triage")
    package static let zone = FieldDescription("zone", .zone, "In which zone times are shown.")
    package static let dryRun = FieldDescription("dryRun", .flag, "Whether only to say what would happen.")

    /// The number of a thing, in its address.
    package static func id(_ name: String) -> FieldDescription {
        FieldDescription(name, .id, "The number of the \(name).")
    }
}

extension FieldDescription.Kind {
    /// What a number of a thing can be.
    package static let id = FieldDescription.Kind.number(1...Int(Int64.max))
    package static let region = FieldDescription.Kind.choice(Region.allCases.map(\.rawValue))
    /// The short name of a program or of a duty.
    package static let shortName = FieldDescription.Kind.text(atMost: 32)
    /// The code of a session, or of a week of a duty.
    package static let code = FieldDescription.Kind.text(atMost: 80)
    /// A name or a title on one line.
    package static let line = FieldDescription.Kind.text(atMost: 200)
    /// What somebody calls themself in a chat.
    package static let nickname = FieldDescription.Kind.text(atMost: 64)
    /// The content of a file, which has as many characters at most.
    package static let file = FieldDescription.Kind.text(atMost: fileBytes)
    /// The most bytes of a file that is sent.
    package static let fileBytes = 1 << 20
}
