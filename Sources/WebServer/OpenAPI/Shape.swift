import CivilTime
import Mentoring

/// What a value's JSON looks like.
indirect enum Shape: Hashable, Sendable {
    case flag
    case integer
    case decimal
    case text(Form)
    /// One of these words.
    case choice([String])
    case list(Shape)
    /// An object with any keys.
    case map(Shape)
    case object(Object)

    /// What a text is to be read as.
    enum Form: Hashable, Sendable { case any, email, zone, date, time, localDateTime, instant, meetingWeeks }

    /// An object with these keys.
    struct Object: Hashable, Sendable {
        /// The Swift type with the types that it is nested in: `SessionView.Yours`.
        let name: String
        let properties: [Property]
    }

    /// A key of an object.
    struct Property: Hashable, Sendable {
        let name: String
        let shape: Shape
        /// Whether it may be null, or missing.
        let isOptional: Bool
    }

    /// All objects in it, each once, by name.
    var objects: [Object] {
        var found: [String: Object] = [:]
        collect(into: &found)
        return found.values.sorted { $0.name < $1.name }
    }

    private func collect(into found: inout [String: Object]) {
        switch self {
        case .list(let shape), .map(let shape): shape.collect(into: &found)
        case .object(let object):
            found[object.name] = object
            for property in object.properties { property.shape.collect(into: &found) }
        case .flag, .integer, .decimal, .text, .choice: break
        }
    }
}

extension Shape.Form {
    /// How a type reads its text.
    static func of(_ type: Any.Type) -> Shape.Form {
        switch type {
        case is EmailAddress.Type: .email
        case is TimeZoneID.Type: .zone
        case is LocalDate.Type: .date
        case is LocalTime.Type: .time
        case is LocalDateTime.Type: .localDateTime
        case is Instant.Type: .instant
        case is MeetingWeeks.Type: .meetingWeeks
        default: .any
        }
    }

    /// A text that such a type can read.
    var sample: String {
        switch self {
        case .any: "text"
        case .email: "name@example.org"
        case .zone: "Africa/Lagos"
        case .date: "2027-01-05"
        case .time: "17:00"
        case .localDateTime: "2027-01-05T17:00:00"
        case .instant: "2027-01-05T08:00:00Z"
        case .meetingWeeks: "weeks-of-month 2,4 of tue"
        }
    }
}
