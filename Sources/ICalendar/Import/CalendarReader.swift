import CivilTime
import Mentoring
public import MentoringService
public import TimeZoneCatalog

/// Reads what other programs' calendars say of a mentor's time, and nothing else of them.
///
/// At most 1 MiB, 16 components deep, 10,000 components and 250,000 candidates of recurrence rules in all; nothing is
/// fetched, and the file's own VTIMEZONE counts only for a name that nobody knows.
public struct CalendarReader: CalendarReading {
    /// The most bytes that a calendar may have.
    public static let limit = ForeignComponent.byteLimit

    let catalog: TimeZoneCatalog

    /// A reader that takes the zones' rules from the catalog.
    public init(zones: TimeZoneCatalog) { catalog = zones }

    /// The weekly events and the availability (RFC 7953) in a calendar.
    /// - Throws: `BadInput` with the line when the file as a whole cannot be read.
    public func offers(in calendar: [UInt8], for terms: CalendarTerms) throws -> CalendarFindings<OfferedTime> {
        var reading = reading(for: terms)
        let names = ForeignNames.ofBusyTimes(of: terms.people)
        return try reading.offers(in: ForeignComponent.read(calendar, names: names))
    }

    /// The times within the season at which a calendar says that its owner is busy, in no order.
    /// - Throws: `BadInput` with the line when the file as a whole cannot be read.
    public func busyTimes(in calendar: [UInt8], for terms: CalendarTerms) throws -> BusyFindings {
        var reading = reading(for: terms)
        let names = ForeignNames.ofBusyTimes(of: terms.people)
        return try reading.busyTimes(in: ForeignComponent.read(calendar, names: names))
    }

    /// What reads a calendar that may be large, piece by piece.
    public func busyTimesReader(for terms: CalendarTerms) throws -> BusyTimesReader {
        try BusyTimesReader(reading(for: terms))
    }

    func reading(for terms: CalendarTerms) -> ForeignReading {
        ForeignReading(terms: terms, zones: ForeignZones(catalog: catalog, own: terms.zone))
    }
}

/// One reading of one file: what it looks for, and what that has cost.
struct ForeignReading {
    let terms: CalendarTerms
    private(set) var zones: ForeignZones
    var budget = CandidateBudget()
    private var leftOut: [LeftOut] = []
    private var more = 0
    /// What takes no time, by reason: hundreds of birthdays are told of once.
    private var free: [String: LeftOut] = [:]
    /// The VTIMEZONEs of each VCALENDAR, by its line.
    private var files: [Int: FileZones] = [:]

    /// As many parts of a file are told of one by one.
    private static let mostLeft = 10_000
    /// Of a zone no more years before the season are read.
    private static let mostYears = 60

    init(terms: CalendarTerms, zones: ForeignZones) {
        self.terms = terms
        self.zones = zones
    }

    /// What was left, by line.
    var left: [LeftOut] {
        let sorted = (leftOut + free.values).sorted { ($0.line, $0.reason) < ($1.line, $1.reason) }
        guard more > 0, let last = sorted.last else { return sorted }
        return sorted + [LeftOut(line: last.line, what: "what follows", reason: "\(more) more could not be used")]
    }

    /// Notes that a component, or only what is called so in it, is left, and why.
    mutating func leave(
        _ component: ForeignComponent, only what: String? = nil, _ reason: String, mayBeBusy: Bool = false
    ) {
        guard leftOut.count < Self.mostLeft else {
            more += 1
            return
        }
        leftOut.append(
            LeftOut(
                line: component.line, what: String((what ?? component.name).prefix(40)), reason: reason,
                mayBeBusy: mayBeBusy ? true : nil))
    }

    /// Notes that a component takes no time, and why.
    mutating func leaveFree(_ component: ForeignComponent, _ reason: String) {
        guard var first = free[reason] else {
            free[reason] = LeftOut(line: component.line, what: String(component.name.prefix(40)), reason: reason)
            return
        }
        first.line = min(first.line, component.line)
        first.count = (first.count ?? 1) + 1
        free[reason] = first
    }

    /// From here on the zones are those of the component's own VCALENDAR.
    mutating func enter(_ component: ForeignComponent) { zones.file = files[component.calendar] ?? FileZones() }

    /// What the body finds in a component; nothing, and a note why, when the component cannot be used.
    mutating func find<Finding>(
        in component: ForeignComponent, _ body: (inout ForeignReading) throws -> Finding
    ) throws -> Finding? {
        do {
            if let line = component.brokenLine { throw Unusable("line \(line) in it makes no sense") }
            enter(component)
            return try body(&self)
        } catch let unusable as Unusable {
            leave(component, unusable.reason)
            return nil
        }
    }

    /// What lies within the calendars of a file, which may also be without a VCALENDAR around it; time zones are apart.
    mutating func entries(of roots: [ForeignComponent]) -> [ForeignComponent] {
        roots.flatMap { root in
            guard root.name == "VCALENDAR" else { return [root] }
            if let line = root.brokenLine { leave(root, "line \(line) makes no sense and is passed over") }
            return root.children
        }.filter { $0.name != "VTIMEZONE" }
    }

    /// Reads the VTIMEZONEs by which alone the times of these entries can be told.
    mutating func readZones(of blocks: [ForeignComponent], for entries: [ForeignComponent]) {
        let blocks = Dictionary(grouping: blocks.filter { $0.name == "VTIMEZONE" }, by: \.calendar)
        guard !blocks.isEmpty else { return }
        // As many years as the season has, and one on either side for what began before it or ends after; an old series is as
        // long as its first occurrence, which the clocks of that year tell.
        let (first, last) = (terms.season.from.year - 1, terms.season.to.year + 1)
        var named: [Int: [String: Int]] = [:]
        for entry in entries {
            let year = max(min(first, entry.firstYear ?? first), first - Self.mostYears)
            let since = entry.zoneNames.map { ($0.lowercased(), year) }
            named[entry.calendar, default: [:]].merge(since, uniquingKeysWith: min)
        }
        for (calendar, blocks) in blocks {
            let unknown = named[calendar, default: [:]].filter { zones.zone(named: $0.key) == nil }
            files[calendar] = FileZones(blocks, of: unknown, until: last)
        }
    }
}

/// The changes of single occurrences (RECURRENCE-ID) in a calendar.
struct ForeignChanges {
    private var changes: [String: [ForeignComponent]]

    init(among entries: [ForeignComponent]) {
        let changes = entries.filter(\.isChange)
        self.changes = Dictionary(grouping: changes) { $0.all("UID").first?.value ?? "" }
    }

    /// The RECURRENCE-IDs of the changes to an entry; given once, to the first entry of the UID, which is to be the only one.
    mutating func take(of component: ForeignComponent) -> [ForeignProperty] {
        guard !component.isChange, let uid = component.all("UID").first?.value else { return [] }
        return changes.removeValue(forKey: uid)?.flatMap { $0.all("RECURRENCE-ID") } ?? []
    }

    /// The changes to entries that were not asked for, by line.
    var rest: [ForeignComponent] { changes.values.flatMap(\.self).sorted { $0.line < $1.line } }
}

extension ForeignComponent {
    /// Whether it changes one occurrence of another entry.
    var isChange: Bool { !all("RECURRENCE-ID").isEmpty }

    /// Its STATUS or the like in capital letters.
    func word(_ name: String) -> String? { all(name).first?.value.uppercased() }

    /// Whether it does not take place.
    var isOff: Bool { isTakenBack || word("STATUS") == "CANCELLED" }

    /// Whether one of these people, and nobody of them otherwise, has declined it, or sent somebody else.
    func isDeclined(by people: Set<EmailAddress>) -> Bool {
        let answers = all("ATTENDEE").filter { property in
            (try? property.mailAddress()).map(people.contains) ?? false
        }.map { $0.parameters["PARTSTAT"]?.uppercased() }
        return !answers.isEmpty && answers.allSatisfy { $0 == "DECLINED" || $0 == "DELEGATED" }
    }

    /// The component's DTSTART.
    func start(in zones: ForeignZones) throws -> ForeignTime {
        guard let property = try only("DTSTART") else { throw Unusable("it has no DTSTART") }
        return try zones.time(property)
    }
}
