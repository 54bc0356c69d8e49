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
    let feeds: RenderingCache<Feed>
    let pages: RenderingCache<PublicPage>

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
        for (kind, size) in [(ServerMetrics.Kind.feed, feeds.size), (.page, pages.size)] {
            add(kind, counts, size: size, to: &text)
        }
        text.counter(
            "meridian_database_busy_retries_total", "Waits for another writer.", [([], service.busyRetries)])
        await addMail(to: &text)
        if let bytes = Self.residentBytes { text.gauge("process_resident_memory_bytes", "Memory in use.", bytes) }
        return text.text
    }

    private func add(
        _ kind: ServerMetrics.Kind, _ counts: ServerMetrics.Counts, size: (count: Int, bytes: Int),
        to text: inout PrometheusText
    ) {
        let written = counts.renderings[kind] ?? Durations()
        var results = ServerMetrics.CacheResult.allCases.map { ($0.rawValue, counts.ready[kind]?[$0] ?? 0) }
        results.append(("rendered", written.count))
        let plural = "\(kind.rawValue)s"
        text.counter(
            "meridian_\(kind.rawValue)_requests_total",
            "\(plural.capitalized) answered from memory, by 304, or after being written.",
            results.map { ([("result", $0)], $1) })
        text.histogram(
            "meridian_\(kind.rawValue)_render_seconds", "How long writing a \(kind.rawValue) took.", written)
        text.gauge("meridian_\(plural)_in_memory", "\(plural.capitalized) kept ready.", size.count)
        text.gauge("meridian_\(plural)_in_memory_bytes", "What they take.", size.bytes)
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
