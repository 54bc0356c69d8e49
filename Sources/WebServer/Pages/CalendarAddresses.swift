import Mentoring

/// The ways to one feed, for the template.
struct CalendarAddresses: Encodable {
    let name: String
    let https: String
    let webcal: String

    init(_ name: String, _ address: String) {
        self.name = name
        https = address
        webcal = "webcal" + address.drop { $0 != ":" }
    }
}
