import Foundation

/// The file of a program, as an organizer has it in an editor.
struct FileDraft: Sendable {
    /// A mentor's entry.
    struct Mentor: Sendable {
        var name: String
        var region: String
        var zone: String
        var gap: Int
        var month: Int
        var slots: [String]
    }

    var title = "Nova"
    var location = "ircs://irc.example.org/nova"
    var start = Cast.start
    /// How many weeks the first season has.
    var weeks = Cast.weeks
    /// The first day of the season after it; nil while there is none.
    var next: String?
    var cadence = "every-region"
    var meets = "every-week"
    var whenFrozen = "skip"
    var minutes = 60
    var capacity = 2
    var regions = Cast.regions
    /// What the program calls Europe; nil leaves it the usual title.
    var europe: String?
    var freezes: [String] = []
    var mentors = Cast.mentors.filter { $0.program == "nova" }.map {
        Mentor(
            name: $0.name, region: $0.region, zone: Cast.zones[$0.name] ?? "", gap: $0.gap, month: $0.month,
            slots: $0.slots)
    }

    /// One for each region, for when it takes part and nobody of the file leads there.
    private static let spare = [
        Mentor(name: "ann", region: "europe", zone: "Europe/Berlin", gap: 1, month: 4, slots: ["Tue 17:00"]),
        Mentor(name: "pia", region: "americas", zone: "America/New_York", gap: 1, month: 4, slots: ["Wed 12:00"]),
        Mentor(name: "kai", region: "asia", zone: "Asia/Tokyo", gap: 1, month: 4, slots: ["Thu 18:00"]),
    ]

    var text: String {
        let people = mentors.map { mentor in
            "  - { name: \(mentor.name.capitalized), email: \(mentor.name)@example.org, zone: \(mentor.zone), "
                + "region: \(mentor.region), min-gap-weeks: \(mentor.gap), max-per-month: \(mentor.month), "
                + "slots: [\(mentor.slots.map { "{ every: \"\($0)\" }" }.joined(separator: ", "))] }"
        }
        let seasons = ["{ start: \(start), weeks: \(weeks) }"] + (next.map { ["{ start: \($0), weeks: 4 }"] } ?? [])
        let regions = regions.map { region in
            region == "europe" ? europe.map { "{ europe: \($0) }" } ?? region : region
        }
        return """
            program: nova
            title: \(title)
            contact: nova@example.org
            organizers: [nova@example.org]
            location: \(location)
            seasons: [\(seasons.joined(separator: ", "))]
            cadence: \(cadence)
            meets: \(meets)
            when-frozen: \(whenFrozen)
            session: { minutes: \(minutes), capacity: \(capacity) }
            regions: [\(regions.joined(separator: ", "))]
            announce-weeks: 2
            freezes: [\(freezes.joined(separator: ", "))]
            mentors:
            \(people.joined(separator: "\n"))
            """
    }

    /// Changes one thing, or nothing.
    mutating func change(_ dice: inout Dice) {
        let one = dice.below(mentors.count)
        switch dice.below(17) {
        case 0: title = dice.one(of: ["Nova", "Novum", "Nova reviewers"])
        case 1: location = "ircs://irc.example.org/\(dice.one(of: ["nova", "meeting", "review"]))"
        case 2: minutes = dice.one(of: [30, 60, 90])
        case 3: capacity = 1 + dice.below(4)
        case 4:
            regions = dice.one(of: [
                ["europe", "americas"], ["americas", "europe"], ["europe"], ["americas"],
                ["europe", "asia", "americas"],
            ])
            // Whoever leads in a region that takes no part would be refused.
            mentors.removeAll { !regions.contains($0.region) }
            for region in regions where !mentors.contains(where: { $0.region == region }) {
                mentors += Self.spare.filter { $0.region == region }
            }
        case 5:
            let frozen = ["{ from: 2027-03-15, to: 2027-03-21, reason: release }"]
            freezes = freezes.isEmpty ? frozen : []
        case 6:
            if let known = mentors.firstIndex(where: { $0.name == "cem" }) {
                mentors.remove(at: known)
            } else if regions.contains("europe") {
                mentors.append(
                    Mentor(
                        name: "cem", region: "europe", zone: "Europe/Istanbul", gap: 1, month: 4, slots: ["Fri 17:00"]))
            }
        case 7 where mentors.count > 1: mentors.remove(at: one)
        case 8: mentors[one].zone = dice.one(of: ["Europe/Madrid", "America/Chicago", "Europe/Berlin"])
        case 9: (mentors[one].gap, mentors[one].month) = (1 + dice.below(3), 1 + dice.below(4))
        case 10: if !mentors[one].slots.contains("Mon 18:00") { mentors[one].slots.append("Mon 18:00") }
        case 11: mentors[one].slots.removeLast(min(1, mentors[one].slots.count))
        case 12: cadence = cadence == "every-region" ? "one-region-a-week" : "every-region"
        case 13:
            meets = dice.one(of: ["every-week", "every-2-weeks"])
            whenFrozen = dice.one(of: ["skip", "postpone"])
        case 14: weeks = dice.one(of: [1, 2, 3, 4, 5, 7])
        case 15: europe = dice.one(of: [nil, "EMEA"])
        default:
            if dice.below(2) == 0 {
                start = "2027-03-15"
            } else {
                next = dice.one(of: [nil, "2027-05-03", "2027-05-10"])
            }
        }
    }
}
