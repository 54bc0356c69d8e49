import ICalendar
package import Mentoring
package import MentoringService

extension OfficeDesk {
    /// A desk at an office, without a network in between, for whoever can write its books.
    package static func near(season office: TrainingOffice, as email: EmailAddress? = nil) throws -> OfficeDesk {
        OfficeDesk(
            office, principal: .machine(as: email),
            addresses: try FeedAddresses(base: "https://training.example.org"),
            reader: CalendarReader(zones: office.zones), writer: CalendarEncoder(zones: office.zones))
    }
}
