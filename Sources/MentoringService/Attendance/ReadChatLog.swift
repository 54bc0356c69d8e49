package import ChatLogs
package import CivilTime
import Mentoring
import MentoringAPI
package import TimeZoneCatalog

extension ChatLogReader {
    /// A reader of what was said from a quarter of an hour before a session until half an hour after it.
    ///
    /// - Parameters:
    ///   - start: when the session begins.
    ///   - end: when it ends.
    ///   - rules: the clock of a log that does not name its own.
    ///   - zones: the zones in force.
    /// - Throws: when the rules of UTC cannot be read.
    package init(from start: Instant, to end: Instant, on rules: ZoneRules, zones: TimeZoneCatalog) throws {
        let hours = (start.adding(seconds: -15 * 60), end.adding(seconds: 30 * 60))
        let utc = try zones.rules(for: .utc)
        self.init(
            hours: LogHours(
                local: rules.local(at: hours.0)..<rules.local(at: hours.1),
                utc: utc.local(at: hours.0)..<utc.local(at: hours.1),
                names: [
                    rules.localTimeType(at: hours.0).abbreviation, rules.localTimeType(at: hours.1).abbreviation,
                ]),
            zone: { try? zones.rules(for: zones.zone(named: $0)) })
    }
}

extension RecordAttendance {
    /// Who speaks in the log that was handed in; nil without one.
    ///
    /// - Parameter client: whoever hands it in, on whose clock its times are where neither they nor the log say another.
    /// - Returns: what was read.
    /// - Throws: `BadInput` with the line for what is no log, or has nothing of the session's hours; `Refusal` not-found and
    ///   not-allowed; `TimeZoneCatalogError`.
    func readLog(for client: Client) async throws -> ChatLog? {
        guard let chat else { return nil }
        guard speakers == nil else { throw BadInput("give either the log, or who speaks in it") }
        let (service, caller, code) = (client.service, client.caller, session)
        let (session, own) = try await service.store.read { transaction in
            let session = try transaction.requireSession(code, by: service.zones)
            try caller.require(owner: session.mentor.email)
            return (session, try caller.email.flatMap { try transaction.person($0) }?.zone)
        }
        let zone = try zone.map(service.zones.zone(named:)) ?? own ?? session.zone
        var reader = try ChatLogReader(
            from: session.start, to: session.end, on: service.zones.rules(for: zone), zones: service.zones)
        do {
            try reader.read(Array(chat.utf8))
            return try reader.finish()
        } catch {
            throw BadInput(error.message, line: error.line)
        }
    }
}
