package import CivilTime

/// Days from one to another as somebody wrote them: `11-17 Jan`, `11 Jan - 3 Feb`, `2027-01-12..2027-01-20`, `tomorrow`.
package struct WrittenDays: Hashable, Sendable {
    /// The first day.
    package let from: LocalDate
    /// The last day; nil where the text leaves it open, as in `2027-01-12..`.
    package let to: LocalDate?

    /// Reads the text.
    ///
    /// Days without a year are the next ones that are not over; looking back, the last ones that have begun.
    ///
    /// - Parameters:
    ///   - text: what somebody wrote.
    ///   - today: the day on their clock.
    ///   - looksBack: whether they speak of what has been.
    /// - Throws: `BadInput` that says where in it what cannot be read, and what can.
    package init(_ text: String, today: LocalDate, looksBack: Bool = false) throws(BadInput) {
        do throws(UnreadTime) {
            var reader = try DayReader(text, today: today, looksBack: looksBack)
            self = try reader.read()
        } catch {
            throw BadInput(error)
        }
    }

    init(from: LocalDate, to: LocalDate?) {
        self.from = from
        self.to = to
    }
}
