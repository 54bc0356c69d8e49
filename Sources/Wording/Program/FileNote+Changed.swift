package import CivilTime
package import Mentoring

extension FileNote {
    /// What a file changes, with the facts.
    package enum Changed: Hashable, Sendable {
        /// On which clock a slot is from now on that stays where it is.
        package enum Clock: Hashable, Sendable {
            /// On one of its own.
            case own(TimeZoneID)
            /// On that of whoever leads in it.
            case mentors

            fileprivate var words: String {
                switch self {
                case .own(let zone): "stays on the clock of \(zone)"
                case .mentors: "follows the clock of its mentor"
                }
            }
        }

        /// A session with more people in it than it has seats by the file.
        package struct Crowded: Hashable, Sendable {
            let code: SessionCode
            let seats: Int

            /// A session that keeps so many seats.
            package init(_ code: SessionCode, seats: Int) {
                (self.code, self.seats) = (code, seats)
            }
        }

        /// Fields of anything.
        case fields(FileEntry, [FileField.Change])
        /// A field of the program itself; the announced sessions are as long as before.
        case field(FileField.Change, lengthsKept: [SessionCode] = [])
        /// What a season has otherwise than its program.
        case terms(Season.Name, [FileField.Change], lengthsKept: [SessionCode])
        /// A season's name, start or length.
        case season(Season, to: Season)
        /// How many seats sessions to come have, in that season where there are several.
        case capacity(Season.Name?, from: Int, to: Int, crowded: [Crowded])
        /// What follows from that for those who wait.
        case queue(QueueEffect)
        /// A slot of somebody, by name, with what speaks against its hours, and what it may not have been meant to be.
        case slot(
            SlotPattern, of: String, [FileField.Change], clock: Clock? = nil, hours: [String], but: [String] = [])
        /// What a stage asks for.
        case stage(Stage, to: Stage)
        /// Only the order of the stages.
        case orderOfStages
        /// Why a freeze is, and was before.
        case reason(of: Freeze, before: String)
        /// The address of somebody, by name, and what follows from that.
        case address(of: String, from: EmailAddress, to: EmailAddress, effects: [String])

        var text: String {
            switch self {
            case .fields(let entry, let changes): "\(entry.words): \(Self.list(changes))"
            case .field(let change, let kept): "\(change)\(Self.lengths(kept))"
            case .terms(let season, let changes, let kept):
                "season \(season): \(Self.list(changes))\(Self.lengths(kept))"
            case .season(let before, let after): "\(FileEntry.season(before).words) → \(after.summary)"
            case .capacity(let season, let before, let after, let crowded):
                "capacity\(season.map { " of the season \($0)" } ?? "") \(before) → \(after)"
                    + crowded.map { "; \($0.code) keeps \($0.seats) seats, which are taken" }.joined()
            case .queue(let effect): effect.text
            case .slot(let pattern, let name, let changes, let clock, let hours, let remarks):
                FileNote.remarked(
                    FileEntry.slot(pattern, of: name).words + Self.bracketed(changes, clock), hours: hours, but: remarks
                )
            case .stage(let before, let after): "\(FileEntry.stage(before).words) → \(after.asked)"
            case .orderOfStages: "order of the stages"
            case .reason(let freeze, let before):
                "\(freeze.words): \(FileField.quoted(before)) → \(FileField.quoted(freeze.reason))"
            case .address(let name, let old, let new, let effects):
                "\(name): address \(old) → \(new); \(effects.joined(separator: "; "))"
            }
        }

        private static func list(_ changes: [FileField.Change]) -> String {
            changes.map(\.description).joined(separator: ", ")
        }

        private static func bracketed(_ changes: [FileField.Change], _ clock: Clock?) -> String {
            let all = changes.map(\.description) + [clock?.words].compactMap(\.self)
            return all.isEmpty ? "" : " (\(all.joined(separator: ", ")))"
        }

        private static func lengths(_ kept: [SessionCode]) -> String {
            kept.isEmpty ? "" : "; announced sessions keep theirs: \(kept.map(\.description).named)"
        }
    }
}

extension Stage {
    /// What it asks for, as in `sessions 8, discussed 5`.
    fileprivate var asked: String { FileField.list(wishes.map { "\($0.goal.rawValue) \($0.amount)" }) }
}
