/// A name of the tz database, such as `Europe/Berlin`: well formed, though not necessarily one that exists.
public struct TimeZoneID: Hashable, Sendable {
    /// The name as written.
    public let name: String

    /// The longest name accepted, in bytes.
    public static let maximumLength = 64

    /// Checks the syntax of a name; that it exists only a catalog of zones can tell.
    ///
    /// A name is one or more components of ASCII letters, digits, `.`, `_`, `+` and `-`, separated by `/`. No component
    /// may be empty, `.` or `..`, and the name may not begin with `-`, so that it is always safe as a relative path.
    public init?(_ name: String) {
        guard (1...Self.maximumLength).contains(name.utf8.count), name.utf8.first != UInt8(ascii: "-") else {
            return nil
        }
        let components = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let areSafe = components.allSatisfy { component in
            !component.isEmpty && !component.elementsEqual(".".utf8) && !component.elementsEqual("..".utf8)
                && component.allSatisfy(Self.isNameByte)
        }
        guard areSafe else { return nil }
        self.name = name
    }

    private init(trusted name: String) {
        self.name = name
    }

    /// `UTC`.
    public static let utc = TimeZoneID(trusted: "UTC")

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "A"..."Z", "a"..."z", "0"..."9", ".", "_", "+", "-": true
        default: false
        }
    }
}

extension TimeZoneID: Comparable {
    /// Whether the first comes earlier in the order of bytes.
    public static func < (first: TimeZoneID, second: TimeZoneID) -> Bool {
        first.name < second.name
    }
}

extension TimeZoneID: TextCodable {
    static let expectation = "a time zone name such as Europe/Berlin"

    init?(text: String) {
        self.init(text)
    }

    /// The name.
    public var description: String { name }
}
