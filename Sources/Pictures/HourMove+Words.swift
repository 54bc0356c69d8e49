public import CivilTime
public import Mentoring
import MentoringAPI
import TimeZoneCatalog

extension HourMove {
    /// `From Wed 31 Mar on, Zoe’s sessions of Europe begin at 16:00 …` for whose zone is known.
    public func inWords(for reader: TimeZoneID) -> String {
        let others = changed.filter { $0 != reader }.map(\.city)
        let isTheirs = changed.contains(reader)
        let whose =
            others.isEmpty
            ? "your clocks"
            : (isTheirs ? "your clocks and those in " : "the clocks in ") + others.joined(separator: ", ")
        let isOtherDay = from.date.weekday != before.date.weekday
        let (new, old) = (Self.time(from, withDay: isOtherDay), Self.time(before, withDay: isOtherDay))
        return
            "From \(from.date.inShort) on, \(mentor)’s sessions of \(regionTitle) begin at \(new) instead of \(old), "
            + "\(hours.inWords): \(whose) are changed."
    }

    private static func time(_ local: LocalDateTime, withDay: Bool) -> String {
        (withDay ? "\(local.date.weekday.shortName) " : "") + "\(local.time)"
    }
}

extension SessionView {
    /// Whether it will take place or did: neither cancelled nor passed without having been announced.
    func isOnOrHeld(at now: Instant) -> Bool { status != .cancelled && !(status == .tentative && start <= now) }

    /// When it is, on the clock by which it was agreed.
    func occasion(by zones: TimeZoneCatalog, calling titles: RegionTitles?) throws -> HourMove.Occasion {
        HourMove.Occasion(
            program: program, region: region, regionTitle: titles[region], mentor: mentor.name,
            time: try zones.rules(for: zone).zoned(at: start), minutes: minutes)
    }
}
