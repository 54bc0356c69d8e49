import ICalendar
package import Mentoring
package import MentoringAPI
package import MentoringService

extension TrainingService {
    /// Carries a request out as it is for somebody who may ask it; whether they may is tried where that is the question.
    ///
    /// It is done at nobody's wish: nothing is written down in the log, and whoever asks is told of it like everybody.
    /// - Parameters:
    ///   - request: what is asked.
    ///   - caller: who asks; without one, whoever works on the machine, in nobody's name.
    ///   - addresses: where feeds would be.
    /// - Returns: what it comes to.
    /// - Throws: as the request does.
    package func ask<R: HandledRequest>(
        _ request: R, by caller: Caller = .onThisMachine(as: nil), at addresses: FeedAddresses = .local
    ) async throws -> R.Answer {
        var client = client(.machine(as: caller.email), addresses, .closed)
        client.caller = caller
        return try await client.understanding(request).request.carryOut(for: client)
    }

    /// The same for whoever has an address, and no right that goes beyond their own matters.
    package func ask<R: HandledRequest>(
        _ request: R, as email: EmailAddress, at addresses: FeedAddresses = .local
    ) async throws -> R.Answer {
        try await ask(request, by: Caller(email: email, role: nil), at: addresses)
    }

    /// The same for whoever has a token, and for whoever has none; how they join programs whose file does not say it, can be said.
    package func ask<R: HandledRequest>(
        _ request: R, by principal: Principal, at addresses: FeedAddresses = .local, joining: Joining = .invited
    ) async throws -> R.Answer {
        let client = client(principal, addresses, SignUpDoor(joining: joining))
        return try await client.understanding(request).request.carryOut(for: client)
    }

    private func client(_ principal: Principal, _ addresses: FeedAddresses, _ door: SignUpDoor) -> Client {
        Client(
            self, principal: principal, way: .command, addresses: addresses, reader: CalendarReader(zones: zones),
            writer: CalendarEncoder(zones: zones), door: door)
    }
}
