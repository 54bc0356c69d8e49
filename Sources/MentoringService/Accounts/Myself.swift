import CivilTime
import Mentoring
public import MentoringAPI

extension WhoAmI: HandledRequest {
    /// - Throws: `Refusal` not-allowed for whoever does not say who they are.
    public func carryOut(for client: Client) async throws -> Myself {
        guard let email = client.principal.email else {
            if case .machine = client.principal { _ = try client.caller.person() }
            throw Refusal(.notAllowed, "nobody is signed in: this needs a token; meridian login gets you one by mail")
        }
        let principal = client.principal
        return try await client.service.store.read { try $0.myself(email, by: principal) }
    }
}

extension StoreReading {
    /// Who somebody is by what they act with.
    func myself(_ email: EmailAddress, by principal: Principal) throws -> Myself {
        let parts = try programs(of: email).compactMap { program in
            let own = try role(of: email, in: program.name)
            let here = try role(of: principal, about: .program(program.name))
            return own.flatMap { own in here.map { Myself.Part(program: program.name, role: min(own, $0)) } }
        }
        let person = try requirePerson(email)
        return Myself(person, reminders: Reminders(areOn: try wantsReminders(person.id)), programs: parts)
    }
}

extension SignOut: HandledRequest {
    /// - Throws: `Refusal` not-allowed for whoever acts with nothing that could end.
    public func carryOut(for client: Client) async throws -> TokenRevoked {
        guard case .token(let own) = client.principal else {
            throw Refusal(.notAllowed, "nobody is signed in here, so there is nothing to end")
        }
        let now = client.service.clock.now()
        let service = client.service.writingDown(in: own.program, to: own.person)
        return try await service.store.write { transaction in
            guard var token = try transaction.accessToken(digest: own.digest), token.revoked == nil else {
                throw Refusal(.notFound, "what you act with has ended already")
            }
            token.revoked = now
            try transaction.update(token)
            return TokenRevoked(revoked: token.id)
        }
    }
}
