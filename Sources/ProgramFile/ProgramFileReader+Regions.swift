import Mentoring
import TimeZoneCatalog
import Yams

// A program's regions, in the order of their turns; an entry may say what the program calls one: `[{ asia: APAC }, europe]`.

extension ProgramFileReader {
    /// The regions that take part.
    func takingPart(_ entry: YAMLEntry) throws -> [Region] { try unlike(entry.all(titledRegion).map(\.region), entry) }

    /// Regions by their own words, as a freeze has them.
    func regions(_ entry: YAMLEntry) throws -> [Region] { try unlike(entry.all { try $0.choice(Region.self) }, entry) }

    private func unlike(_ regions: [Region], _ entry: YAMLEntry) throws -> [Region] {
        guard !regions.isEmpty, Set(regions).count == regions.count else {
            throw entry.wrong("\(Taken.regions)")
        }
        return regions
    }

    /// A region, or one with its title.
    private func titledRegion(_ entry: YAMLEntry) throws -> (region: Region, title: String?) {
        guard case .mapping(let mapping) = entry.node else { return (try entry.choice(Region.self), nil) }
        let fields = try entry.fields(FileKey.ofRegion)
        guard fields.count == mapping.count else { throw NotedAlready() }
        guard let only = fields.first, fields.count == 1, let region = Region(rawValue: only.key) else {
            throw entry.wrong("one region with its title, such as { asia: APAC }")
        }
        return (region, try only.value.located { try RegionTitles.validated(only.value.text()) })
    }

    /// What the program calls its regions, wherever the file says so: at its top, or in a season of other regions.
    /// - Throws: `BadInput` for two titles of one region, or one title of two.
    func regionTitles(_ root: Fields, _ seasons: [(entry: YAMLEntry, season: Season)]) throws -> RegionTitles {
        let lists =
            try [root.optional("regions")]
            + seasons.map {
                try $0.entry.fields(FileKey.ofSeason)["regions"]
            }
        var said: [Region: String] = [:]
        for list in lists.compactMap(\.self) {
            let before = said
            for item in try list.items() {
                let (region, title) = try titledRegion(item)
                guard let title else { continue }
                if let known = before[region], known != title {
                    throw item.wrong("one title for \(region.rawValue), which is called “\(known)” before")
                }
                said[region] = title
            }
        }
        let titles = RegionTitles(said)
        if let clash = titles.clash, let list = lists.compactMap(\.self).first {
            throw list.wrong(
                "titles that differ; \(clash.first.rawValue) and \(clash.second.rawValue) would both be “\(titles[clash.first])”"
            )
        }
        return titles
    }
}
