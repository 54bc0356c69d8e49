package import CivilTime
package import TimeZoneCatalog

/// The name of a zone within a text that says a time; whether there is one of that name only a catalog knows.
package struct WrittenZone: Hashable, Sendable {
    /// As it was written.
    package let name: String
    let text: String
    let position: Int

    /// The zone of that name.
    ///
    /// - Throws: `BadInput` for an abbreviation, which says neither where nor when clocks change, and for a name that no zone
    ///   has, with the nearest ones.
    package func known(in zones: TimeZoneCatalog) throws(BadInput) -> TimeZoneID {
        do {
            return try zones.place(named: ["z", "utc"].contains(name.lowercased()) ? TimeZoneID.utc.name : name)
        } catch {
            throw BadInput(UnreadTime(text: text, position: position, help: "\(error)"))
        }
    }
}
