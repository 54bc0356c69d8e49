import CivilTime
public import Mentoring
public import MentoringAPI
import ProgramFile
import TimeZoneCatalog

extension ConfirmJoining: HandledRequest {
    /// Lets in who can name the secret that was mailed to their address, or notes that they wait to be let in.
    ///
    /// Confirming again within the day answers the same: an answer can be lost. Who is known here keeps name and zone unless
    /// they give others, since somebody else may have filled in the form.
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
            let known = try transaction.person(signUp.email)
            guard known != nil || !signUp.name.isEmpty || name != nil && zone != nil else {
                throw BadInput("say by which name others are to see you, and where you read the clock")
            }
            // Whoever reads this mail there has proved the address to which they moved.
            let move = try known.flatMap {
                try transaction.addressMoves(of: $0.id).last { $0.isOpen && $0.new == signUp.email }
            }
            if let move { try service.prove(move, at: now, in: transaction) }
            let person = try service.enter(
                Person(
                    name: name ?? known?.name ?? signUp.name, email: signUp.email,
                    zone: zone ?? known?.zone ?? signUp.zone), into: program.name, isTheirOwnWord: true, at: now,
                in: transaction)
            let joined = try service.letIn(person, to: program, joining: client.door.joining, at: now, in: transaction)
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
            let person = try transaction.person(signUp.email)
            let programs = try transaction.programs().filter {
                try $0.joining(else: fallback) != .invited
                    || transaction.joinRequest(of: signUp.email, in: $0.name)?.kind == .invited
            }
            let typed = signUp.name.isEmpty ? nil : signUp.zone
            return SignUpProposal(
                program: signUp.program, name: person?.name ?? signUp.name, zone: person?.zone ?? typed,
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
