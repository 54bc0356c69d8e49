public import Mentoring

/// Everything that is kept about a person.
public struct ExportPerson: Request {
    public typealias Answer = PersonExport
    public static let route = Route(
        .get, "people/export", for: .trainee,
        "Everything that is kept about a person, for themself or for an administrator.", of: Self())

    @Field("Who.", .person(of: .participants)) public var email: WrittenPerson

    private init() {}

    public init(email: any MeansSomebody) { self.email = email.asWritten }

    public var subject: Subject { .person(email) }
}

/// Takes everything that tells who somebody is out of what is kept.
public struct ErasePerson: Request {
    public typealias Answer = ErasureView
    public static let route = Route(
        .post, "people/erasures", for: .trainee,
        "Erase a person: end all that they are, and keep nothing that tells who they were; for themself or for an administrator.",
        of: Self())

    @Field("Who.", .person(of: .participants)) public var email: WrittenPerson
    @Field(.dryRun) public var dryRun: Bool?

    private init() {}

    public static var worksInArchive: Bool { true }

    /// What is written down of it names nobody, so it is written down where it is done.
    public static var isLogged: Bool { false }

    public init(email: any MeansSomebody, dryRun: Bool? = nil) {
        self.email = email.asWritten
        self.dryRun = dryRun
    }

    public var subject: Subject { .person(email) }
}
