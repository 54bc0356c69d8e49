/// A week of the season; its number is its position among the problem's weeks.
///
/// A frozen week stays in the list and merely has no demands, so gaps are counted in calendar weeks.
public struct Week: Hashable, Sendable {
    /// The Monday it starts on, in days since 1970-01-01.
    public var monday: Int

    /// A week that starts on the given Monday, in days since 1970-01-01.
    public init(monday: Int) {
        self.monday = monday
    }
}
