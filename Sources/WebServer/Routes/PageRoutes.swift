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
            let zone = try Query(request).zone(in: service.zones)
            let season = try await season(in: context)
            let grid = try grid(season, on: zone)
            let page = try ProgramPage(
                grid, duties: season.duties,
                in: frame("/\(grid.program.name)", zone), addresses: configuration.addresses,
                joining: grid.program.join ?? configuration.joining, zones: service.zones)
            return html(templates.program(page)).response(to: request)
        }
        router.read("{program}/{session}") { [self] request, context in
            let zone = try Query(request).zone(in: service.zones)
            let season = try await season(in: context)
            let grid = try grid(season, on: zone)
            let local = try await session(coded: context.parameter("session"), in: grid)
            let page = try SessionPage(
                local, of: grid, in: frame("/\(grid.program.name)/\(local.session.code)", zone),
                addresses: configuration.addresses, zones: service.zones)
            return html(templates.session(page)).response(to: request)
        }
        router.read("{program}/season.svg") { [self] request, context in
            let zone = try Query(request).zone(in: service.zones)
            let grid = try await grid(season(in: context), on: zone)
            var response = Representation(
                contentType: "image/svg+xml", bytes: Array(SeasonPicture(grid: grid).svg.utf8), cacheControl: "no-cache"
            ).response(to: request)
            response.headers[.contentSecurityPolicy] = Self.policy(ofPictureStyled: SeasonPicture.style)
            return response
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

    /// The session of a code, as people type it.
    /// - Throws: `Refusal` not-found, in the words in which the service says what is so.
    private func session(coded text: String, in grid: SeasonGrid) async throws -> LocalSession {
        if let local = grid.session(coded: text) { return local }
        do {
            _ = try await service.session(text, for: Viewer())
        } catch let refusal as Refusal {
            throw Refusal(.notFound, refusal.description)
        }
        throw Refusal.notFound(
            "session", text, nearest: nearest(to: text, among: grid.sessions.map(\.session.code)))
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

extension SeasonGrid {
    /// The session of a code, as people type it.
    fileprivate func session(coded text: String) -> LocalSession? {
        let code = SessionCode(text)?.description
        return sessions.first { $0.session.code == code }
    }
}
