import Mentoring
import MentoringAPI

extension Deed {
    /// What a request does, by whoever asks.
    init<R: Request>(_ request: R, by actor: EmailAddress?, way: LogEntry.Way) throws {
        let values = try request.values()
        let others = R.route.otherFields
        self.init(
            actor: actor, way: way, action: R.name, least: R.route.role, program: values["program"]?.texts.first,
            about: request.subject,
            subject: R.route.fields.compactMap { field in
                guard let value = values[field.name]?.texts.first else { return nil }
                return field.names(value, isInAddress: !others.contains(field))
            }, fields: others.map(\.name).filter { values[$0] != nil && values[$0] != .flag(false) }.sorted(),
            worksInArchive: R.worksInArchive)
    }
}

extension FieldDescription {
    /// What a value of this field says of whom or of what something is done, in its one spelling; nil where it says nothing,
    /// or is a text that somebody wrote.
    fileprivate func names(_ value: String, isInAddress: Bool) -> String? {
        if kind == .email { return value }
        if case .person = kind { return value }
        // The program has a column of its own.
        guard isInAddress, name != Self.program.name else { return nil }
        if kind == .code { return WrittenCode(value)?.description }
        if kind == .shortName { return value }
        return switch kind {
        case .number, .choice: value
        default: nil
        }
    }
}

/// An answer that says what its question leaves open of what was done.
protocol SaysWhatWasDone {
    /// In which program.
    var programOfDeed: Program.Name? { get }
    /// The numbers of what was made or changed, where the question does not say them.
    var numbersMade: [String] { get }
    /// Who did it, where what was asked proved that.
    var provedActor: EmailAddress? { get }
}

extension SaysWhatWasDone {
    var programOfDeed: Program.Name? { nil }
    var numbersMade: [String] { [] }
    var provedActor: EmailAddress? { nil }
}

extension TokenCreated: SaysWhatWasDone {
    var programOfDeed: Program.Name? { program }
    var numbersMade: [String] { ["\(id)"] }
}

extension AwayView: SaysWhatWasDone {
    var programOfDeed: Program.Name? { program }
    var numbersMade: [String] { ["\(id)"] }
}

extension SignUpConfirmed: SaysWhatWasDone {
    var programOfDeed: Program.Name? { program }
    var provedActor: EmailAddress? { joined.person.email }
}

extension SignedIn: SaysWhatWasDone {
    var provedActor: EmailAddress? { email }
}

extension FreezeView: SaysWhatWasDone {
    var numbersMade: [String] { ["\(id)"] }
}

extension ReviewView: SaysWhatWasDone {
    var numbersMade: [String] { ["\(id)"] }
}

extension SwapOfferView: SaysWhatWasDone {
    var numbersMade: [String] { ["\(id)"] }
}

extension SlotPublication: SaysWhatWasDone {
    var numbersMade: [String] { ["\(slot.id)"] }
}

extension BusyImport: SaysWhatWasDone {
    var numbersMade: [String] { undo.map { "\($0.slot)" } }
}

extension FreezeImport: SaysWhatWasDone {
    var numbersMade: [String] { taken.filter { $0.freeze.wasKnown != true }.map { "\($0.freeze.id)" } }
}

extension SlotImport: SaysWhatWasDone {
    var numbersMade: [String] { taken.filter { $0.outcome != .known }.map { "\($0.slot.id)" } }
}
