import CivilTime
import HTTPTypes
import Hummingbird
import Mentoring
import TimeZoneCatalog

/// A page or a picture that everybody may see, on the clock of a zone.
struct PublicPage: Printable {
    /// What is shown.
    enum Place: Hashable, Sendable {
        /// All programs.
        case home
        /// A program with one of its seasons; without a name with the one that is meant now.
        case program(Program.Name, season: Season.Name?)
        /// The same as a picture.
        case picture(Program.Name, season: Season.Name?)
        /// A program's session, by its code as people write it.
        case session(Program.Name, code: String)
    }

    let place: Place
    /// On whose clock; nil shows each session on the one by which it was agreed.
    ///
    /// It is spelled as the tz database does, so that no two spellings of one page are kept.
    var zone: TimeZoneID?

    /// The pattern of its paths.
    var route: String {
        switch place {
        case .home: "/"
        case .program(_, nil): "/{program}"
        case .program(_, .some): "/{program}/seasons/{season}"
        case .picture(_, nil): "/{program}/season.svg"
        case .picture(_, .some): "/{program}/seasons/{season}/season.svg"
        case .session: "/{program}/{session}"
        }
    }

    /// Everybody may see it.
    var mayOutliveTheDatabase: Bool { true }
}

extension PublicPage {
    /// The page that a request asks for, when there is nothing to find out about it; nil for anything else, which is left to the
    /// router.
    init?(at request: Request, in zones: TimeZoneCatalog) {
        guard (request.uri.query?.utf8.count ?? 0) <= Self.longestQuery, let place = Place(path: request.uri.path)
        else {
            return nil
        }
        self.place = place
        guard let name = Query(request).zoneName else { return }
        guard let zone = TimeZoneID(String(name)), zones.isInUse(zone) else { return nil }
        self.zone = zone
    }
}

extension PublicPage {
    /// In a longer one the zone is looked for elsewhere.
    private static let longestQuery = 128
}

extension PublicPage.Place {
    /// What a path without escapes shows; nil for one that shows no page by its looks.
    init?(path: String) {
        guard path.utf8.first == UInt8(ascii: "/"), path.utf8.count <= Self.longest else { return nil }
        if path.utf8.count == 1 {
            self = .home
            return
        }
        let pieces = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard Program.canBeName(pieces[0]) else { return nil }
        switch (pieces.count, pieces.last) {
        case (1, _): self = .program(pieces[0], season: nil)
        case (2, "season.svg"): self = .picture(pieces[0], season: nil)
        case (2, _): self = .session(pieces[0], code: pieces[1])
        case (3, _) where pieces[1] == "seasons": self = .program(pieces[0], season: pieces[2])
        case (4, "season.svg") where pieces[1] == "seasons": self = .picture(pieces[0], season: pieces[2])
        default: return nil
        }
    }

    /// No page that is kept has a longer path.
    private static let longest = 128
}

extension Request {
    /// Whether somebody may be signed in, so that what everybody sees may not be all that they do.
    var mayBeSignedIn: Bool { headers.contains(.cookie) }
}
