import CivilTime
import Mentoring
import TimeZoneCatalog

/// What a program's page shows, for its template.
struct ProgramPage {
    /// A feed's two addresses.
    struct Feed {
        let name: String
        let https: String
        let webcal: String

        init(_ name: String, _ address: String) {
            self.name = name
            https = address
            webcal = "webcal" + address.drop { $0 != ":" }
        }
    }

    /// A page shows so many sessions; the rest are in the calendar.
    private static let most = 12

    let root: String
    let release: String
    let name: String
    let title: String
    let summary: String
    let location: String
    let contact: String
    let zone: String
    let zoneOptions: String
    let sessions: [SessionCard]
    let more: String?
    let feed: Feed
    let regionFeeds: [Feed]

    init(
        _ program: ProgramView, sessions: [SessionView], zone: TimeZoneID?, zoneOptions: String, zones: TimeZoneCatalog,
        configuration: ServerConfiguration
    ) throws {
        let addresses = configuration.addresses
        root = configuration.root
        release = zones.release
        name = program.name
        title = program.title
        summary = program.summary
        location = program.location
        contact = program.contact.description
        self.zone = zone?.name ?? ""
        self.zoneOptions = zoneOptions
        self.sessions = try sessions.prefix(Self.most).map { try SessionCard($0, zones: zones) }
        let left = sessions.count - Self.most
        more = left > 0 ? "The \(left) after these are in the calendar." : nil
        feed = Feed(program.title, addresses.feed(of: program.name))
        regionFeeds = program.regions.map { Feed($0.title, addresses.feed(of: program.name, region: $0)) }
    }
}
