import AppResources
import CivilTime
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Mentoring
import MentoringAPI
import MentoringService
import Mustache
import Pictures
import TimeZoneCatalog

/// The pages for people, the season's picture, and what the pages load.
struct PageRoutes {
    let service: TrainingService
    let configuration: ServerConfiguration
    let templates: PageTemplates
    private let zoneOptions: String
    /// Named after its bytes, so that it may be kept for good.
    private let script: String

    /// - Throws: when an embedded template is malformed.
    init(service: TrainingService, configuration: ServerConfiguration) throws {
        self.service = service
        self.configuration = configuration
        templates = try PageTemplates()
        // Names of zones hold no character that HTML knows.
        zoneOptions = service.zones.names.map { "<option>\($0)</option>" }.joined()
        let digest = SHA256.hash(data: Array(AppResources.script.utf8)).prefix(6)
        script = "/assets/page-\(Data(digest).base64EncodedString().filter { $0.isLetter || $0.isNumber }).js"
    }

    func add(to router: MeridianRouter) {
        router.read("/") { [self] request, _ in
            let zone = try Query(request).zone(in: service.zones)
            let seasons = try await service.publicSeasons().map { try grid($0, on: zone) }
            let page = try HomePage(seasons, in: frame("/", zone), zones: service.zones)
            return html(templates.home(page)).response(to: request)
        }
        router.read("{program}") { [self] request, context in
            try await programPage(of: season(in: context), request).response(to: request)
        }
        router.read("{program}/seasons/{season}") { [self] request, context in
            try await programPage(of: namedSeason(in: context), request).response(to: request)
        }
        router.read("{program}/{session}") { [self] request, context in
            try await sessionPage(context.parameter("session"), of: context.parameter("program"), request)
                .response(to: request)
        }
        router.read("{program}/season.svg") { [self] request, context in
            try await picture(of: season(in: context), request)
        }
        router.read("{program}/seasons/{season}/season.svg") { [self] request, context in
            try await picture(of: namedSeason(in: context), request)
        }
        addOwnPage(to: router)
        router.read("icon.svg") { request, _ in
            Representation(
                contentType: "image/svg+xml", bytes: Array(AppResources.icon.utf8),
                cacheControl: "public, max-age=86400"
            ).response(to: request)
        }
        router.read("meridian.css") { request, _ in
            Representation(
                contentType: "text/css; charset=utf-8", bytes: Array(AppResources.stylesheet.utf8),
                cacheControl: "no-cache"
            ).response(to: request)
        }
        router.read(RouterPath(String(script.dropFirst()))) { request, _ in
            Representation(
                contentType: "text/javascript; charset=utf-8", bytes: Array(AppResources.script.utf8),
                cacheControl: "public, max-age=31536000, immutable"
            ).response(to: request)
        }
    }

    private func programPage(of season: PublicSeason, _ request: Request) async throws -> Representation {
        let zone = try Query(request).zone(in: service.zones)
        let grid = try grid(season, on: zone)
        let page = try ProgramPage(
            grid, of: season, in: frame("/\(grid.program.name)", zone), addresses: configuration.addresses,
            joining: grid.program.join ?? configuration.joining, zones: service.zones)
        return html(templates.program(page))
    }

    /// The page of the session of a code, as people type it; or one that asks which of two is meant.
    /// - Throws: `Refusal` not-found, in the words in which the service says what is so.
    private func sessionPage(
        _ text: String, of program: Program.Name, _ request: Request
    ) async throws -> Representation {
        let zone = try Query(request).zone(in: service.zones)
        let (found, season) = try await service.publicSession(coded: text, of: program)
        let grid = try grid(season, on: zone)
        if found.count > 1 {
            let cards = try found.map { session in
                let rules = try service.zones.rules(for: zone ?? session.zone)
                return try SessionCard(
                    LocalSession(session, in: rules), of: grid, in: frame("", zone), zones: service.zones)
            }
            return html(
                templates.choice(ChoicePage(frame: frame("/\(program)/\(text)", zone), code: text, sessions: cards)))
        }
        guard let local = grid.sessions.first(where: { $0.session.code == found.first?.code }) else {
            throw try await notFound(text, in: grid)
        }
        let page = try SessionPage(
            local, of: grid, in: frame("/\(grid.program.name)/\(local.session.code)", zone),
            addresses: configuration.addresses, zones: service.zones)
        return html(templates.session(page))
    }

    private func notFound(_ text: String, in grid: SeasonGrid) async throws -> Refusal {
        do {
            _ = try await service.session(text, for: Viewer())
        } catch let refusal as Refusal {
            return Refusal(.notFound, refusal.description)
        }
        return .notFound("session", text, nearest: nearest(to: text, among: grid.sessions.map(\.session.code)))
    }

    private func picture(of season: PublicSeason, _ request: Request) async throws -> Response {
        let zone = try Query(request).zone(in: service.zones)
        let grid = try grid(season, on: zone)
        var response = Representation(
            contentType: "image/svg+xml", bytes: Array(SeasonPicture(grid: grid).svg.utf8), cacheControl: "no-cache"
        ).response(to: request)
        response.headers[.contentSecurityPolicy] = Self.policy(ofPictureStyled: SeasonPicture.style)
        return response
    }

    private func namedSeason(in context: MeridianRequestContext) async throws -> PublicSeason {
        try await service.publicSeason(of: context.parameter("program"), season: context.parameter("season"))
    }

    private func season(in context: MeridianRequestContext) async throws -> PublicSeason {
        try await service.publicSeason(of: context.parameter("program"))
    }

    /// A season on somebody's clock.
    private func grid(_ season: PublicSeason, on zone: TimeZoneID?) throws -> SeasonGrid {
        try SeasonGrid(
            season.program, sessions: season.sessions, freezes: season.freezes, zone: zone, now: season.asOf,
            zones: service.zones)
    }

    func frame(_ path: String, _ zone: TimeZoneID?) -> PageFrame {
        PageFrame(
            root: configuration.root, release: service.zones.release, script: script, path: path,
            zone: zone?.name ?? "", query: Link.query(zone: zone?.name), zoneOptions: zoneOptions)
    }

    /// The page of a matter of one person's: nothing in between may keep it, and no other site learns its address.
    func respond(_ page: MailMatterPage, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .cacheControl: "no-store", .referrerPolicy: "no-referrer",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: templates.mailMatter(page))))
    }

    /// What a page says depends on the moment: to be asked for each time, which costs little when it has not changed.
    private func html(_ text: String) -> Representation {
        Representation(contentType: "text/html; charset=utf-8", bytes: Array(text.utf8), cacheControl: "no-cache")
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
