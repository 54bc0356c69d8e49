import CivilTime
import ICalendar
import Mentoring
import MentoringService

/// Writes feeds from the database.
struct FeedPrinter: Sendable {
    let service: TrainingService
    let calendar: CalendarEncoder
    let addresses: FeedAddresses

    /// - Throws: `Refusal` not-found for one that does not exist, or not any more; `StorageFailure`.
    func print(_ feed: Feed) async throws -> Print {
        switch feed {
        case .program(let program, let region):
            let calendar = CalendarFeed(try await service.publicFeed(of: program, region: region), addresses: addresses)
            return try print(calendar, cacheControl: feed.cacheControl)
        case .personal(let secret):
            let calendar = CalendarFeed(try await service.personalFeed(at: secret), addresses: addresses)
            return try print(calendar, cacheControl: feed.cacheControl)
        }
    }

    private func print(_ feed: CalendarFeed, cacheControl: String) throws -> Print {
        Print(
            bytes: try calendar.feed(feed), contentType: "text/calendar; charset=utf-8", cacheControl: cacheControl,
            dating: .revised(feed.revised), asOf: feed.asOf, goodUntil: feed.goodUntil)
    }
}
