/// An iCalendar component as a value (RFC 5545 §3.6); `Libical` makes bytes of it.
struct Component: Hashable, Sendable {
    /// The components that Meridian writes.
    enum Kind: String, Sendable {
        case calendar = "VCALENDAR"
        case event = "VEVENT"
        case timeZone = "VTIMEZONE"
        case standard = "STANDARD"
        case daylight = "DAYLIGHT"
    }

    var kind: Kind
    var properties: [Property]
    var children: [Component] = []
}

/// A property with its value and parameters (RFC 5545 §3.5), in the order given.
struct Property: Hashable, Sendable {
    /// What stands after the colon.
    enum Value: Hashable, Sendable {
        /// For people: any characters, escaped on the way out.
        case text(String)
        /// For programs: the wire form itself, as RFC 5545 §3.3 spells it for the property's type.
        case literal(String)
    }

    /// A parameter; the value may hold any characters (RFC 6868).
    struct Parameter: Hashable, Sendable {
        var name: String
        var value: String

        init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    var name: String
    var value: Value
    var parameters: [Parameter]

    static func text(_ name: String, _ text: String) -> Property {
        Property(name: name, value: .text(text), parameters: [])
    }

    static func literal(_ name: String, _ value: String, _ parameters: [Parameter] = []) -> Property {
        Property(name: name, value: .literal(value), parameters: parameters)
    }

    static func uri(_ name: String, _ address: String) -> Property {
        .literal(name, address.percentEncodedForURI)
    }

    static func person(_ name: String, _ address: String, _ parameters: [Parameter]) -> Property {
        .literal(name, "mailto:\(address.percentEncodedForURI)", parameters)
    }
}
