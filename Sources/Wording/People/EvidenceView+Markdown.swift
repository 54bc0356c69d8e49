package import CivilTime
import Mentoring
package import MentoringAPI

extension EvidenceView {
    /// The evidence as a Markdown text (CommonMark) for a nomination mail or issue.
    ///
    /// Names and titles are people's input: what Markdown or HTML would take as markup in them is escaped.
    ///
    /// On a `clock` each session's hour is said beside its day; without one the days alone, as they are in UTC.
    package func markdown(on clock: ZoneRules? = nil) -> String {
        let (asOf, dates) =
            clock.map { (Self.words($0.local(at: self.asOf)), "Days and hours are those of \($0.id)") }
            ?? (self.asOf.rfc3339, "Dates are in UTC")
        return
            ([
                "# \(Self.plain(progress.name)): \(Self.plain(title))", "",
                "As of \(asOf), from the program's records. \(dates).", "", "## Where they stand", "",
            ] + standing + ["", "## Sessions", ""] + sessions(on: clock)).joined(separator: "\n") + "\n"
    }

    private static func words(_ local: LocalDateTime) -> String { "\(local.date) \(local.time)" }

    private var standing: [String] {
        let asynchronous = progress.asynchronous == 0 ? "" : ", \(progress.asynchronous) of them asynchronously"
        let areas =
            progress.areas.isEmpty ? "none of the program's areas" : Self.plain(progress.areas.joined(separator: ", "))
        let counts = [
            "- Sessions attended: \(progress.sessions)\(asynchronous)",
            "- Different reviews discussed: \(progress.discussed)",
            "- Areas covered: \(areas)",
            "- Sessions co-led: \(progress.coLed)",
        ]
        let stages = progress.stages.map { stage in
            "- Stage \(Self.plain(stage.name)): \(stage.missing.map { "\(Self.plain($0)) to go" } ?? "reached")"
        }
        return counts + stages
    }

    private func sessions(on clock: ZoneRules?) -> [String] {
        guard !attended.isEmpty else { return ["No session is recorded as attended."] }
        return attended.map { seen in
            let about: String? = seen.review.map { review in
                "[\(Self.plain(review.title))](<\(review.url)>)"
                    + (review.area.map { " (\(Self.plain($0)))" } ?? "")
            }
            let parts: [String?] = [
                "`\(seen.session)`", clock.map { Self.words($0.local(at: seen.start)) } ?? "\(seen.date)",
                "with \(Self.plain(seen.mentor))", about,
                seen.isAsynchronous ? "asynchronously" : "present", seen.isCoLed ? "co-led" : nil,
                seen.log.map { "[log](<\($0)>)" },
            ]
            return "- " + parts.compactMap(\.self).joined(separator: ", ")
        }
    }

    /// Text that means itself: what begins markup in the middle of a line is escaped (CommonMark §2.4).
    private static func plain(_ text: String) -> String {
        OneLine.shown(text).map { "\\`*_[]<>|&~".contains($0) ? "\\\($0)" : String($0) }.joined()
    }
}
