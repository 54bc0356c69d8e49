package import CivilTime
import Mentoring

/// How far somebody is in.
public enum JoinState: String, Codable, Sendable, CaseIterable {
    /// They are a trainee.
    case joined
    /// They wait until an organizer lets them in.
    case asked
    /// They are once they accept the invitation that was mailed to them.
    case invited
}

/// The answer to somebody who joined a program as a trainee, or had somebody join.
public struct JoinResult: Codable, Hashable, Sendable {
    /// Who joined.
    public var person: PersonView
    /// How far they are in.
    public var state: JoinState
    /// How many of the next six sessions lie within the person's day.
    public var humane: Int
    /// How many sessions that counts, at most six.
    public var ofNext: Int
    /// That they are known by another name or in another zone than was said, and stay so: joining changes neither.
    public var keepsKnown: Bool?
    /// That they were a trainee before they were let in.
    public var wasKnown: Bool?

    package init(person: PersonView, state: JoinState, humane: Int, ofNext: Int) {
        self.person = person
        self.state = state
        self.humane = humane
        self.ofNext = ofNext
    }

    /// The same, which says so where somebody is known otherwise than was said of them.
    package func saying(_ name: String, _ zone: TimeZoneID) -> JoinResult {
        var result = self
        if (name, zone) != (person.name, person.zone) { result.keepsKnown = true }
        return result
    }
}
