import CivilTime
import Mentoring
import Wording

extension Component {
    /// The VEVENT of a week of a duty: all seven days, during which nobody is busy (RFC 5545 §3.6.1, §3.8.2.7).
    ///
    /// DTEND is the Monday after, which is not part of it.
    static func event(
        _ turn: DutyTurn, of duty: Duty, in program: Program, isOwn: Bool = false, status: EventStatus?
    ) -> Component {
        let text = EventText(turn, of: duty, in: program, isOwn: isOwn)
        var properties: [Property] = [
            .text("UID", turn.uid),
            .literal("DTSTAMP", turn.revised.basicUTC),
            .literal("LAST-MODIFIED", turn.revised.basicUTC),
            .literal("SEQUENCE", String(turn.sequence)),
        ]
        if let status { properties.append(.literal("STATUS", status.rawValue)) }
        properties += [
            .date("DTSTART", turn.monday),
            .date("DTEND", turn.monday.adding(days: 7)),
            .literal("TRANSP", "TRANSPARENT"),
            .text("CATEGORIES", "Duty"),
            .text("SUMMARY", text.summary),
            .text("DESCRIPTION", text.description),
        ]
        if let link = duty.link, link.isURL { properties.append(.uri("URL", link)) }
        return Component(kind: .event, properties: properties)
    }
}

extension Property {
    /// A day without a time or a zone (RFC 5545 §3.3.4).
    fileprivate static func date(_ name: String, _ date: LocalDate) -> Property {
        .literal(name, date.basic, [.init("VALUE", "DATE")])
    }
}
