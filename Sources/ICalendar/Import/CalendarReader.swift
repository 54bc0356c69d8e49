import CivilTime
import Mentoring
public import MentoringService
public import TimeZoneCatalog

/// Reads what other programs' calendars say of a mentor's time, and nothing else of them.
///
/// At most 1 MiB, 16 components deep, 10,000 components and 250,000 candidates of recurrence rules in all; nothing is
/// fetched, and the file's own VTIMEZONE is not trusted.
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
        return try reading.offers(in: ForeignComponent.read(calendar))
    }

    /// The times within the season at which a calendar says that its owner is busy, in no order.
    /// - Throws: `BadInput` with the line when the file as a whole cannot be read.
    public func busyTimes(in calendar: [UInt8], for terms: CalendarTerms) throws -> CalendarFindings<BusyTime> {
        var reading = reading(for: terms)
        return try reading.busyTimes(in: ForeignComponent.read(calendar))
    }

    func reading(for terms: CalendarTerms) -> ForeignReading {
        ForeignReading(terms: terms, zones: ForeignZones(catalog: catalog, own: terms.zone))
    }
}

/// One reading of one file: what it looks for, and what that has cost.
struct ForeignReading {
    let terms: CalendarTerms
    let zones: ForeignZones
    var budget = CandidateBudget()
    private(set) var left: [LeftOut] = []

    init(terms: CalendarTerms, zones: ForeignZones) {
        self.terms = terms
        self.zones = zones
    }

    /// Notes that a component is left, and why.
    mutating func leave(_ component: ForeignComponent, _ reason: String) {
        left.append(LeftOut(line: component.line, what: String(component.name.prefix(40)), reason: reason))
    }

    /// What the body finds in a component; nothing, and a note why, when the component cannot be used.
    mutating func find<Finding>(
        in component: ForeignComponent, _ body: (inout ForeignReading) throws -> Finding
    ) throws -> Finding? {
        do {
            if let line = component.brokenLine { throw Unusable("line \(line) in it makes no sense") }
            return try body(&self)
        } catch let unusable as Unusable {
            leave(component, unusable.reason)
            return nil
        }
    }

    /// What lies within the calendars of a file, which may also be without a VCALENDAR around it; time zones are dropped.
    mutating func entries(of roots: [ForeignComponent]) -> [ForeignComponent] {
        roots.flatMap { root in
            guard root.name == "VCALENDAR" else { return [root] }
            if let line = root.brokenLine { leave(root, "line \(line) makes no sense and is passed over") }
            return root.children
        }.filter { $0.name != "VTIMEZONE" }
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
}

extension ForeignComponent {
    /// Whether it changes one occurrence of another entry.
    var isChange: Bool { !all("RECURRENCE-ID").isEmpty }

    /// Its STATUS or the like in capital letters.
    func word(_ name: String) -> String? { all(name).first?.value.uppercased() }

    /// The component's DTSTART.
    func start(in zones: ForeignZones) throws -> ForeignTime {
        guard let property = try only("DTSTART") else { throw Unusable("it has no DTSTART") }
        return try zones.time(property)
    }
}
