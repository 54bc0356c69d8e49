import CalendarLint
import CivilTime
import ICalendar
import Mentoring
import MentoringService
import TimeZoneCatalog

/// A foreign calendar for each that it is read for: hours that are offered, busy times (at once and piece by piece), an answer.
@Sendable func readCalendar(_ bytes: [UInt8]) {
    let reader = CalendarReader(zones: .shipped)
    guard let terms else { return }
    _ = try? reader.offers(in: bytes, for: terms)
    _ = try? reader.busyTimes(in: bytes, for: terms)
    _ = try? reader.answer(in: bytes)
    guard var pieces = try? reader.busyTimesReader(for: terms) else { return }
    do {
        for start in stride(from: 0, to: bytes.count, by: 100) {
            try pieces.take(Array(bytes[start..<min(start + 100, bytes.count)]))
        }
        _ = try pieces.findings()
    } catch {}
}

/// A calendar as `meridian lint` judges it, and then as a newer one of itself.
@Sendable func lint(_ bytes: [UInt8]) {
    var lint = CalendarLint(zones: .shipped)
    for _ in 1...2 { _ = try? lint.findings(inNext: bytes) }
}

private let terms: CalendarTerms? = {
    guard let season = try? DayRange("2027-01-04..2027-07-04"), let zone = TimeZoneID("Europe/Berlin"),
        let mentor = try? EmailAddress("mentor@example.org")
    else { return nil }
    return CalendarTerms(season: season, zone: zone, minutes: 60, people: [mentor])
}()
