import CivilTime
public import Mentoring
public import MentoringAPI
import ProgramFile
import TimeZoneCatalog

extension AskToJoin: HandledRequest {
    public static func admit(at client: Client, to program: Program.Name?) async throws {
        guard let program else { return }
        try await client.service.requireOpenDoor(of: program, joining: client.door.joining)
    }

    /// Notes that somebody would like to join, and writes to the address, which may be a stranger's.
    ///
    /// Such a mail goes to a mailbox once a day at most, whoever asks and how often, and holds nothing that was typed in. Who
    /// asks again within the day finds what they typed in behind the first mail's link. Whether an address waits, or is known
    /// here, changes neither what is answered nor what is done until then.
    ///
    /// - Throws: `Refusal` not-found for an unknown program; not-allowed for one that invites; full when strangers have had it
    ///   write to too many today; `BadInput` for a name or zone that is none, and for an address that is no person's.
    public func carryOut(for client: Client) async throws -> SignUpReceived {
        let service = client.service
        let now = service.clock.now()
        try client.door.admit(now)
        let name = try PersonName.validated(name)
        let zone = try service.zones.knownZone(zone)
        let secret = try service.secrets.newSecret(for: "sign-up")
        return try await service.store.write { transaction in
            let program = try transaction.requireProgram(program)
            try transaction.refuseWhilePaused(program, "sign-up")
            guard program.joining(else: client.door.joining) != .invited else {
                throw Refusal.byInvitation(to: program)
            }
            guard try transaction.isOfAPerson(email) else {
                throw BadInput("\(email) is no person's address; give one at which you read your own mail")
            }
            try transaction.removeSignUps(madeBefore: now.adding(seconds: 1 - SignUp.validity))
            // Asked before it is looked whether the address waits, so that a full program does not tell that.
            guard try transaction.signUpCount(of: program.name) < SignUp.mostOfAProgram else {
                throw Refusal(.full, "too many people sign up today; ask \(program.contact) to let you in")
            }
            let signUp = SignUp(
                email: email, program: program.name, name: name, zone: zone, digest: service.secrets.digest(of: secret),
                made: now, countedFor: program.name)
            try service.write(signUp, secret: secret, of: program, addresses: client.addresses, in: transaction)
            return SignUpReceived(program)
        }
    }
}

extension TrainingService {
    /// Refuses a stranger where a program takes in only those whom it invites.
    /// - Throws: `Refusal` not-found for an unknown program; not-allowed.
    func requireOpenDoor(of name: Program.Name, joining fallback: Joining) async throws {
        try await store.read { transaction in
            let program = try transaction.requireProgram(name)
            guard program.joining(else: fallback) != .invited else { throw Refusal.byInvitation(to: program) }
        }
    }

    /// Writes to an address, unless its mailbox was written to within the day.
    ///
    /// Then the first letter's link proposes what is wished now. Where that is not meant, only as much is done as takes the same time.
    func write(
        _ signUp: SignUp, secret: String, of program: Program, addresses: FeedAddresses, isMeant: Bool = true,
        in transaction: any StoreWriting
    ) throws {
        // The letter is made in any case, so that the time of the answer tells nothing.
        let letter = try correspondence.message(
            .confirmation(
                ConfirmationRequest(
                    email: signUp.email, program: program,
                    link: addresses.isKnown ? addresses.confirmation(secret) : nil,
                    secret: secret, server: addresses.isKnown ? addresses.base : nil, date: signUp.made,
                    isInvitation: signUp.countedFor == nil)), with: .none)
        // Whoever is blocked is answered like everybody, and gets nothing.
        guard try !transaction.isBlocked(signUp.email, in: program.name), isMeant else { return }
        let mailbox = Mailbox(signUp.email)
        guard let earlier = try transaction.signUp(of: mailbox) else {
            try transaction.save(signUp)
            _ = try transaction.add(letter)
            return
        }
        var renewed = signUp
        if !mailbox.isCertain { renewed.email = earlier.email }
        // Who only wants to sign in has typed nothing in.
        if signUp.name.isEmpty { (renewed.name, renewed.zone) = (earlier.name, earlier.zone) }
        try transaction.save(renewed)
    }
}

extension Refusal {
    /// A program that takes in only those whom it invites.
    static func byInvitation(to program: Program) -> Refusal {
        Refusal(.notAllowed, "\(program.name) is joined by invitation: ask \(program.contact) for a token")
    }
}

extension StoreReading {
    /// Whether a stranger may have us write there: not to a name that only this network knows, a service, one of the programs.
    func isOfAPerson(_ email: EmailAddress) throws -> Bool {
        try email.isOfAPerson && !contacts().contains(where: email.isOf)
    }
}
