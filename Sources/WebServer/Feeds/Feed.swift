import Mentoring
import TimeZoneCatalog

/// Which calendar, or which news, somebody asks for.
enum Feed: Printable {
    /// What a program, or one region of it, shows to everybody.
    case program(Program.Name, Region?)
    /// What a program has announced, for readers of news.
    case news(Program.Name)
    /// One person's own, by the secret part of its address.
    case personal(String)

    /// What a path without escapes shows; nil for anything that is not a feed by its looks, which is left to the router.
    init?(path: String) {
        guard path.hasPrefix("/"), !path.utf8.contains(UInt8(ascii: "%")) else { return nil }
        if path.hasSuffix(".atom") {
            try? self.init(newsOf: String(path.dropFirst().dropLast(5)))
            return
        }
        guard path.hasSuffix(".ics") else { return nil }
        let pieces = path.dropFirst().dropLast(4).split(separator: "/", omittingEmptySubsequences: false)
        switch pieces.count {
        case 1: try? self.init(program: String(pieces[0]), region: nil)
        case 2 where pieces[0] == "feeds": try? self.init(secret: String(pieces[1]))
        case 2: try? self.init(program: String(pieces[0]), region: String(pieces[1]))
        default: return nil
        }
    }

    /// What a program, or a region of it, shows.
    /// - Throws: `Refusal` not-found for names that nothing can have.
    init(program: String, region: String?) throws {
        guard Program.canBeName(program) else { throw Refusal.notFound("program", program) }
        guard let region else {
            self = .program(program, nil)
            return
        }
        guard let known = Region(rawValue: region) else {
            let regions = Region.allCases.map(\.rawValue)
            throw Refusal.notFound("region", region, nearest: nearest(to: region, among: regions))
        }
        self = .program(program, known)
    }

    /// What a program has announced.
    /// - Throws: `Refusal` not-found for a name that none can have.
    init(newsOf program: String) throws {
        guard Program.canBeName(program) else { throw Refusal.notFound("program", program) }
        self = .news(program)
    }

    /// One person's own.
    /// - Throws: `Refusal` not-found for a secret that cannot be one of ours.
    init(secret: String) throws {
        let isOne = (1...64).contains(secret.utf8.count) && secret.utf8.allSatisfy(Self.mayStandInSecret)
        guard isOne else { throw Refusal(.notFound, "there is no calendar at this address") }
        self = .personal(secret)
    }

    private static func mayStandInSecret(_ byte: UInt8) -> Bool {
        let character = Character(UnicodeScalar(byte))
        return character.isASCII && (character.isLetter || character.isNumber)
    }

    /// The patterns of all such paths.
    static let routes: Set<String> = [
        "/{program}.ics", "/{program}/{region}.ics", "/{program}.atom", "/feeds/{token}.ics",
    ]

    /// The pattern of such paths, which holds no secret.
    var route: String {
        switch self {
        case .program(_, nil): "/{program}.ics"
        case .program(_, .some): "/{program}/{region}.ics"
        case .news: "/{program}.atom"
        case .personal: "/feeds/{token}.ics"
        }
    }

    /// Whether everybody may see it.
    var isPublic: Bool {
        switch self {
        case .program, .news: true
        case .personal: false
        }
    }

    /// Whether it may be handed out while nobody can say whether its address is still good.
    var mayOutliveTheDatabase: Bool { isPublic }

    /// Who may keep a copy, and for how long without asking again.
    var cacheControl: String { "\(isPublic ? "public" : "private"), max-age=300" }
}
