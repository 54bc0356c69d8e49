import CivilTime
import ICalendar
import Mentoring
import MentoringService

/// Writes feeds from the database.
struct FeedPrinter: Sendable {
    let service: TrainingService
    let calendar: CalendarEncoder
    let addresses: FeedAddresses

    /// What a feed is at a moment.
    struct Print: Sendable {
        let bytes: [UInt8]
        /// When something in it was last revised; nil when there is nothing in it.
        let revised: Instant?
        /// The moment.
        let asOf: Instant
        /// The moment from which it differs although nobody changes anything, if there is one.
        let goodUntil: Instant?
    }

    /// - Throws: `Refusal` not-found for one that does not exist, or not any more; `StorageFailure`.
    func print(_ feed: Feed) async throws -> Print {
        switch feed {
        case .program(let program, let region):
            let feed = try await service.publicFeed(of: program, region: region)
            return try print(CalendarFeed(feed, addresses: addresses))
        case .personal(let secret):
            return try print(CalendarFeed(await service.personalFeed(at: secret), addresses: addresses))
        }
    }

    private func print(_ feed: CalendarFeed) throws -> Print {
        Print(
            bytes: try calendar.feed(feed), revised: feed.revised, asOf: feed.asOf, goodUntil: feed.goodUntil)
    }
}
