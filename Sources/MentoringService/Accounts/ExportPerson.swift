import CivilTime
import Mentoring
public import MentoringAPI

extension ExportPerson: HandledRequest {
    /// Everything that is kept about somebody, for themself or an administrator.
    /// - Throws: `Refusal` not-allowed for somebody else's matter; not-found for an address that is nobody's.
    public func carryOut(for client: Client) async throws -> PersonExport {
        let (service, caller) = (client.service, client.caller)
        let email = try email.address
        let now = service.clock.now()
        return try await service.store.read { transaction in
            let person = try transaction.requireOwnOrAnybody(email, for: caller)
            let addresses = try transaction.addresses(of: person).all
            let (records, isCut) = try transaction.records(of: person.id, at: addresses.sorted(), atMost: 10_000)
            return PersonExport(
                name: person.name, email: person.email, zone: person.zone, made: now, records: records, isCut: isCut)
        }
    }
}
