import CivilTime
public import Mentoring
public import MentoringAPI
import ProgramFile
import TimeZoneCatalog

extension ConfirmJoining: HandledRequest {
    /// Lets in who can name the secret that was mailed to their address, or notes that they wait to be let in.
    ///
    /// Confirming again within the day answers the same: an answer can be lost. Who is known here, or is about to move to that address,
    /// keeps name and zone (`WhoseWord.joining`).
    ///
    /// - Throws: `Refusal` not-found when the secret is nobody's, a day old, or what it gave was revoked; not-allowed for a
    ///   program that has not invited them and is not open; `BadInput` for a name or zone that is none.
    /// - Returns: what they have joined, and what they act with.
    public func carryOut(for client: Client) async throws -> SignUpConfirmed {
        let (service, place) = (client.service, client.place)
        let now = service.clock.now()
        let name = try name.map { try PersonName.validated($0) }
        let zone = try zone.map { try service.zones.knownZone($0) }
        let digest = service.secrets.digest(of: secret)
        let kind = place?.kind ?? .token
        let token = try service.secrets.secret(for: "\(kind.rawValue) of sign-up \(secret)")
        return try await service.store.write { transaction in
            let signUp = try transaction.requireSignUp(digest: digest, at: now)
            let program = try transaction.requireProgram(program ?? signUp.program)
            let known = try service.proved(signUp.email, at: now, in: transaction)
            guard known != nil || !signUp.name.isEmpty || name != nil && zone != nil else {
                throw BadInput("say by which name others are to see you, and where you read the clock")
            }
            let person = try service.enter(
                Person(
                    name: name ?? known?.name ?? signUp.name, email: signUp.email,
                    zone: zone ?? known?.zone ?? signUp.zone), into: program.name, by: .joining, at: now,
                in: transaction)
            var joined = try service.letIn(person, to: program, joining: client.door.joining, at: now, in: transaction)
            // What was typed in with their address may have been theirs, too.
            let typed = signUp.name.isEmpty ? nil : signUp
            joined = joined.saying(
                name ?? typed?.name ?? joined.person.name, zone ?? typed?.zone ?? joined.person.zone)
            let tokenDigest = service.secrets.digest(of: token)
            if let made = try transaction.accessToken(digest: tokenDigest) {
                guard !made.isDead(at: now) else {
                    throw Refusal(
                        .notFound, "that link was used, and what it gave was revoked since; sign up again for another")
                }
            } else if let place {
                try service.open(place, for: person, digest: tokenDigest, at: now, in: transaction)
            } else {
                _ = try transaction.add(
                    AccessToken(person: person, label: "from the mail", digest: tokenDigest, created: now))
            }
            return SignUpConfirmed(program: program.name, joined: joined, token: token)
        }
    }
}

extension TrainingService {
    /// What is proposed to who can name a secret that was mailed; nothing is changed, since programs that look for bad links
    /// open them too.
    ///
    /// - Throws: `Refusal` not-found when the secret is nobody's, or a day old.
    public func signUpProposal(_ secret: String, joining fallback: Joining = .open) async throws -> SignUpProposal {
        let (now, digest) = (clock.now(), secrets.digest(of: secret))
        return try await store.read { transaction in
            let signUp = try transaction.requireSignUp(digest: digest, at: now)
            let person = try transaction.whoReads(signUp.email, at: now)
            let programs = try transaction.programs().filter {
                try $0.joining(else: fallback) != .invited
                    || transaction.joinRequest(of: signUp.email, in: $0.name)?.kind == .invited
            }
            let typed = signUp.name.isEmpty ? nil : signUp.zone
            let isKnown = try person.map { try transaction.hasSpoken($0.id) } ?? false
            return SignUpProposal(
                program: signUp.program, name: person?.name ?? signUp.name, zone: person?.zone ?? typed,
                isKnown: isKnown, isMoving: person.map { $0.email != signUp.email } ?? false,
                programs: programs.map { ($0.name, $0.title) },
                seat: try seat(
                    from: Origin(program: signUp.program, session: signUp.session), for: person, joining: fallback,
                    at: now, in: transaction))
        }
    }
}

extension StoreReading {
    fileprivate func requireSignUp(digest: [UInt8], at now: Instant) throws -> SignUp {
        guard let signUp = try signUp(digest: digest), signUp.made.adding(seconds: SignUp.validity) > now else {
            throw Refusal(.notFound, "that link is not valid any more, or never was; sign up again")
        }
        return signUp
    }
}
