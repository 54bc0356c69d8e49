import ArgumentParser
import CivilTime
import Mentoring
import MentoringAPI
import TimeZoneCatalog
import Wording

// Days and times as people write them. What they leave open is seen from this machine's clock, or from a session's own week.
//
// Not inlined, since the optimizer of Swift 6.3.1 crashes where a command's run, which has them among its arguments, is split at its
// awaits.

extension Typed {
    /// Days from one to another, such as `11-17 Jan`.
    @inline(never) static func days(_ text: String, _ common: CommonOptions) throws -> WrittenDays {
        try WrittenDays(text, today: today(common))
    }

    /// Such days, and before them whose they are if somebody is written.
    @inline(never) static func daysOfSomebody(_ text: String, _ common: CommonOptions) throws -> TimeOfSomebody<
        WrittenDays
    > {
        try TimeOfSomebody(text, today: today(common))
    }

    /// Such days, and behind them why; neither needs quotes.
    /// - Throws: `BadInput` where what stands behind the days may be days, too.
    @inline(never) static func daysAndReason(
        _ words: [String], _ common: CommonOptions
    ) throws -> (days: WrittenDays, reason: String) {
        let today = try Self.today(common)
        func read(_ words: some Sequence<String>) throws(BadInput) -> WrittenDays {
            try WrittenDays(words.joined(separator: " "), today: today)
        }
        for count in (1..<max(1, words.count)).reversed() {
            guard let days = try? read(words.prefix(count)) else { continue }
            let reason = Array(words.dropFirst(count))
            let mayBeDays = reason.count > 1 || reason[0].first?.isNumber == true
            guard !mayBeDays || (try? read([reason[0]])) == nil else {
                throw BadInput(
                    "“\(OneLine.shown(reason.joined(separator: " ")))” is why, or more of the days? write both in quotes, such as \"8-21 Mar\" \"release week\""
                )
            }
            return (days, reason.joined(separator: " "))
        }
        _ = try read(words)
        throw ValidationError("Say why behind the days, such as: 8-21 Mar release week.")
    }

    private static func today(_ common: CommonOptions) throws -> LocalDate {
        let zones = try common.zones()
        return try zones.rules(for: zones.machineZone()).local(at: Environment.clock().now()).date
    }

    /// The day from which on something was; of several the first.
    @inline(never) static func pastDay(_ text: String, _ common: CommonOptions) throws -> LocalDate {
        try WrittenDays(text, today: today(common), looksBack: true).from
    }

    /// The day on which something begins; of several the first.
    @inline(never) static func firstDay(_ text: String, _ common: CommonOptions) throws -> LocalDate {
        try days(text, common).from
    }

    /// The day on which something ends; of several the last.
    @inline(never) static func lastDay(_ text: String, _ common: CommonOptions) throws -> LocalDate {
        guard let day = try days(text, common).to else {
            throw BadInput("“\(OneLine.shown(text))” has no last day; expected one, such as 2027-06-30")
        }
        return day
    }

    /// Another beginning of a session, such as `Fri 18:00` in its week, on the clock on which it was agreed.
    /// - Throws: `BadInput` for what cannot be read, an hour on another clock, and one that clocks show twice.
    @inline(never) static func start(
        _ text: String, of code: String, _ common: CommonOptions
    ) async throws -> LocalDateTime {
        if let local = LocalDateTime(iso: text.replacing(" ", with: "T", maxReplacements: 1)) { return local }
        let session = try await common.ask(ShowSession(session: code))
        let start = try WrittenStart(text, insteadOf: session.localStart)
        let zones = try common.zones()
        let rules = try zones.rules(for: session.zone)
        if let zone = try start.zone?.known(in: zones), !zones.areSame(zone, session.zone) {
            let meant = rules.local(at: try zones.rules(for: zone).resolve(start.local).instant)
            throw BadInput(
                "\(session.code) is agreed on the clock of \(session.zone), where that is \(When.dayAndTime(meant)); write it so: --to \(meant)"
            )
        }
        guard case .overlap(let overlap) = rules.resolve(start.local) else { return start.local }
        let (first, second) = (rules.zoned(at: overlap.earlier).offset, rules.zoned(at: overlap.later).offset)
        throw BadInput(
            "clocks in \(session.zone) show \(start.local.time) twice on \(When.day(start.local.date)), when they go back from UTC\(first) to UTC\(second); the first of the two is --to \(start.local), and the second cannot be chosen: take another hour"
        )
    }
}
