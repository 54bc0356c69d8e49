import CivilTime
import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension ShowLog: HandledRequest {
    public func carryOut(for client: Client) async throws -> [LogEntryView] {
        let since = try client.service.start(of: since, in: zone)
        let who = try who?.address
        return try await client.service.store.read { transaction in
            let program = try transaction.requireProgram(program)
            let names = try transaction.names(in: program)
            let about = try about.map(transaction.named)
            let page = LogPage(
                program: program.name, actor: who, onlyMembers: who != nil, about: about,
                standsFirst: about?.isFullCode ?? false, hidesStrangers: true,
                since: since, before: before, after: after, most: most ?? LogEntryView.page)
            // Who administers the server, and who takes part elsewhere, is not a program's organizers' to know.
            let entries = try transaction.log(page)
            let strangers = Set(entries.filter { $0.role == nil }.compactMap(\.actor))
            let administrators = try strangers.filter { try transaction.isAdministrator($0) }
            return entries.map { entry in
                var view = LogEntryView(entry)
                if entry.role == nil {
                    view = view.withoutActor
                    if let actor = entry.actor, administrators.contains(actor) { view.byAdministrator = true }
                }
                return view.named(by: names)
            }
        }
    }
}

extension ShowWholeLog: HandledRequest {
    public func carryOut(for client: Client) async throws -> [LogEntryView] {
        let since = try client.service.start(of: since, in: zone)
        let who = try who?.address
        return try await client.service.store.read { transaction in
            let names = try transaction.names(in: nil)
            return try transaction.log(
                LogPage(
                    actor: who, about: about.map(transaction.named), since: since, before: before, after: after,
                    most: most ?? LogEntryView.page)
            ).map { LogEntryView($0).named(by: names) }
        }
    }
}

extension TrainingService {
    /// When a day begins on the clocks of a zone, UTC's without one.
    fileprivate func start(of day: LocalDate?, in zone: String?) throws -> Instant? {
        let rules = try zones.rules(for: zone.map { try zones.zone(named: $0) } ?? .utc)
        return day.map { rules.resolve(LocalDateTime(date: $0, time: .midnight)).instant }
    }
}

extension StoreReading {
    /// What somebody wrote of a thing or a person, as the log has it: a full code, an address in small letters, a number.
    fileprivate func named(_ text: String) throws -> String {
        if let address = try? EmailAddress(text) { return "\(address)" }
        return try fullCode(text.filter { $0 != " " })
    }
}

extension String {
    /// Whether it is the whole code of a session, or of a week of a duty.
    fileprivate var isFullCode: Bool { SessionCode(self) != nil || DutyCode(self) != nil }
}

extension LogEntryView {
    /// How many are shown where nobody says how many.
    fileprivate static var page: Int { 100 }

    /// The same without a word of who did it, also where it was done to themself.
    fileprivate var withoutActor: LogEntryView {
        var view = self
        view.actor = nil
        if let actor {
            view.subject = subject?.split(separator: " ").filter { $0 != actor.description }.joined(separator: " ")
        }
        if view.subject?.isEmpty == true { view.subject = nil }
        return view
    }

    /// The same with the names of those whose addresses stand in it.
    fileprivate func named(by names: [EmailAddress: String]) -> LogEntryView {
        var view = self
        let addresses = (subject ?? "").split(separator: " ").compactMap { try? EmailAddress(String($0)) }
        let known = ([actor].compactMap(\.self) + addresses).compactMap { address in
            names[address].map { (address.description, $0) }
        }
        if !known.isEmpty { view.names = Dictionary(known) { first, _ in first } }
        return view
    }

    fileprivate init(_ entry: LogEntry) {
        self.init(
            id: entry.id, moment: entry.moment, actor: entry.actor, way: entry.way, action: entry.action,
            program: entry.program, subject: entry.subject, fields: entry.fields)
    }
}
