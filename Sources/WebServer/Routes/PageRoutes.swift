import CivilTime
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService
import Pictures
import TimeZoneCatalog

/// The pages for people, the season's picture, and what the pages load.
struct PageRoutes {
    let service: TrainingService
    let configuration: ServerConfiguration
    let templates: PageTemplates
    let visitors: Visitors
    /// For whom the pages are, if somebody is signed in.
    private(set) var visitor: SignedInPerson?
    /// What they have just done.
    private var done: DoneNote?
    private let assets: PageAssets
    /// What browsers are shown that ask too often.
    private(set) var busyPage = ""

    /// - Throws: when an embedded template is malformed.
    init(visitors: Visitors) throws {
        self.visitors = visitors
        service = visitors.service
        configuration = visitors.configuration
        templates = try PageTemplates()
        assets = PageAssets(zones: service.zones)
        let busy = Problem(
            HTTPError(.tooManyRequests, message: "too many requests from this address; try again in a moment"))
        busyPage = templates.error(ErrorPage(busy, backTo: nil, asksZone: false, in: frame("/", nil)))
    }

    /// - Parameters:
    ///   - router: what leads to them.
    ///   - pages: keeps what everybody may see.
    func add(to router: MeridianRouter, keeping pages: RenderingCache<PublicPage>) {
        let places: [(RouterPath, @Sendable (MeridianRequestContext) throws -> PublicPage.Place)] = [
            ("/", { _ in .home }),
            ("{program}", { try .program($0.parameter("program"), season: nil) }),
            ("{program}.txt", { try .text($0.parameter("program")) }),
            ("embed/{program}", { try .embedded($0.parameter("program")) }),
            ("{program}/seasons/{season}", { try .program($0.parameter("program"), season: $0.parameter("season")) }),
            ("{program}/{session}", { try .session($0.parameter("program"), code: $0.parameter("session")) }),
            ("{program}/season.svg", { try .picture($0.parameter("program"), season: nil) }),
            (
                "{program}/seasons/{season}/season.svg",
                { try .picture($0.parameter("program"), season: $0.parameter("season")) }
            ),
        ]
        for (path, place) in places {
            router.read(path) { [self] request, context in
                let zone = try Query(request).zone(in: service.zones)
                let asked = try place(context)
                let page = PublicPage(place: request.isFromTerminal ? asked.inTerminals : asked, zone: zone)
                if request.mayBeSignedIn(by: configuration.sessionCookie) {
                    let print = try await self.for(visitors.visitor(of: request), request).print(page)
                    return Self.unkept(print)
                }
                let rendering = try await pages.rendering(of: page)
                return rendering.response(to: request)
            }
        }
        addOwnPage(to: router)
        assets.add(to: router)
    }

    /// The same pages for whoever is signed in; for everybody when nobody is.
    private func `for`(_ visitor: SignedInPerson?, _ request: Request) async throws -> PageRoutes {
        var pages = self
        pages.visitor = visitor
        if let visitor { pages.done = try await visitors.note(in: request, to: visitor) }
        return pages
    }

    /// A page as it is now.
    /// - Throws: `Refusal` not-found for one that there is not; `StorageFailure`.
    func print(_ page: PublicPage) async throws -> Print {
        let zone = page.zone ?? visitor?.person.zone
        switch page.place {
        case .home: return try await homePage(on: zone)
        case .program(let program, let season):
            let shown = try await service.publicSeason(of: program, season: season)
            return try programPage(of: shown, named: season, on: zone)
        case .picture(let program, let season):
            let shown = try await service.publicSeason(of: program, season: season)
            return try picture(of: shown, named: season, on: zone)
        case .text(let program):
            let shown = try await service.publicSeason(of: program)
            return try textPage(of: shown, on: zone)
        case .embedded(let program):
            let shown = try await service.publicSeason(of: program)
            return try embeddedPage(of: shown, on: zone)
        case .session(let program, let code): return try await sessionPage(code, of: program, on: zone)
        }
    }

    /// What is made for one visitor goes out as it is: compressed, its length would tell of what is secret in it.
    private static func unkept(_ print: Print) -> Response {
        var headers = print.headers
        headers[.cacheControl] = "private, no-cache"
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: print.bytes)))
    }

    private func homePage(on zone: TimeZoneID?) async throws -> Print {
        let overview = try await service.publicPrograms()
        let page = try HomePage(overview, on: zone, in: frame("/", zone), zones: service.zones)
        return html(
            templates.home(page), asOf: overview.asOf, goodUntil: try overview.goodUntil(on: zone, by: service.zones))
    }
    /// A season's page; one that was asked for by another spelling of its name than ours is answered, and not kept.
    private func programPage(of season: PublicSeason, named name: Season.Name?, on zone: TimeZoneID?) throws -> Print {
        let page = try page(of: season, on: zone)
        var print = html(
            templates.program(page), asOf: season.asOf, goodUntil: try season.goodUntil(on: zone, by: service.zones))
        if name == nil { print.varies += Self.variesByProgram }
        print.isKept = name == nil || name == season.program.season
        return print
    }

    /// The same for terminals.
    private func textPage(of season: PublicSeason, on zone: TimeZoneID?) throws -> Print {
        let text = TextPage(try grid(season, on: zone), of: season, addresses: configuration.addresses)
        var print = Print(
            text: try text.text(by: service.zones), contentType: "text/plain; charset=utf-8", cacheControl: "no-cache")
        print.varies = ["Cookie"] + Self.variesByProgram
        print.asOf = season.asOf
        print.goodUntil = try season.goodUntil(on: zone, by: service.zones)
        return print
    }

    /// What is next, for other sites: nothing in it can be pressed or typed into, so that nobody is had to do anything unawares.
    private func embeddedPage(of season: PublicSeason, on zone: TimeZoneID?) throws -> Print {
        let page = try page(of: season, on: zone)
        var print = html(
            templates.embedded(page), asOf: season.asOf, goodUntil: try season.goodUntil(on: zone, by: service.zones))
        print.contentSecurityPolicy = Self.policyOfEmbedded
        return print
    }

    private func page(of season: PublicSeason, on zone: TimeZoneID?) throws -> ProgramPage {
        let grid = try grid(season, on: zone)
        return try ProgramPage(
            grid, of: season, in: frame("/\(grid.program.name)", zone), addresses: configuration.addresses,
            joining: grid.program.join ?? configuration.joining, zones: service.zones)
    }

    /// The fields by which a program's page is text or HTML.
    private static let variesByProgram = ["User-Agent", "Accept"]

    /// Everybody may frame it, and nothing in it runs.
    private static let policyOfEmbedded = [
        "default-src 'none'", "style-src 'self'", "img-src 'self'", "form-action 'none'", "base-uri 'none'",
        "frame-ancestors *",
    ].joined(separator: "; ")

    /// The page of the session of a code, as people type it; or one that asks which of two is meant.
    /// - Throws: `Refusal` not-found, in the words in which the service says what is so.
    private func sessionPage(_ text: String, of program: Program.Name, on zone: TimeZoneID?) async throws -> Print {
        let (found, season, standing) = try await service.publicSession(
            coded: text, of: program, for: visitor?.person)
        let grid = try grid(season, on: zone)
        if found.count > 1 {
            let cards = try found.map { session in
                let rules = try service.zones.rules(for: zone ?? session.zone)
                return try SessionCard(
                    LocalSession(session, in: rules), of: season.program, on: zone, at: season.asOf,
                    in: frame("", zone), zones: service.zones)
            }
            var print = html(
                templates.choice(ChoicePage(frame: frame("/\(program)/\(text)", zone), code: text, sessions: cards)),
                asOf: season.asOf, goodUntil: nil)
            print.isKept = false
            return print
        }
        guard let local = grid.sessions.first(where: { $0.session.code == found.first?.code }) else {
            throw try await notFound(text, in: grid)
        }
        var part: SessionPage.Part?
        if let session = found.first { part = try await self.part(of: session, standing, at: season.asOf) }
        let page = try SessionPage(
            local, of: grid, in: frame("/\(grid.program.name)/\(local.session.code)", zone),
            addresses: configuration.addresses,
            part: part, signIn: signIn,
            zones: service.zones)
        var print = html(
            templates.session(page), asOf: season.asOf, goodUntil: try season.goodUntil(on: zone, by: service.zones))
        print.isKept = text == local.session.code
        return print
    }

    /// Where people sign in, if they can.
    private var signIn: String? { configuration.sessionCookie.isPossible ? "\(configuration.root)/sign-in" : nil }

    private func notFound(_ text: String, in grid: SeasonGrid) async throws -> Refusal {
        do {
            _ = try await service.session(text, for: Viewer())
        } catch let refusal as Refusal {
            return Refusal(.notFound, refusal.description)
        }
        return .notFound("session", text, nearest: nearest(to: text, among: grid.sessions.map(\.session.code)))
    }

    private func picture(of season: PublicSeason, named name: Season.Name?, on zone: TimeZoneID?) throws -> Print {
        let grid = try grid(season, on: zone)
        var print = Print(text: SeasonPicture(grid: grid).svg, contentType: "image/svg+xml", cacheControl: "no-cache")
        print.contentSecurityPolicy = Self.policy(ofPictureStyled: SeasonPicture.style)
        print.asOf = season.asOf
        print.goodUntil = try season.goodUntil(on: zone, by: service.zones)
        print.isKept = name == nil || name == season.program.season
        return print
    }

    /// A season on somebody's clock.
    private func grid(_ season: PublicSeason, on zone: TimeZoneID?) throws -> SeasonGrid {
        try SeasonGrid(
            season.program, sessions: season.sessions, freezes: season.freezes, zone: zone, now: season.asOf,
            zones: service.zones)
    }

    /// What is around a page at a path below the root; it knows who is signed in.
    func frame(_ path: String, _ zone: TimeZoneID?) -> PageFrame {
        var frame = frame(path, zone, for: visitor)
        frame.done = done
        return frame
    }

    /// What is around a page that is made for one request: it knows who is signed in, as every page does.
    func frame(for request: Request, on zone: TimeZoneID? = nil) async throws -> PageFrame {
        frame(for: request, by: try await visitors.visitor(of: request), on: zone)
    }

    /// The same where it is known who asks.
    func frame(for request: Request, by visitor: SignedInPerson?, on zone: TimeZoneID? = nil) -> PageFrame {
        frame(request.uri.path, zone, for: visitor)
    }

    private func frame(_ path: String, _ zone: TimeZoneID?, for visitor: SignedInPerson?) -> PageFrame {
        PageFrame(
            root: configuration.root, release: service.zones.release, script: assets.script.path, path: path,
            // Whoever has said where they are need not be told by every address.
            zone: zone?.name ?? "", query: zone == visitor?.person.zone ? "" : Link.query(zone: zone?.name),
            zoneList: assets.zoneList.path,
            visitor: visitor.map(VisitorFrame.init), signIn: visitor == nil ? signIn : nil)
    }

    /// The page of a matter of one person's.
    func respond(_ page: MailMatterPage, status: HTTPResponse.Status = .ok) -> Response {
        respond(templates.mailMatter(page), status: status)
    }

    /// Where whoever has to be signed in first is sent.
    var toSignIn: Response {
        .sendingOn(to: "\(configuration.root)/sign-in")
    }

    /// A page for one person: nothing in between may keep it.
    func respond(_ html: String, status: HTTPResponse.Status = .ok) -> Response {
        .forOnePerson(html, status: status)
    }

    /// What a page says depends on the moment, so it is to be asked for each time, which costs little when it has not changed.
    ///
    /// And on who asks, once somebody is signed in.
    private func html(_ text: String, asOf: Instant, goodUntil: Instant?) -> Print {
        var print = Print(text: text, contentType: "text/html; charset=utf-8", cacheControl: "no-cache")
        print.varies = ["Cookie"]
        print.asOf = asOf
        print.goodUntil = goodUntil
        return print
    }

    /// A picture opened by itself may use its own style and nothing else.
    static func policy(ofPictureStyled style: String) -> String {
        let hash = Data(SHA256.hash(data: Array(style.utf8))).base64EncodedString()
        return [
            "default-src 'none'", "style-src 'sha256-\(hash)'", "base-uri 'none'", "form-action 'none'",
            "frame-ancestors 'none'",
        ].joined(separator: "; ")
    }
}
