import AppResources
import CivilTime
import Hummingbird
import Mentoring
import Mustache
import TimeZoneCatalog

/// The pages for people, and their stylesheet.
struct PageRoutes {
    private let office: TrainingOffice
    private let configuration: ServerConfiguration
    private let templates: MustacheLibrary
    private let home: MustacheTemplate
    private let program: MustacheTemplate
    private let zoneOptions: String

    /// - Throws: when an embedded template is malformed.
    init(office: TrainingOffice, configuration: ServerConfiguration) throws {
        self.office = office
        self.configuration = configuration
        templates = MustacheLibrary(
            templates: ["page": try MustacheTemplate(string: AppResources.template(.page))])
        home = try MustacheTemplate(string: AppResources.template(.home))
        program = try MustacheTemplate(string: AppResources.template(.program))
        // Names of zones hold no character that HTML knows.
        zoneOptions = office.zones.names.map { "<option>\($0)</option>" }.joined()
    }

    func add(to router: MeridianRouter) {
        router.read("/") { [self] request, _ in
            let page = HomePage(
                try await office.programs(), root: configuration.root, release: office.zones.release)
            return html(home.render(page, library: templates)).response(to: request)
        }
        router.read("meridian.css") { request, _ in
            Representation(
                contentType: "text/css; charset=utf-8", bytes: Array(AppResources.stylesheet.utf8),
                cacheControl: "public, max-age=3600"
            ).response(to: request)
        }
        router.read("{program}") { [self] request, context in
            let zone = try Query(request).zone(in: office.zones)
            let name = try context.parameter("program")
            let page = try ProgramPage(
                await office.program(name),
                sessions: await office.sessions(of: name, upcoming: true, for: Viewer(zone: zone)), zone: zone,
                zoneOptions: zoneOptions, zones: office.zones, configuration: configuration)
            return html(program.render(page, library: templates)).response(to: request)
        }
    }

    private func html(_ text: String) -> Representation {
        Representation(
            contentType: "text/html; charset=utf-8", bytes: Array(text.utf8), cacheControl: "public, max-age=60")
    }
}
