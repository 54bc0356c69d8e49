public import TimeZoneCatalog

/// What a program calls its regions, such as `APAC` for Asia: for people, wherever they read of one.
///
/// Codes, addresses and commands have the regions' own words.
public struct RegionTitles: Hashable, Sendable {
    private var chosen: [Region: String]

    /// The titles that a program chose; without any, each region has the usual one.
    public init(_ chosen: [Region: String] = [:]) {
        self.chosen = chosen.filter { $0.value != $0.key.usualTitle }
    }

    /// The title of a region.
    public subscript(region: Region) -> String {
        get { chosen[region] ?? region.usualTitle }
        set { chosen[region] = newValue == region.usualTitle ? nil : newValue }
    }

    /// The titles; nil when each region has the usual one.
    package var ifAny: RegionTitles? { chosen.isEmpty ? nil : self }

    /// The title that a region has instead of the usual one.
    package func chosen(for region: Region) -> String? { chosen[region] }

    /// The regions as they are typed, each with a title that was chosen: `asia (APAC), europe`.
    public func words(_ regions: [Region]) -> String {
        regions.map { region in region.rawValue + (chosen[region].map { " (\($0))" } ?? "") }.joined(separator: ", ")
    }

    /// The most characters that a title has: it heads a column and stands first in a calendar's cell.
    package static let longest = 40
    /// The most UTF-8 bytes of it, in whichever script.
    private static let mostBytes = 4 * longest

    /// Checks the title of a region.
    /// - Throws: `BadInput` when it is no single line of a fair length, or holds what nobody sees or tells from another.
    package static func validated(_ text: String) throws(BadInput) -> String {
        let what = "region's title"
        let title = try OneLine.validated(text, as: what, limit: mostBytes)
        guard title.count <= longest else {
            throw BadInput("the \(what) has \(title.count) characters; at most \(longest) are allowed")
        }
        try PersonName.refuseUnreadable(title, as: what)
        return title
    }

    /// Two regions that nobody could tell apart; nil when there are none.
    package var clash: (first: Region, second: Region)? {
        let all = Region.allCases
        for (index, first) in all.enumerated() {
            for second in all[(index + 1)...] where Self.look(self[first]) == Self.look(self[second]) {
                return (first, second)
            }
        }
        return nil
    }

    /// What titles share that a reader takes for one: their letters as those of names, and their signs, as in `UTC+8` and `UTC-8`.
    private static func look(_ title: String) -> [String] {
        let signs = PersonName.folded(title).unicodeScalars.filter {
            switch $0.properties.generalCategory {
            case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .connectorPunctuation, .dashPunctuation,
                .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation:
                true
            default: false
            }
        }
        return [PersonName.look(title), String(String.UnicodeScalarView(signs))]
    }
}

extension RegionTitles: Codable {
    /// Reads an object of titles by region; of a region that is not known here it says nothing.
    public init(from decoder: any Decoder) throws {
        let titles = try decoder.singleValueContainer().decode([String: String].self)
        self.init(
            Dictionary(
                uniqueKeysWithValues: titles.compactMap { word, title in Region(rawValue: word).map { ($0, title) } })
        )
    }

    /// Writes what `init(from:)` reads.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Dictionary(uniqueKeysWithValues: chosen.map { ($0.key.rawValue, $0.value) }))
    }
}

extension RegionTitles? {
    /// The title of a region; the usual one where nothing is said of titles.
    public subscript(region: Region) -> String { (self ?? RegionTitles())[region] }

    /// The regions as they are typed, each with a title that was chosen.
    public func words(_ regions: [Region]) -> String { (self ?? RegionTitles()).words(regions) }
}
