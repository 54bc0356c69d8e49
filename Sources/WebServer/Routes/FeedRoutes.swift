import CivilTime
import Hummingbird
import ICalendar
import Mentoring
import TimeZoneCatalog

/// The calendar feeds: those for everybody, and those of one person at a secret address.
struct FeedRoutes {
    let office: TrainingOffice
    let calendar: CalendarEncoder
    let addresses: FeedAddresses

    func add(to router: MeridianRouter) {
        router.read("{program}.ics") { [self] request, context in
            try await feed(of: context.parameter("program"), region: nil).response(to: request)
        }
        router.read("feeds/{token}.ics") { [self] request, context in
            let feed = try await office.personalFeed(at: context.parameter("token"))
            return Representation(
                contentType: "text/calendar; charset=utf-8",
                bytes: try calendar.feed(CalendarFeed(feed, addresses: addresses)),
                cacheControl: "private, max-age=300", lastModified: feed.entries.map(\.revised).max()
            ).response(to: request)
        }
        router.read("{program}/{region}.ics") { [self] request, context in
            let name = try context.parameter("region")
            guard let region = Region(rawValue: name) else {
                let regions = Region.allCases.map(\.rawValue)
                throw Refusal.notFound("region", name, nearest: nearest(to: name, among: regions))
            }
            return try await feed(of: context.parameter("program"), region: region).response(to: request)
        }
    }

    private func feed(of program: Program.Name, region: Region?) async throws -> Representation {
        let feed = try await office.publicFeed(of: program, region: region)
        let bytes = try calendar.feed(CalendarFeed(feed, addresses: addresses))
        return Representation(
            contentType: "text/calendar; charset=utf-8", bytes: bytes, cacheControl: "public, max-age=300",
            lastModified: feed.sessions.map(\.revised).max())
    }
}
