package import Mentoring

extension FileNote {
    /// What a file removes, with the facts; people are told of by name.
    package enum Removed: Hashable, Sendable {
        /// Anything.
        case entry(FileEntry)
        /// A duty, by its title, with those who took turns at it, and those who are told of weeks of theirs.
        case duty(String, volunteers: [String], told: [String], weeks: [DutyCode])
        /// Somebody who took turns at a duty, by its title, with the weeks that they have, and of which of these they are told.
        case volunteer(String, for: String, weeks: [DutyCode], told: [DutyCode])
        /// A mentor, with the sessions that they lead until the season is planned again.
        case mentor(String, leading: [SessionCode])
        /// The offer of a session or of a duty's week, by its code, and those who are told.
        case offer(of: String, told: [String])
        /// A session or a duty's week, by its code, that was only planned, and those who are told.
        case tentative(String, told: [String])
        /// A season, and whether people know its codes.
        case season(Season, isSpoken: Bool)
        /// Somebody's place in every session of a region, by its title, in a season.
        case standing(String, region: String, Season.Name)
        /// What was asked among two who are one person now.
        case merged(MergeEffect)

        var text: String {
            switch self {
            case .entry(let entry): entry.words
            case .duty(let title, let volunteers, let told, let weeks):
                Self.duty(title, volunteers, told: told, of: weeks.map(\.description))
            case .volunteer(let name, let duty, let weeks, let told):
                FileEntry.volunteer(name, for: duty).words
                    + Self.weeksLost(weeks.map(\.description), told: told.map(\.description))
            case .mentor(let name, let codes):
                FileEntry.mentor(name).words
                    + (codes.isEmpty
                        ? ""
                        : ", who leads \(codes.map(\.description).named) no more once the season is planned again")
            case .offer(let code, let told): "the offer of \(code)\(told.areTold)"
            case .tentative(let code, let told): "\(code), which was tentative\(told.areTold)"
            case .season(let season, let isSpoken):
                FileEntry.season(season).words
                    + (isSpoken
                        ? "; people know its codes, so its name stays; named in the file again, it is taken up again"
                        : "")
            case .standing(let name, let region, let season):
                "the place of \(name) in every session in \(region) of the season \(season); they are told"
            case .merged(let effect): effect.text
            }
        }

        private static func duty(
            _ title: String, _ volunteers: [String], told: [String], of weeks: [String]
        ) -> String {
            let turns = "\(volunteers.named) \(volunteers.count == 1 ? "takes" : "take") turns at it no more"
            let letters = "\(told.named) \(told.count == 1 ? "is" : "are") told of \(weeks.named)"
            return [
                FileEntry.duty(title).words, volunteers.isEmpty ? nil : turns, told.isEmpty ? nil : letters,
            ].compactMap(\.self).joined(separator: "; ")
        }

        private static func weeksLost(_ weeks: [String], told: [String]) -> String {
            guard !weeks.isEmpty else { return "" }
            return ", who has \(weeks.named) no more once the season is planned again"
                + (told.isEmpty ? "" : ", and is told of \(told.count == weeks.count ? "that" : told.named)")
        }
    }
}

extension [String] {
    /// `; Ann and Bo are told`, to end what is said of a change; nothing where nobody is.
    var areTold: String { isEmpty ? "" : "; \(named) \(count == 1 ? "is" : "are") told" }
}
