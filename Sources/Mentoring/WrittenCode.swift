public import TimeZoneCatalog

/// A session's code, or that of a week of a duty, as somebody wrote it: whole, `nova-2027a-w03-asia`, or without its season,
/// `nova-w03-asia`.
///
/// Which it is nobody can tell from the text alone, since a program may be called `nova-2027a`: what programs and seasons there
/// are decides, and a whole code comes first.
public struct WrittenCode: Hashable, Sendable, CustomStringConvertible {
    /// What stands before the week.
    public let place: String
    /// The week of the season, from 1.
    public let week: Int
    /// What stands after it: a region, or a duty.
    public let matter: String

    /// Reads a code, or nil when the text is none.
    public init?(_ text: String) {
        let parts = text.lowercased().split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[parts.count - 2].first == "w",
            let week = Int(parts[parts.count - 2].dropFirst()), week >= 1
        else { return nil }
        place = parts.dropLast(2).joined(separator: "-")
        self.week = week
        matter = String(parts[parts.count - 1])
    }

    /// The code of what happens in a week of a season: `nova-2027a`, 3 and `asia`.
    init(place: String, week: Int, matter: String) {
        (self.place, self.week, self.matter) = (place, week, matter)
    }

    /// As we write it: `nova-2027a-w03-asia`.
    public var description: String { "\(place)-w\(String(week).zeroPadded(to: 2))-\(matter)" }

    /// The region, when it is a session's.
    public var region: Region? { Region(rawValue: matter) }
    /// The duty, when it is one's.
    public var duty: Duty.Name? { try? Duty.validatedName(matter) }

    /// Program and season, should it be whole.
    public var full: (program: Program.Name, season: Season.Name)? {
        guard let hyphen = place.lastIndex(of: "-") else { return nil }
        let (program, season) = (String(place[..<hyphen]), String(place[place.index(after: hyphen)...]))
        return Season.canBeName(season) && !program.isEmpty ? (program, season) : nil
    }

    /// Whether it may be a session's code, whole or without its season.
    public func mayMean(_ code: SessionCode) -> Bool {
        region == code.region && week == code.week && [code.program, "\(code.program)-\(code.season)"].contains(place)
    }

    /// The programs that it may be about: that of a whole code first.
    public var programs: [Program.Name] { [full?.program, place].compactMap(\.self) }
}

extension Season {
    /// Why a season cannot have its name in a program beside others; nil when it can.
    ///
    /// A code without its season, `nova-2027a-w03-asia` of the program `nova-2027a`, must not be another session's whole code.
    public static func clash(of programs: [(program: Program.Name, seasons: [Season.Name])]) -> String? {
        let names = Set(programs.map(\.program))
        for (program, seasons) in programs {
            for season in seasons where names.contains("\(program)-\(season)") {
                return
                    "the season \(season) of the program \(program) and the program \(program)-\(season) would share codes: "
                    + "\(program)-\(season)-w03-asia would be a session of either; give the season or the program another name"
            }
        }
        return nil
    }
}
