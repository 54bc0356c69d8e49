package import CivilTime
import ICalendar
package import Mentoring
package import MentoringAPI
package import MentoringService

extension TrainingService {
    /// Carries a request out as it is for somebody who may ask it; whether they may is tried where that is the question.
    package func ask<R: HandledRequest>(
        _ request: R, by caller: Caller = .onThisMachine(as: nil)
    ) async throws -> R.Answer {
        var client = client(.machine(as: caller.email))
        client.caller = caller
        return try await client.understanding(request).request.carryOut(for: client)
    }

    /// The same for whoever has an address, and no right that goes beyond their own matters.
    package func ask<R: HandledRequest>(_ request: R, as email: EmailAddress) async throws -> R.Answer {
        try await ask(request, by: Caller(email: email, role: nil))
    }

    /// The same for whoever has a token.
    package func ask<R: HandledRequest>(_ request: R, by principal: Principal) async throws -> R.Answer {
        let client = client(principal)
        return try await client.understanding(request).request.carryOut(for: client)
    }

    /// The pattern of a slot as a mentor types it.
    package func slotPattern(
        _ when: String, rule: String?, from: LocalDate?, until: LocalDate?, preference: Int
    ) throws -> SlotPattern {
        try readSlot(when, rule: rule, from: from, until: until, preference: preference).pattern
    }

    private func client(_ principal: Principal) -> Client {
        Client(
            self, principal: principal, way: .command, addresses: .local, reader: CalendarReader(zones: zones),
            writer: CalendarEncoder(zones: zones))
    }
}
