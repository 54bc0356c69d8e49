/// What stands between BEGIN and END (RFC 5545 §3.6).
struct CalendarComponent {
    /// In capitals: `VEVENT`.
    let kind: String
    /// The physical line of its BEGIN.
    let line: Int
    var properties: [ContentLine] = []
    var children: [CalendarComponent] = []

    /// The properties of a name, in their order.
    func all(_ name: String) -> [ContentLine] { properties.filter { $0.name == name } }

    /// The first property of a name.
    func first(_ name: String) -> ContentLine? { properties.first { $0.name == name } }

    /// The components directly inside of a kind.
    func children(_ kind: String) -> [CalendarComponent] { children.filter { $0.kind == kind } }

    /// Calls the body with this component and all inside it, but not with time zones, whose times are of another sort.
    func forEachOutsideTimeZones(_ body: (CalendarComponent) -> Void) {
        guard kind != "VTIMEZONE" else { return }
        body(self)
        for child in children { child.forEachOutsideTimeZones(body) }
    }
}

/// What a calendar is for (RFC 5546 §1.4).
enum CalendarMethod: Hashable {
    case feed
    case request
    case cancel
    case reply
    /// A method that no rule speaks of.
    case other

    init(of calendar: CalendarComponent) {
        switch calendar.first("METHOD")?.value.asciiUppercased {
        case nil, "PUBLISH": self = .feed
        case "REQUEST": self = .request
        case "CANCEL": self = .cancel
        case "REPLY": self = .reply
        default: self = .other
        }
    }
}
