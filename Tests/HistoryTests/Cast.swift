import Foundation
import Mentoring

/// Who takes part in every history: two programs of one server that share people and hours, over the weeks in which North
/// America's and Europe's clocks change.
enum Cast {
    static let programs = ["nova", "glance"]
    static let regions = ["europe", "americas"]
    static let weeks = 4
    static let start = "2027-03-08"
    /// What a season from then is called that has no name of its own.
    static let season = "202703"
    /// The season after it, once a program's file has one, and how that is called.
    static let nextStart = "2027-04-05"
    static let next = "202704"
    /// A week before the season, at nine in the morning of a Monday in UTC.
    static let now = "2027-03-01T09:00:00Z"

    /// A mentor of one program, as its file has them.
    struct Turn {
        let name: String
        let program: String
        let region: String
        let slots: [String]
        var gap = 1
        var month = 4
    }

    /// In each region the hours of the two programs overlap.
    static let mentors = [
        Turn(name: "ann", program: "nova", region: "europe", slots: ["Tue 17:00", "Thu 17:00"]),
        Turn(name: "ben", program: "nova", region: "europe", slots: ["Tue 16:30"], gap: 2, month: 2),
        Turn(name: "pia", program: "nova", region: "americas", slots: ["Wed 12:00"]),
        Turn(name: "joe", program: "nova", region: "americas", slots: ["Wed 13:30"], month: 3),
        Turn(name: "ann", program: "glance", region: "europe", slots: ["Tue 17:30"], month: 3),
        Turn(name: "cem", program: "glance", region: "europe", slots: ["Tue 19:30"]),
        Turn(name: "joe", program: "glance", region: "americas", slots: ["Wed 14:00", "Thu 14:00"], gap: 2),
        Turn(name: "ned", program: "glance", region: "americas", slots: ["Wed 10:30"]),
    ]

    static let zones = [
        "ann": "Europe/Berlin", "ben": "Europe/London", "pia": "America/New_York", "joe": "America/Sao_Paulo",
        "cem": "Europe/Istanbul", "ned": "America/Denver", "ada": "Europe/Paris", "bob": "America/New_York",
        "cyd": "Pacific/Auckland", "dot": "Asia/Kolkata",
    ]

    /// What falls to one volunteer a week in each program.
    static let duty = "triage"

    static let people = zones.keys.sorted()
    /// Those who act with a token over the API; the others do with a browser, or with commands.
    static let withToken: Set = ["ada", "ann", "joe"]
    /// Those of them who ask over HTTP, and not in the server's own process.
    static let farAway: Set = ["ada", "joe"]

    /// Those who sign in with a browser, and press the buttons of the pages.
    static let browsing: Set = ["bob", "ben"]

    /// Those who lead nothing, as long as nobody gives it to them.
    static let trainees = Set(
        people.filter { name in !mentors.contains { $0.name == name } }.compactMap { try? email($0) })

    static func email(_ name: String) throws -> EmailAddress { try EmailAddress("\(name)@example.org") }

    /// A program's file, as its organizer has it by now.
    static func file(
        _ program: String, capacity: Int, without absent: String? = nil, edits: FileEdits = FileEdits()
    ) -> String {
        let mentors = mentors.filter { $0.program == program && $0.name != absent }.map { mentor in
            "  - { name: \(mentor.name.capitalized), \(edits.address(of: mentor.name)), zone: \(zones[mentor.name] ?? ""), "
                + "region: \(mentor.region), min-gap-weeks: \(mentor.gap), max-per-month: \(mentor.month), "
                + "slots: [\(mentor.slots.map { "{ every: \"\($0)\" }" }.joined(separator: ", "))] }"
        }
        return """
            program: \(program)
            title: \(program.capitalized)
            contact: \(program)@example.org
            organizers: [\(program)@example.org]
            location: ircs://irc.example.org/\(program)
            seasons: [\(edits.seasons.joined(separator: ", "))]
            cadence: every-region
            session: { minutes: 60, capacity: \(capacity) }
            regions: [\(regions.joined(separator: ", "))]
            announce-weeks: 2
            mentors:
            \(mentors.joined(separator: "\n"))
            duties:
              - { name: \(duty), title: Triage }
            """
    }
}
