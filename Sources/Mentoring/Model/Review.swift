public import CivilTime

/// A change under review that somebody would like a session to be about.
public struct Review: Hashable, Sendable {
    /// The number that people see and type.
    public var id: Identifier<Review>
    /// The program.
    public var program: Program.Name
    /// Where the change is: an http or https address.
    public var url: String
    /// What it is called, one line.
    public var title: String
    /// The part of the project that it is in, one line.
    public var area: String?
    /// How hard it is to review, 1 to 5.
    public var difficulty: Int?
    /// Who proposed it.
    public var proposer: Identifier<Person>
    /// When.
    public var proposed: Instant

    /// A review; the store numbers it.
    public init(
        id: Identifier<Review> = .unassigned, program: Program.Name, url: String, title: String, area: String? = nil,
        difficulty: Int? = nil, proposer: Identifier<Person>, proposed: Instant
    ) {
        self.id = id
        self.program = program
        self.url = url
        self.title = title
        self.area = area
        self.difficulty = difficulty
        self.proposer = proposer
        self.proposed = proposed
    }

    /// Checks the address of a change.
    /// - Returns: the address as it was given, without blanks around it.
    /// - Throws: `BadInput` when it is no http or https address of at most 1,000 printable ASCII characters.
    public static func validatedURL(_ text: String) throws(BadInput) -> String {
        let url = try OneLine.validated(text, as: "address", limit: 1000)
        let scheme = ["http://", "https://"].first { url.lowercased().hasPrefix($0) }
        let rest = url.dropFirst(scheme?.count ?? 0)
        guard scheme != nil, let first = rest.first, first != "/",
            url.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"\"<>\\^`{|}".utf8.contains($0) })
        else {
            throw BadInput(
                "“\(OneLine.shown(text))” is not the address of a change; expected something like https://review.example.org/c/nova/+/900001"
            )
        }
        return url
    }
}
