import Mentoring
package import MentoringAPI

extension OrganizerView {
    /// That they have an organizer's rights from now on, and hear of it from nobody but whoever gave them; or that they had them.
    package var added: String {
        "\(People.named(name, email)) organizes \(program ?? "every program of this server") "
            + (wasKnown == true ? "already" : "from now on; no mail says so")
    }

    /// That they have them no more.
    package var removed: String { "\(People.named(name, email)) organizes \(program ?? "the server") no more" }

    /// Organizers, a row each.
    package static func text(of organizers: [Self]) -> String {
        guard !organizers.isEmpty else { return "nobody; add one: meridian organizer add PROGRAM EMAIL" }
        var table = Table([
            .init(title: "Program"), .init(title: "Organizer", isFlexible: true, isSubject: true),
            .init(title: "Address", isFlexible: true),
        ])
        for organizer in organizers {
            table.add([
                organizer.program ?? "all", organizer.name ?? "\(organizer.email)", "\(organizer.email)",
            ])
        }
        return table.text()
    }
}
