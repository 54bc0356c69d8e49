import CivilTime
import ICalendar
import Mentoring
import MentoringAPI
import MentoringService

/// Writes feeds from the database.
struct FeedPrinter: Sendable {
    let service: TrainingService
    let calendar: CalendarEncoder
    let addresses: FeedAddresses

    /// - Throws: `Refusal` not-found for one that does not exist, or not any more; `StorageFailure`.
    func print(_ feed: Feed) async throws -> Print {
        var print: Print
        switch feed {
        case .program(let program, let region):
            let published = try await service.publicFeed(of: program, region: region)
            print = try self.print(CalendarFeed(published, addresses: addresses), cacheControl: feed.cacheControl)
        case .news(let program):
            let published = try await service.publicFeed(of: program, region: nil)
            let news = try AtomFeed(published, addresses: addresses, zones: service.zones)
            print = Print(text: news.xml, contentType: AtomFeed.contentType, cacheControl: feed.cacheControl)
            print.dating = .revised(news.updated)
            print.asOf = published.asOf
            print.goodUntil = news.goodUntil
        case .personal(let secret):
            let own = try await service.personalFeed(at: secret)
            print = try self.print(CalendarFeed(own, addresses: addresses), cacheControl: feed.cacheControl)
        }
        print.isOpenToOtherSites = feed.isPublic
        return print
    }

    private func print(_ feed: CalendarFeed, cacheControl: String) throws -> Print {
        Print(
            bytes: try calendar.feed(feed), contentType: "text/calendar; charset=utf-8", cacheControl: cacheControl,
            dating: .revised(feed.revised), asOf: feed.asOf, goodUntil: feed.goodUntil)
    }
}
