import CivilTime

/// Rules 4, 5, 6 and 8: a file's zones, their VTIMEZONEs, and the times that go by them.
struct ZoneRulesOfFile {
    /// The most onsets of VTIMEZONEs that are reckoned for one file; real ones need a few hundred.
    private static let mostOnsets = 1_000_000
    /// The most zones of a file for which a like name is sought.
    private static let mostSuggestions = 50

    private let zones: KnownZones
    private let definitions: [CalendarComponent]
    private let uses: [ZoneUse]

    init(_ calendar: CalendarComponent, zones: KnownZones) {
        self.zones = zones
        definitions = calendar.children("VTIMEZONE")
        var uses: [ZoneUse] = []
        calendar.forEachOutsideTimeZones { component in
            let rule = component.first("RRULE").map { RuleParts($0.value) }
            for property in component.properties {
                guard let name = property.parameter("TZID") else { continue }
                uses.append(ZoneUse(name: name, property: property, owner: component.line, rule: rule))
            }
        }
        self.uses = uses
    }

    func judge(_ findings: inout Findings) {
        let blocks = readBlocks(&findings)
        judgeValues(&findings)
        let used = Dictionary(grouping: uses, by: \.name)
        for definition in definitions {
            guard let name = definition.first("TZID")?.value, used[name] == nil else { continue }
            findings.warning(
                definition.line, .zoneNames, "the VTIMEZONE \(name.quoted) is used by no time; leave it out")
        }
        var onsetsLeft = Self.mostOnsets
        let inOrder = used.sorted { $0.value[0].property.line < $1.value[0].property.line }
        for (index, (name, uses)) in inOrder.enumerated() {
            guard !findings.isFull else { return }
            judgeName(
                name, firstUse: uses[0].property, isDefined: blocks[name] != nil,
                suggesting: index < Self.mostSuggestions, &findings)
            guard let rules = zones.rules(named: name) else { continue }
            judgeClockChanges(uses, rules, &findings)
            guard let block = blocks[name] else { continue }
            judgeAgreement(uses, of: block, with: rules, onsetsLeft: &onsetsLeft, &findings)
            guard onsetsLeft > 0 else {
                findings.warning(
                    block.line, .zoneBlocks,
                    "from this VTIMEZONE on none was set beside the tz data, because the file has too many onsets; lint it in parts"
                )
                return
            }
        }
    }

    /// The first VTIMEZONE of each name.
    private func readBlocks(_ findings: inout Findings) -> [String: ZoneBlock] {
        var blocks: [String: ZoneBlock] = [:]
        for definition in definitions {
            let block = ZoneBlock(definition, &findings)
            guard let name = definition.first("TZID")?.value else {
                findings.error(definition.line, .zoneNames, "the VTIMEZONE has no TZID; name it, or leave it out")
                continue
            }
            guard let first = blocks[name] else {
                blocks[name] = block
                continue
            }
            findings.error(
                definition.line, .zoneNames,
                "the VTIMEZONE \(name.quoted) is there already (line \(first.line)); leave one")
        }
        return blocks
    }

    private func judgeValues(_ findings: inout Findings) {
        for use in uses where ContentLine.timeNames.contains(use.property.name) {
            switch use.property.timeTexts.first(where: { _ in true }).flatMap({ TimeValue($0) }) {
            case .utc:
                findings.error(
                    use.property.line, .zoneNames, "\(use.property.name) has a TZID and a Z; leave the TZID out")
            case .date:
                findings.error(
                    use.property.line, .zoneNames,
                    "\(use.property.name) is a date, which has no zone; leave the TZID out")
            case .local, nil: continue
            }
        }
    }

    private func judgeName(
        _ name: String, firstUse: ContentLine, isDefined: Bool, suggesting: Bool, _ findings: inout Findings
    ) {
        guard !findings.isFull else { return }
        if let zone = TimeZoneID(name), zones.rules(named: name) != nil {
            if zones.isUniversal(zone) {
                findings.error(
                    firstUse.line, .zoneNames, "TZID \(name.quoted) is UTC itself; write the time with a Z at its end")
            } else if !isDefined {
                findings.error(firstUse.line, .zoneNames, "TZID \(name.quoted) has no VTIMEZONE; add it")
            }
        } else {
            findings.error(
                firstUse.line, .zoneNames,
                "TZID \(name.quoted) \(zones.complaint(about: name, suggesting: suggesting))"
                    + (isDefined ? "" : ", and add its VTIMEZONE"))
        }
    }

    private func judgeClockChanges(_ uses: [ZoneUse], _ rules: ZoneRules, _ findings: inout Findings) {
        for use in uses {
            for local in use.locals {
                switch rules.resolve(local) {
                case .unambiguous: continue
                case .gap(let gap):
                    findings.error(
                        use.property.line, .clockChanges,
                        "the clocks of \(rules.id) skip \(local); write \(rules.local(at: gap.instant).written)")
                case .overlap(let overlap):
                    findings.warning(
                        use.property.line, .clockChanges,
                        "the clocks of \(rules.id) show \(local) twice, and programs differ; write the first as \(overlap.earlier.written)"
                    )
                }
            }
        }
    }

    private func judgeAgreement(
        _ uses: [ZoneUse], of block: ZoneBlock, with rules: ZoneRules, onsetsLeft: inout Int, _ findings: inout Findings
    ) {
        let years = uses.flatMap { $0.range.map(\.date.year) }
        guard let first = years.min(), let last = years.max(),
            let offsets = block.offsets(in: first...last, onsetsLeft: &onsetsLeft)
        else { return }
        var told: Set<Int> = []
        for use in uses {
            let locals = use.locals
            for local in locals + use.laterOccurrences {
                guard !findings.isFull else { return }
                let right = rules.resolve(local).instant
                let seconds = offsets.instant(of: local) - right.secondsSinceEpoch
                // The start and the end of an event are wrong together.
                guard seconds != 0, told.insert(use.owner).inserted else { continue }
                let which = locals.contains(local) ? "this is" : "the series is on \(local.date)"
                let minutes = "\(which) \(abs(seconds) / 60) minutes \(seconds > 0 ? "later" : "earlier")"
                if rules.changeYearly(around: local.date.year) {
                    findings.error(
                        use.property.line, .zoneBlocks,
                        "by the VTIMEZONE of line \(block.line) \(minutes) than by the tz data \(zones.release), \(right.written); correct the VTIMEZONE"
                    )
                } else {
                    findings.error(
                        use.property.line, .inexactZones,
                        "by the VTIMEZONE of line \(block.line) \(minutes) than by the tz data \(zones.release), and no simple one would be exact for \(rules.id) around \(local.date.year); write \(right.written)"
                    )
                }
            }
        }
    }
}

/// A property with a TZID.
private struct ZoneUse {
    let name: String
    let property: ContentLine
    /// The line of the component that it belongs to.
    let owner: Int
    /// The rule by which the component recurs.
    let rule: RuleParts?

    /// Its wall-clock times.
    var locals: [LocalDateTime] {
        guard ContentLine.timeNames.contains(property.name) else { return [] }
        return property.timeTexts.compactMap { text in
            guard case .local(let local) = TimeValue(text) else { return nil }
            return local
        }
    }

    /// A wall-clock time every second week of the year after the start of a series: what the clocks do meanwhile concerns it.
    ///
    /// A series with COUNT may be over before they change.
    var laterOccurrences: [LocalDateTime] {
        guard let rule, rule.values["COUNT"] == nil, property.name == "DTSTART", let start = locals.first else {
            return []
        }
        let last = rule.values["UNTIL"].flatMap { TimeValue($0.prefix(8)) }
        return (1...26).map { start.adding(seconds: $0 * 14 * 86400) }.filter { later in
            guard case .date(let date) = last else { return true }
            return later.date <= date
        }
    }

    /// From its first time to its last.
    var range: [LocalDateTime] { locals + laterOccurrences.suffix(1) }
}

extension LocalDateTime {
    /// As a calendar has it: `20270105T170000`.
    fileprivate var written: String { basic }
}

extension Instant {
    /// As a calendar has it: `20270105T170000Z`.
    fileprivate var written: String {
        LocalDateTime(date: LocalDate(epochDay: 0), time: .midnight).adding(seconds: secondsSinceEpoch).basic + "Z"
    }
}
