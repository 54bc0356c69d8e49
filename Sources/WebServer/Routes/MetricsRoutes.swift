import Foundation
import Hummingbird
import Mentoring
import MentoringService

/// What a monitoring system reads.
///
/// No address, token or name is in it.
struct MetricsRoutes {
    let service: TrainingService
    let metrics: ServerMetrics
    let feedCache: FeedCache

    func add(to router: MeridianRouter) {
        router.read("metrics") { [self] _, _ in
            Response(
                status: .ok, headers: [.contentType: PrometheusText.contentType, .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: await text())))
        }
    }

    private func text() async -> String {
        var text = PrometheusText()
        let counts = metrics.counts
        text.counter(
            "meridian_http_requests_total", "Requests answered.",
            counts.requests.sorted { $0.key < $1.key }.map { kind, count in
                ([("route", kind.route), ("status", kind.status.description)], count)
            })
        var results = ServerMetrics.FeedResult.allCases.map { ($0.rawValue, counts.feeds[$0] ?? 0) }
        results.append(("rendered", counts.renderings.count))
        text.counter(
            "meridian_feed_requests_total", "Feeds answered from memory, by 304, or after being written.",
            results.map { ([("result", $0)], $1) })
        text.histogram("meridian_feed_render_seconds", "How long writing a feed took.", counts.renderings)
        let (feeds, bytes) = feedCache.size
        text.gauge("meridian_feeds_in_memory", "Feeds kept ready.", feeds)
        text.gauge("meridian_feeds_in_memory_bytes", "What they take.", bytes)
        text.counter(
            "meridian_database_busy_retries_total", "Waits for another writer.", [([], service.busyRetries)])
        await addMail(to: &text)
        if let bytes = Self.residentBytes { text.gauge("process_resident_memory_bytes", "Memory in use.", bytes) }
        return text.text
    }

    /// A database that fails is itself something to tell.
    private func addMail(to text: inout PrometheusText) async {
        let waiting = try? await service.waitingMail()
        text.gauge("meridian_database_up", "Whether the database answers.", waiting == nil ? 0 : 1)
        guard let waiting else { return }
        text.gauge("meridian_outbox_mails", "Mails that wait.", waiting.count)
        text.gauge("meridian_outbox_wait_seconds", "How long the longest-waiting could have left.", waiting.seconds)
        if let written = try? await service.writtenMailOfTheWeek() {
            text.gauge("meridian_written_mails_week", "Mails in words of the last seven days.", written)
        }
    }

    /// The second number of `/proc/self/statm`, which counts pages (proc(5)).
    private static var residentBytes: Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return pages.map { $0 * sysconf(Int32(_SC_PAGESIZE)) }
    }
}
