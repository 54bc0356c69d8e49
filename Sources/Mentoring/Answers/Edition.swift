/// A state of the books together with the tz data in force.
public struct Edition: Hashable, Sendable {
    let changes: Int
    let timeZones: String
}
