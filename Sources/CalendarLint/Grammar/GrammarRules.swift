/// Rules 26 to 28: values, parameters and properties as RFC 5545 and its extensions define them.
struct GrammarRules {
    private let method: CalendarMethod

    static func judge(_ calendar: CalendarComponent, _ method: CalendarMethod, _ findings: inout Findings) {
        let rules = GrammarRules(method: method)
        rules.judge(calendar, in: nil, isInTimeZone: false, &findings)
        if calendar.children.isEmpty {
            findings.error(
                calendar.line, .components,
                "the calendar is empty; it has at least one component such as a VEVENT (RFC 5545 §3.6)")
        }
    }

    private func judge(
        _ component: CalendarComponent, in parent: String?, isInTimeZone: Bool, _ findings: inout Findings
    ) {
        guard !findings.isFull else { return }
        let isInTimeZone = isInTimeZone || component.kind == "VTIMEZONE"
        for property in component.properties {
            guard let shape = PropertyShape.all[property.name] else { continue }
            judgeParameters(of: property, in: component.kind, &findings)
            judgeValue(of: property, shape, in: component.kind, isInTimeZone: isInTimeZone, &findings)
        }
        if let shape = ComponentShape.all[component.kind] {
            judgeProperties(of: component, shape, &findings)
            if let parent, ComponentShape.all[parent] != nil, !shape.parents.contains(parent) {
                let places = shape.parents.sorted().joined(separator: " or ")
                findings.error(
                    component.line, .components,
                    "a \(component.kind) stands in a \(parent); put it directly into a \(places.isEmpty ? "file" : places) (\(shape.section))"
                )
            }
        }
        if component.kind == "VALARM", method != .cancel { AlarmRules.judge(component, &findings) }
        for child in component.children {
            judge(child, in: component.kind, isInTimeZone: isInTimeZone, &findings)
        }
    }

    // MARK: Values

    private func judgeValue(
        of property: ContentLine, _ shape: PropertyShape, in kind: String, isInTimeZone: Bool,
        _ findings: inout Findings
    ) {
        let name = property.name
        guard let type = type(of: property, shape, &findings) else { return }
        if ContentLine.timeNames.contains(name), !shape.isList, property.value.utf8.contains(UInt8(ascii: ",")) {
            findings.error(property.line, .values, "\(name) has several values; leave one (\(shape.section))")
            return
        }
        // Rule 5 tells of the times and offsets of zones, rule 7 of other times, rule 10 of SEQUENCE.
        let isTold =
            isInTimeZone
            ? ["DTSTART", "RDATE", "TZOFFSETFROM", "TZOFFSETTO"].contains(name)
            : name == "SEQUENCE"
                || ContentLine.timeNames.contains(name) && type != .period
        if !isTold, name != "GEO" {
            let mark: Unicode.Scalar? = shape.isList && type != .text ? "," : nil
            for text in property.value.parts(between: mark) where !type.holds(text) {
                findings.error(
                    property.line, .values, "\(name) is \(text.quoted); write \(type.example) (\(type.section))")
                return
            }
        }
        judgeZone(of: property, type, in: kind, isInTimeZone: isInTimeZone, &findings)
        judgeOrder(of: property, &findings)
        // Rule 19 tells of STATUS in a feed's events, rule 17 of a feed's COLOR.
        guard !(method == .feed && (name == "STATUS" && kind == "VEVENT" || name == "COLOR" && kind == "VCALENDAR")),
            let advice = PropertyRange.complaint(about: property, in: kind)
        else { return }
        findings.error(property.line, .values, "\(name) is \(property.value.quoted); \(advice) (\(shape.section))")
    }

    /// The type of the value; nil when it cannot be known or is not one of the property's.
    private func type(
        of property: ContentLine, _ shape: PropertyShape, _ findings: inout Findings
    ) -> ValueType? {
        guard let word = property.parameter("VALUE")?.asciiUppercased else {
            // Rule 17 tells of REFRESH-INTERVAL in a feed.
            if shape.mustSayType, !(method == .feed && property.name == "REFRESH-INTERVAL") {
                findings.error(
                    property.line, .values,
                    "\(property.name) has no default type; write \(property.name);VALUE=\(shape.type.rawValue) (\(shape.section))"
                )
            }
            return shape.type
        }
        guard let type = ValueType(rawValue: word) else { return nil }
        guard type == shape.type || shape.otherTypes.contains(type) else {
            let types = ([shape.type] + shape.otherTypes).map(\.rawValue).joined(separator: " or ")
            findings.error(
                property.line, .values,
                "\(property.name) says VALUE=\(word); its value is \(types), so leave VALUE out or choose one (\(shape.section))"
            )
            return nil
        }
        if type == .binary, property.parameter("ENCODING")?.asciiUppercased != "BASE64" {
            findings.error(
                property.line, .values,
                "\(property.name) is binary; write ENCODING=BASE64;VALUE=BINARY (\(shape.section))")
        }
        return type
    }

    /// The times that are in UTC wherever they stand.
    private func judgeZone(
        of property: ContentLine, _ type: ValueType, in kind: String, isInTimeZone: Bool, _ findings: inout Findings
    ) {
        let isUTC: Bool
        switch property.name {
        case "FREEBUSY": isUTC = property.listed.allSatisfy { CalendarPeriod($0)?.isUTC ?? true }
        case "TRIGGER" where type == .dateTime, "ACKNOWLEDGED": isUTC = property.value.hasSuffix("Z")
        case "DTSTART" where kind == "VFREEBUSY", "DTEND" where kind == "VFREEBUSY":
            if case .utc = property.time { isUTC = true } else { isUTC = property.time == nil }
        case "LAST-MODIFIED" where isInTimeZone: isUTC = property.value.hasSuffix("Z")
        default: isUTC = true
        }
        guard !isUTC else { return }
        let section =
            kind == "VFREEBUSY" && property.name != "FREEBUSY"
            ? "RFC 5545 §3.6.4" : PropertyShape.all[property.name]?.section ?? ""
        findings.error(
            property.line, .values,
            "\(property.name) is not in UTC; write it in UTC, such as 20270105T170000Z (\(section))")
    }

    /// Periods in UTC stand in the order of their beginnings, as their texts do then.
    private func judgeOrder(of property: ContentLine, _ findings: inout Findings) {
        guard property.name == "FREEBUSY" else { return }
        let periods = property.listed
        guard periods.allSatisfy({ CalendarPeriod($0)?.isUTC ?? false }),
            zip(periods, periods.dropFirst()).contains(where: { $0.prefix(16) > $1.prefix(16) })
        else { return }
        findings.warning(
            property.line, .values, "FREEBUSY has a later period before an earlier one; sort them (RFC 5545 §3.8.2.6)")
    }

    // MARK: Parameters

    private func judgeParameters(of property: ContentLine, in kind: String, _ findings: inout Findings) {
        var seen: Set<String> = []
        for parameter in property.parameters {
            guard let shape = ParameterShape.all[parameter.name] else { continue }
            let name = parameter.name
            if !seen.insert(name).inserted {
                findings.error(
                    property.line, .parameters, "\(property.name) has \(name) twice; leave one (\(shape.section))")
                continue
            }
            // Rule 4 tells of a TZID at a time that has no zone.
            if let properties = shape.properties, !properties.contains(property.name),
                !(name == "TZID" && ContentLine.timeNames.contains(property.name))
            {
                findings.warning(
                    property.line, .parameters,
                    "\(name) says nothing of \(property.name); leave it out (\(shape.section))")
                continue
            }
            if name == "RELATED", property.parameter("VALUE")?.asciiUppercased == "DATE-TIME" {
                findings.warning(
                    property.line, .parameters,
                    "RELATED says nothing of a TRIGGER at a time of its own; leave it out (\(shape.section))")
                continue
            }
            guard let value = ([parameter.value] + parameter.others).first(where: { shape.complaint(about: $0) != nil })
            else { continue }
            findings.error(
                property.line, .parameters,
                "\(name) is \(value.quoted); \(shape.complaint(about: value) ?? "") (\(shape.section))")
        }
        judgeParticipation(in: property, of: kind, &findings)
        guard let word = property.parameter("VALUE")?.asciiUppercased, ValueType(rawValue: word) == nil,
            !word.hasPrefix("X-"), !["UID", "XML-REFERENCE"].contains(word)
        else { return }
        findings.error(
            property.line, .parameters,
            "VALUE is \(word.quoted), which is no type; write one such as \(PropertyShape.all[property.name]?.type.rawValue ?? "TEXT"), or leave it out (RFC 5545 §3.2.20)"
        )
    }

    private func judgeParticipation(in property: ContentLine, of kind: String, _ findings: inout Findings) {
        // Rules 12 and 15 tell of answers in invitations.
        guard property.name == "ATTENDEE", !(method == .request && kind == "VEVENT"),
            let word = property.parameter("PARTSTAT")?.asciiUppercased, !word.hasPrefix("X-"),
            let words = ParameterShape.participation[kind], !words.contains(word)
        else { return }
        findings.error(
            property.line, .parameters,
            "PARTSTAT is \(word.quoted) in a \(kind); write \(words.joined(separator: " or ")) (RFC 5545 §3.2.12)")
    }

    // MARK: Properties

    private func judgeProperties(
        of component: CalendarComponent, _ shape: ComponentShape, _ findings: inout Findings
    ) {
        let kind = component.kind
        var counts: [String: Int] = [:]
        for property in component.properties {
            let name = property.name
            counts[name, default: 0] += 1
            guard PropertyShape.all[name] != nil else { continue }
            guard shape.permits(name) else {
                findings.error(
                    property.line, .components,
                    "\(name) says nothing in a \(kind); \(Self.advice(name, in: kind)) (\(shape.section))"
                )
                continue
            }
            let isOnce = shape.once.contains(name) || shape.required.contains(name)
            if isOnce, counts[name] == 2, !isToldOfCount(name, kind) {
                findings.error(
                    property.line, .components, "\(kind) has more than one \(name); leave one (\(shape.section))")
            }
        }
        var missing = shape.required.filter { counts[$0] == nil && !isToldOfCount($0, kind) }
        // A message may leave DTSTART to the one that it is about.
        if kind == "VEVENT", method == .feed, counts["DTSTART"] == nil { missing.append("DTSTART") }
        guard !missing.isEmpty, !(kind == "VALARM" && method == .cancel) else { return }
        findings.error(
            component.line, .components,
            "\(kind) has no \(missing.joined(separator: " and no ")); add what is missing (\(shape.section))")
    }

    /// Rules 9 to 13 tell of the identity of events, to-dos and journals, and of what a message has.
    private func isToldOfCount(_ name: String, _ kind: String) -> Bool {
        guard ["VEVENT", "VTODO", "VJOURNAL"].contains(kind) else { return false }
        if ["UID", "DTSTAMP", "SEQUENCE"].contains(name) { return true }
        guard kind == "VEVENT" else { return false }
        switch method {
        case .request: return ["ORGANIZER", "DTSTART", "SUMMARY"].contains(name)
        case .cancel, .reply: return name == "ORGANIZER"
        case .feed, .other: return false
        }
    }

    private static func advice(_ name: String, in kind: String) -> String {
        switch (name, kind) {
        case ("DUE", "VEVENT"): "write DTEND"
        case ("DTEND", "VTODO"): "write DUE"
        case ("TRANSP", "VTODO"), ("FREEBUSY", _), ("TRIGGER", _), ("REPEAT", _), ("ACTION", _):
            "leave it out, or put it where it belongs"
        default: "leave it out"
        }
    }
}
