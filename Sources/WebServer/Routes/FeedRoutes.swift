import Hummingbird
import Mentoring
import TimeZoneCatalog

/// The calendar feeds: those for everybody, and those of one person at a secret address.
struct FeedRoutes {
    let shelf: FeedShelf

    func add(to router: MeridianRouter) {
        router.read("{program}.ics") { [self] request, context in
            try await answer(.program(context.parameter("program"), nil), to: request)
        }
        router.read("feeds/{token}.ics") { [self] request, context in
            try await answer(.personal(context.parameter("token")), to: request)
        }
        router.read("{program}/{region}.ics") { [self] request, context in
            let name = try context.parameter("region")
            guard let region = Region(rawValue: name) else {
                let regions = Region.allCases.map(\.rawValue)
                throw Refusal.notFound("region", name, nearest: nearest(to: name, among: regions))
            }
            return try await answer(.program(context.parameter("program"), region), to: request)
        }
    }

    private func answer(_ feed: Feed, to request: Request) async throws -> Response {
        try await shelf.feed(feed).response(to: request)
    }
}
