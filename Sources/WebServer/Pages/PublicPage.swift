import CivilTime
import HTTPTypes
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
        /// The same as text, for terminals.
        case text(Program.Name)
        /// What is next in it, to stand in other sites.
        case embedded(Program.Name)
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
        case .text: "/{program}.txt"
        case .embedded: "/embed/{program}"
        case .session: "/{program}/{session}"
        }
    }

    /// Everybody may see it.
    var mayOutliveTheDatabase: Bool { true }
}

extension PublicPage {
    /// The page that a request asks for, when there is nothing to find out about it; nil for anything else, which is left to the
    /// router.
    init?(at request: some Inquiry, in zones: TimeZoneCatalog) {
        guard (request.query?.utf8.count ?? 0) <= Self.longestQuery, let place = Place(path: request.path)
        else {
            return nil
        }
        self.place = request.isFromTerminal ? place.inTerminals : place
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
        if pieces.count == 1, pieces[0].hasSuffix(".txt") {
            let program = String(pieces[0].dropLast(4))
            guard Program.canBeName(program) else { return nil }
            self = .text(program)
            return
        }
        guard Program.canBeName(pieces[0]) else { return nil }
        switch (pieces.count, pieces.last) {
        case (2, let program?) where pieces[0] == "embed": self = .embedded(program)
        case (1, _): self = .program(pieces[0], season: nil)
        case (2, "season.svg"): self = .picture(pieces[0], season: nil)
        case (2, _): self = .session(pieces[0], code: pieces[1])
        case (3, _) where pieces[1] == "seasons": self = .program(pieces[0], season: pieces[2])
        case (4, "season.svg") where pieces[1] == "seasons": self = .picture(pieces[0], season: pieces[2])
        default: return nil
        }
    }

    /// The program, where it is one's.
    var program: Program.Name? {
        switch self {
        case .home: nil
        case .program(let program, _), .picture(let program, _), .text(let program), .embedded(let program),
            .session(let program, _):
            program
        }
    }

    /// What programs that show text are shown instead of a page.
    var inTerminals: Self {
        guard case .program(let program, season: nil) = self else { return self }
        return .text(program)
    }

    /// No page that is kept has a longer path.
    private static let longest = 128
}

extension Inquiry {
    /// Whether a program asks that shows text, as curl and Wget do, and does not ask for HTML.
    var isFromTerminal: Bool {
        guard let agent = field(.userAgent), agent.hasPrefix("curl/") || agent.hasPrefix("Wget/") else {
            return false
        }
        return !asksForHTML
    }

    /// Whether HTML is named among what is wanted, as every browser does.
    var asksForHTML: Bool { field(.accept)?.lowercased().contains("text/html") ?? false }

    /// Whether somebody may be signed in by a cookie, so that what everybody sees may not be all that they do.
    func mayBeSignedIn(by cookie: SessionCookie) -> Bool { cookie.secret(of: self) != nil }
}
