import CivilTime

/// The clock by which a property tells its time.
enum EventClock: Hashable {
    case dates
    case floating
    case utc
    case zone(String)

    /// The clock of a property whose value is of the form that it says; nil for one that is not (rule 7 tells of it).
    init?(_ property: ContentLine, _ value: TimeValue) {
        let isDate = property.parameter("VALUE")?.asciiUppercased == "DATE"
        switch value {
        case .date:
            guard isDate else { return nil }
            self = .dates
        case .local, .utc:
            guard !isDate else { return nil }
            if case .utc = value {
                self = .utc
            } else {
                self = property.parameter("TZID").map { .zone($0) } ?? .floating
            }
        }
    }

    /// Whether it is tied to no place on earth.
    var isFloating: Bool { self == .floating }
}

/// A property's time with its clock.
struct EventTime {
    let clock: EventClock
    /// What its clock shows; of a date its midnight.
    let local: LocalDateTime

    init?(_ property: ContentLine?) {
        guard let property, let value = property.time else { return nil }
        self.init(property, value)
    }

    init?(_ property: ContentLine, _ value: TimeValue) {
        guard let clock = EventClock(property, value) else { return nil }
        self.clock = clock
        local =
            switch value {
            case .date(let date): LocalDateTime(date: date, time: .midnight)
            case .local(let local): local
            case .utc(let instant): LocalDateTime.utc(instant)
            }
    }

    /// What another clock shows then; nil where that cannot be known.
    func local(on other: EventClock, _ zones: inout ZoneClocks) -> LocalDateTime? {
        guard other != clock else { return local }
        guard let instant = instant(&zones) else { return nil }
        return switch other {
        case .utc: LocalDateTime.utc(instant)
        case .zone(let name): zones.rules(named: name)?.local(at: instant)
        case .dates, .floating: nil
        }
    }

    /// The moment; nil for dates and floating times, and in zones that are not known.
    func instant(_ zones: inout ZoneClocks) -> Instant? {
        switch clock {
        case .utc: Instant(secondsSinceEpoch: local.secondsOnClock)
        case .zone(let name): zones.rules(named: name)?.resolve(local).instant
        case .dates, .floating: nil
        }
    }
}

/// The zones of the tz data, each read once for a file.
struct ZoneClocks {
    private let zones: KnownZones
    private var read: [String: ZoneRules?] = [:]

    init(_ zones: KnownZones) { self.zones = zones }

    mutating func rules(named name: String) -> ZoneRules? {
        if let known = read[name] { return known }
        let rules = zones.rules(named: name)
        read[name] = .some(rules)
        return rules
    }
}

extension LocalDateTime {
    /// What a clock in UTC shows.
    static func utc(_ instant: Instant) -> LocalDateTime {
        LocalDateTime(date: LocalDate(epochDay: 0), time: .midnight).adding(seconds: instant.secondsSinceEpoch)
    }
}
