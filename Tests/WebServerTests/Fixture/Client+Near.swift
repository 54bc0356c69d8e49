import ICalendar
package import Mentoring
package import MentoringService

extension Client {
    /// A client at a service, without a network in between, for whoever can write its database.
    package static func near(season service: TrainingService, as email: EmailAddress? = nil) throws -> Client {
        Client(
            service, principal: .machine(as: email), way: .command,
            addresses: try FeedAddresses(base: "https://training.example.org"),
            reader: CalendarReader(zones: service.zones), writer: CalendarEncoder(zones: service.zones))
    }
}
