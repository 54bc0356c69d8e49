/// A slot as somebody wrote it: `Tue 17:00`, `every other Thu 20:00`, `2nd Tue 5pm Europe/Berlin`.
///
/// The one reading of it, wherever a slot is written. What can be read in two ways is refused with the question which is meant.
package struct WrittenSlot: Hashable, Sendable {
    /// An RFC 5545 RRULE value in its canonical spelling.
    package let rule: String
    /// When it begins.
    package let hour: WrittenHour
    /// The zone that was named.
    package let zone: WrittenZone?

    /// Reads the text.
    /// - Throws: `BadInput` that says where in it what cannot be read, and what can.
    package init(_ text: String) throws(BadInput) {
        do throws(UnreadTime) {
            var reader = try SlotReader(text)
            self = try reader.read()
        } catch {
            throw BadInput(error)
        }
    }

    init(days: RecurringDays, hour: WrittenHour, zone: WrittenZone?) {
        rule = days.rule
        self.hour = hour
        self.zone = zone
    }
}

extension WrittenHour {
    /// What is to be said of an hour whose length is not a session's; nil where it is, or none was said.
    /// - Throws: `BadInput` where a session does not fit into it.
    package func remark(onSessionsOf session: Int) throws(BadInput) -> String? {
        guard let minutes, minutes != session else { return nil }
        guard minutes > session else {
            throw BadInput(
                "from \(at) on there are \(minutes) minutes, and a session takes \(session); say until when you can stay, or only when it begins"
            )
        }
        return
            "from \(at) on there are \(minutes) minutes, and a session takes the first \(session); later beginnings are slots of their own"
    }
}
