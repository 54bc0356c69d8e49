/// A turn: one week of one program in one region that wants a session.
public struct Demand: Hashable, Sendable {
    /// Names the demand in plans.
    public var id: String
    /// The program that holds the session.
    public var program: String
    /// The week's number, from 0.
    public var week: Int
    /// The region whose mentors may lead it.
    public var region: String

    /// A demand of one program, week and region.
    public init(id: String, program: String, week: Int, region: String) {
        self.id = id
        self.program = program
        self.week = week
        self.region = region
    }
}
