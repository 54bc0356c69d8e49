import CivilTime
import Mentoring
import NIOHTTP1
import Testing
import TimeZoneCatalog
import WebServerFixture

/// Everybody who may ask, in the order of the columns of `RoleTable`.
enum Asker: String, CaseIterable {
    case nobody
    /// Priya, whose enrollment, vote and review the table is about.
    case trainee
    case otherTrainee
    /// Akira, whose session, slot, absence and offer the table is about.
    case mentor
    case otherMentor
    case organizer

    /// Their address; nobody has none.
    var email: String? {
        switch self {
        case .nobody: nil
        case .trainee: "priya@canary.example"
        case .otherTrainee: "ravi@canary.example"
        case .mentor: "mentor-asia@canary.example"
        case .otherMentor: "seoyeon@canary.example"
        case .organizer: "olga@canary.example"
        }
    }

    /// What their token lets them do.
    var role: Role {
        switch self {
        case .nobody, .trainee, .otherTrainee: .trainee
        case .mentor, .otherMentor: .mentor
        case .organizer: .organizer
        }
    }
}

/// A season with everything in it that a verb can be about, and the tokens of those who ask.
struct Cast {
    let office: TrainingOffice
    let tokens: [Asker: String]

    init() async throws {
        office = try await Season2027().office()
        let terms = try MentorTerms(region: nil, weight: nil, minGapWeeks: nil, maxPerMonth: 4)
        let (akira, seoyeon) = (
            try EmailAddress("mentor-asia@canary.example"), try EmailAddress("seoyeon@canary.example")
        )
        for (name, email, zone) in [("Akira", akira, "Asia/Tokyo"), ("Seoyeon", seoyeon, "Asia/Seoul")] {
            _ = try await office.addMentor(to: "nova", name: name, email: email, zone: zone, terms: terms)
        }
        for (name, zone) in [("Priya", "Asia/Tokyo"), ("Ravi", "Asia/Kolkata"), ("Olga", "Europe/Kyiv")] {
            let email = try EmailAddress("\(name.lowercased())@canary.example")
            _ = try await office.join("nova", name: name, email: email, zone: zone)
        }
        let tuesdays = try office.slotPattern("Tue 17:00", rule: nil, from: nil, until: nil, preference: 0)
        _ = try await office.publishSlot(tuesdays, of: akira, to: "nova")
        _ = try await office.addAway(DayRange("2027-06-01..2027-06-07"), of: akira)
        _ = try await office.addFreeze(DayRange("2027-03-08..2027-03-21"), reason: "freeze", regions: [], to: "nova")
        let url = "https://review.example.org/c/nova/+/41"
        let priya = try EmailAddress("priya@canary.example")
        let review = try await office.proposeReview(
            for: "nova", url: url, title: "Resize", area: nil, difficulty: nil, by: priya)
        _ = try await office.pickReview(.number(review.id), for: "nova-w01-asia", by: .onThisMachine(as: akira))
        _ = try await office.enroll(priya, inAllOf: .asia, of: "nova", addresses: .local)
        _ = try await office.offerSwap(of: "nova-w02-asia", by: akira, to: seoyeon)
        var tokens: [Asker: String] = [:]
        for asker in Asker.allCases {
            guard let email = asker.email else { continue }
            tokens[asker] = try await office.createToken(for: EmailAddress(email), role: asker.role).token
        }
        self.tokens = tokens
    }

    /// What proves who asks.
    func proof(of asker: Asker) -> [(String, String)] {
        tokens[asker].map { [("Authorization", "Bearer \($0)")] } ?? []
    }
}

/// One request: a verb, where it is asked, and with what.
struct Question: Sendable, CustomTestStringConvertible {
    let verb: String
    let route: Mentoring.Route
    /// The address under `/api/v1/`, with its query.
    let path: String
    let body: String

    init<V: Verb>(_ verb: V.Type, _ path: String, _ body: String = "") {
        self.verb = "\(verb)"
        route = V.route
        self.path = path
        self.body = body
    }

    var testDescription: String { "\(verb) \(path)" }

    /// Whether the address is one of the verb's.
    var isOfItsRoute: Bool {
        let pieces = path.prefix { $0 != "?" }.split(separator: "/").map(String.init)
        return pieces.count == route.segments.count
            && zip(pieces, route.segments).allSatisfy { piece, segment in
                if case .word(let word) = segment { piece == word } else { true }
            }
    }

    /// Asks it.
    func ask(_ server: LiveServer, headers: [(String, String)]) async throws -> LiveServer.Answer {
        try await server.ask(
            "/api/v1/" + path, method: HTTPMethod(rawValue: route.method.rawValue), headers: headers,
            body: body.isEmpty ? nil : Array(body.utf8))
    }
}
