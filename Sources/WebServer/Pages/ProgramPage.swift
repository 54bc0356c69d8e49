import CivilTime
import Mentoring
import MentoringAPI
import Pictures
import TimeZoneCatalog
import Wording

/// What a program's page shows, for its template.
struct ProgramPage: Encodable {
    /// How a region's sessions lie on the viewer's clock.
    struct RegionSummary: Encodable {
        let region: String
        let words: String
    }

    let frame: PageFrame
    let title: String
    /// What it is, in paragraphs.
    let about: [AboutParagraph]
    /// Its code of conduct, if it has one.
    let conduct: String?
    let summary: String
    let location: String
    let locationAddress: String?
    let contact: String
    let contactAddress: String
    /// The next session of every region, by start.
    let next: [SessionCard]
    /// The week of every duty that is on, or the next.
    let duties: [DutyLine]
    let hasDuties: Bool
    /// That the program is archived, where it is.
    let archive: String?
    /// Where strangers join, if they may.
    let join: String?
    /// A letter that asks to be let in, where nobody joins without.
    let invitation: String?
    /// Who leads the season's sessions.
    let leaders: [Leaders]
    let hasLeaders: Bool
    /// Where what it announces is found as news.
    let news: String
    /// Whether there is something to enroll in.
    let canEnroll: Bool
    let hasSessions: Bool
    /// The zone that the times are in; nil when each is in the one in which it was agreed.
    let zoneName: String?
    let regionSummaries: [RegionSummary]
    /// Whose hour will move for the viewer.
    let hourMoves: HourMoves?
    let picture: String
    /// Every season, by start.
    let seasons: [SeasonLine]
    let hasSeasons: Bool
    /// The weeks that are over; nil when none is.
    let past: Weeks?
    let ahead: Weeks?
    /// What words in the table mean.
    let words: [String]
    let feed: CalendarAddresses
    let calendars: [CalendarAddresses]

    /// A season in the list of all.
    struct SeasonLine: Encodable {
        let href: String
        let name: String
        let words: String

        init(_ season: PublicSeason.Entry, of program: ProgramView, in frame: PageFrame) {
            href = "\(frame.root)/\(program.name)/seasons/\(season.name)\(frame.query)"
            name = season.name
            let state = season.name == program.season ? "shown here" : season.state.rawValue
            words = "\(season.from.inWords) to \(season.to.inWords), \(state)"
        }
    }

    /// Who leads a region's sessions.
    struct Leaders: Encodable {
        /// One of them.
        struct Leader: Encodable {
            let name: String
            let isFollowed: Bool
        }

        let region: String
        let names: [Leader]

        init?(of region: Region, in grid: SeasonGrid) {
            let sessions = grid.sessions.filter { $0.session.region == region && $0.isOn }
            let names = Set(sessions.map(\.session.mentor.name)).sorted()
            guard !names.isEmpty else { return nil }
            self.region = grid.program.regionTitles[region]
            self.names = names.map { Leader(name: $0, isFollowed: $0 != names.last) }
        }
    }

    /// A part of the season's table.
    struct Weeks: Encodable {
        let caption: String
        /// The table, as HTML.
        let table: String
    }

    init(
        _ grid: SeasonGrid, of season: PublicSeason, in frame: PageFrame, addresses: FeedAddresses, joining: Joining,
        zones: TimeZoneCatalog
    ) throws {
        let program = grid.program
        archive = program.archiveNote
        join = joining != .invited && archive == nil ? "\(frame.root)/\(program.name)/join\(frame.query)" : nil
        self.frame = frame
        title = program.title
        about = AboutParagraph.all(of: program.about)
        conduct = program.conduct.flatMap(Link.address)
        summary = program.summary
        location = program.location
        locationAddress = Link.address(program.location)
        contact = program.contact.description
        contactAddress = Link.mail(to: contact)
        invitation = joining == .invited && archive == nil ? Link.mail(to: contact, about: program.title) : nil
        leaders = program.regions.compactMap { Leaders(of: $0, in: grid) }
        hasLeaders = !leaders.isEmpty
        news = "\(frame.root)/\(program.name).atom"
        let clock = try grid.zone.map { try zones.rules(for: $0) }
        let upcoming =
            try grid.ahead + season.following.map { LocalSession($0, in: try clock ?? zones.rules(for: $0.zone)) }
        next = try Region.allCases.compactMap { region in upcoming.first { $0.session.region == region } }
            .sorted { $0.session.start < $1.session.start }
            .map { try SessionCard($0, of: program, on: grid.zone, at: grid.now, in: frame, zones: zones) }
        canEnroll = !next.isEmpty && archive == nil
        duties = season.duties.compactMap { $0.turns.first { $0.to >= grid.today }.map { DutyLine($0) } }
        hasDuties = !duties.isEmpty
        hasSessions = !grid.sessions.isEmpty
        zoneName = grid.zone?.name
        regionSummaries =
            grid.zone == nil
            ? []
            : program.regions.compactMap { region in
                grid.summary(of: region).map { RegionSummary(region: program.regionTitles[region], words: $0) }
            }
        hourMoves = grid.zone.flatMap { zone in HourMoves(grid.hourMoves.map { $0.inWords(for: zone) }, few: 3) }
        let isMeant = season.seasons.first { $0.state.isToCome }?.name == program.season || season.seasons.count == 1
        let place = isMeant ? "" : "/seasons/\(program.season ?? "")"
        picture = "\(frame.root)/\(program.name)\(place)/season.svg\(frame.query)"
        seasons = season.seasons.map { SeasonLine($0, of: program, in: frame) }
        hasSeasons = seasons.count > 1
        let over = grid.weeks.filter { $0.sunday < grid.today }
        past = Weeks(over, ", over", of: grid, in: frame)
        ahead = Weeks(Array(grid.weeks.dropFirst(over.count)), "", of: grid, in: frame)
        words = grid.words.map(\.explanation)
        feed = CalendarAddresses(program.title, addresses.feed(of: program.name))
        calendars =
            [CalendarAddresses("All sessions", feed.https)]
            + (program.regions.count < 2
                ? []
                : program.regions.map {
                    CalendarAddresses(
                        "\(program.regionTitles[$0]) only", addresses.feed(of: program.name, region: $0))
                })
    }
}

extension SeasonGrid {
    /// Those words of its table that are to be explained.
    fileprivate var words: [FieldWord] {
        let turns = weeks.flatMap(\.turns)
        let marked = zone == nil ? [] : sessions.filter(\.isOn).map(\.hours)
        return [
            (FieldWord.edge, marked.contains(.edge)), (.night, marked.contains(.night)),
            (.tentative, turns.contains { $0.session?.session.isTentative ?? false }),
            (.frozen, turns.contains { $0.session == nil && $0.freeze != nil }),
        ].filter(\.1).map(\.0)
    }
}

extension ProgramPage.Weeks {
    fileprivate init?(_ weeks: [SeasonGrid.Week], _ what: String, of grid: SeasonGrid, in frame: PageFrame) {
        guard let first = weeks.first?.number, let last = weeks.last?.number else { return nil }
        switch last - first {
        case 0: caption = "Week \(first)\(what)"
        case 1: caption = "Weeks \(first) and \(last)\(what)"
        default: caption = "Weeks \(first) to \(last)\(what)"
        }
        table = WeeksTable(caption: caption, weeks: weeks, grid: grid, frame: frame).html
    }
}
