import Mentoring
import TimeZoneCatalog

/// Which calendar somebody asks for.
enum Feed: Hashable, Sendable {
    /// What a program, or one region of it, shows to everybody.
    case program(Program.Name, Region?)
    /// One person's own, by the secret part of its address.
    case personal(String)

    /// The path at which it is found.
    var path: String {
        switch self {
        case .program(let program, nil): "/\(program).ics"
        case .program(let program, let region?): "/\(program)/\(region.rawValue).ics"
        case .personal(let secret): "/feeds/\(secret).ics"
        }
    }

    /// The pattern of such paths, which holds no secret.
    var route: String {
        switch self {
        case .program(_, nil): "/{program}.ics"
        case .program(_, .some): "/{program}/{region}.ics"
        case .personal: "/feeds/{token}.ics"
        }
    }

    /// Who may keep a copy, and for how long without asking again.
    var cacheControl: String {
        switch self {
        case .program: "public, max-age=300"
        case .personal: "private, max-age=300"
        }
    }
}
