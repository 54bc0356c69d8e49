package import Mentoring

/// People, counted in words.
package enum People {
    /// `Kim Lee (kim@example.org)`, or the address where no name is known that is theirs alone.
    package static func named(_ name: String?, _ email: EmailAddress) -> String {
        name.map { "\(OneLine.shown($0)) (\(email))" } ?? "\(email)"
    }

    /// `nobody`, `1 person`, `5 people`.
    package static func counted(_ count: Int) -> String {
        count == 0 ? "nobody" : "\(count) \(count == 1 ? "person" : "people")"
    }

    /// `nobody would be told`, `1 person would be told`, `5 people would be told`.
    package static func wouldBeTold(_ count: Int) -> String { "\(counted(count)) would be told" }

    /// `nobody is told`, `1 person is told`, `5 people are told`.
    package static func told(_ count: Int) -> String { "\(counted(count)) \(count < 2 ? "is" : "are") told" }
}
