package import CivilTime
package import Mentoring

/// Something that is supposed when a plan is tried, with the facts.
package enum Supposition: Hashable, Sendable {
    /// A mentor, by name, leads nothing.
    case without(String)
    /// A mentor, by name, offers a slot too, on the wall of a zone.
    case withSlot(String, SlotPattern, TimeZoneID)

    /// The sentence.
    package var text: String {
        switch self {
        case .without(let name): "\(name) leads nothing from now on"
        case .withSlot(let name, let pattern, let zone): "\(name) also offers \(pattern.summary) \(zone)"
        }
    }
}
