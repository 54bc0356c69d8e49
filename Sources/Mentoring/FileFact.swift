/// One thing that a program's file said when it was applied last.
public struct FileFact: Hashable, Sendable {
    /// Whom it is about; nil where it is about the program itself.
    public var owner: Identifier<Person>?
    /// What is meant, such as `max-per-month`, or `slot Tue 17:00`.
    public var key: String
    /// What the file said of it; empty where it is enough that it was there.
    public var value: String

    /// A fact with every part given.
    public init(owner: Identifier<Person>?, key: String, value: String = "") {
        self.owner = owner
        self.key = key
        self.value = value
    }
}
