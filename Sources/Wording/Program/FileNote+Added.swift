package import Mentoring

extension FileNote {
    /// What a file adds, with the facts.
    package enum Added: Hashable, Sendable {
        /// Anything, with what speaks against its hours, and what it may not have been meant to be: `lies outside the season, …`.
        case entry(FileEntry, hours: [String] = [], but: [String] = [])
        /// A season, with what it has otherwise than its program.
        case season(Season)
        /// A season that was given up, and what it was then.
        case takenUp(Season, before: Season)

        var text: String {
            switch self {
            case .entry(let entry, let hours, let remarks):
                FileNote.remarked(entry.words, hours: hours, but: remarks)
            case .season(let season): FileEntry.season(season).words + Self.ownTerms(of: season)
            case .takenUp(let season, let before):
                "\(FileEntry.season(season).words), which was given up"
                    + (before.summary == season.summary ? "" : " as \(before.summary)")
                    + "; its sessions come back when it is planned"
            }
        }

        private static func ownTerms(of season: Season) -> String {
            let own = zip(season.terms.fileFields, SeasonTerms().fileFields).filter { $0 != $1 }
                .map { field, _ in "\(field.key) \(field.words)" }
            return own.isEmpty ? "" : ": \(own.joined(separator: ", "))"
        }
    }
}
