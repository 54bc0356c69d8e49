import CivilTime
public import Mentoring
public import MentoringAPI
import TimeZoneCatalog

extension AskToSignIn: HandledRequest {
    /// Writes to an address by what its owner signs in, as far as it is somebody's here; else, as for a sign-up, asks its owner
    /// whether they would like to join, if a program takes strangers in.
    ///
    /// Whether it is somebody's, is blocked, or has had its letters of the hour shows neither in the answer nor in what can be
    /// done with it: each question makes two letters, of which one leaves at most, and an attempt, of which some come to
    /// nothing.
    ///
    /// - Returns: the attempt, to which the code in the mail belongs.
    /// - Throws: `StorageFailure`.
    public func carryOut(for client: Client) async throws -> SignInAsked {
        let (service, addresses) = (client.service, client.addresses)
        let now = service.clock.now()
        try client.door.admit(now)
        let (attempt, link) = (
            try service.secrets.newSecret(for: "attempt"), try service.secrets.newSecret(for: "sign-in")
        )
        let (code, signUp) = (try service.code(of: attempt), try service.secrets.newSecret(for: "sign-up"))
        return try await service.store.write { transaction in
            try transaction.removeSignIns(
                madeBefore: now.adding(seconds: -86_400), withoutLetterBefore: now.adding(seconds: -SignIn.validity))
            let origin = try transaction.origin(program, session, by: service.zones)
            var signIn = SignIn(
                letter: nil, attempt: service.secrets.digest(of: attempt), origin: origin, made: now)
            let letter = try service.letter(
                to: email, link: link, code: code, from: origin, at: now, addresses: addresses, in: transaction)
            let isKnown = try transaction.isKnown(email)
            let mayHaveMore = try transaction.mayHaveAnotherSignIn(Mailbox(email), at: now)
            let isBlocked = try transaction.isBlocked(email, in: nil)
            if isKnown, mayHaveMore, !isBlocked, let letter {
                signIn.letter = SignIn.Letter(email: email, link: service.secrets.digest(of: link))
                _ = try transaction.add(letter)
            }
            let isStranger = try !isKnown && !isBlocked && !transaction.isMovedAwayFrom(email)
            try service.signUp(
                email, isMeant: isStranger, from: origin, secret: signUp, at: now, addresses: addresses,
                joining: client.door.joining, in: transaction)
            _ = try transaction.add(signIn)
            return SignInAsked(attempt: attempt, minutes: Int(SignIn.validity / 60))
        }
    }
}

extension TrainingService {
    /// The program and the session of an address as anybody can write it, as far as there are such.
    public func origin(
        program: String?, session: String?
    ) async throws -> (program: Program.Name?, session: String?) {
        try await store.read { transaction in
            let origin = try transaction.origin(program, session, by: zones)
            let code = try origin.session.flatMap { try transaction.session($0) }?.asStored.code.description
            return (origin.program, code)
        }
    }

    /// The six digits that belong to an attempt: they follow from its secret and the key beside the database, and so stand in
    /// none.
    func code(of attempt: String) throws -> String {
        let secret = try secrets.secret(for: "code of attempt \(attempt)")
        // 60 of its 256 bits; that some codes come 10⁻¹² more often than others helps nobody.
        let number = secret.utf8.prefix(12).reduce(UInt64(0)) { $0 << 5 | Base32.value(of: $1) }
        return String(number % 1_000_000).zeroPadded(to: 6)
    }

    /// The letter as it would be written; nil on a server without a program.
    fileprivate func letter(
        to email: EmailAddress, link: String, code: String, from origin: Origin, at now: Instant,
        addresses: FeedAddresses, in transaction: any StoreWriting
    ) throws -> OutboxMessage? {
        let person = try transaction.person(email) ?? Person(name: "", email: email, zone: .utc)
        guard let program = try transaction.correspondent(of: person) else { return nil }
        var letter = try correspondence.message(
            .signIn(
                SignInLetter(
                    reader: email, program: program, link: addresses.isKnown ? addresses.signIn(link) : nil,
                    secret: link, server: addresses.isKnown ? addresses.base : nil, code: code, date: now)), with: .none
        )
        // An account is no program's matter: its owner gets it though the program that writes pauses or is archived.
        letter.program = nil
        return letter
    }

    /// Asks the owner of an address that is nobody's here whether they would like to join; for one that is somebody's the same
    /// is looked up, and nothing asked.
    fileprivate func signUp(
        _ email: EmailAddress, isMeant: Bool, from origin: Origin, secret: String, at now: Instant,
        addresses: FeedAddresses, joining fallback: Joining, in transaction: any StoreWriting
    ) throws {
        try transaction.removeSignUps(madeBefore: now.adding(seconds: 1 - SignUp.validity))
        guard let program = try transaction.programForStrangers(from: origin, joining: fallback),
            try transaction.isOfAPerson(email),
            try transaction.signUpCount(of: program.name) < SignUp.mostOfAProgram
        else { return }
        let signUp = SignUp(
            email: email, program: program.name, session: origin.session, name: "", zone: .utc,
            digest: secrets.digest(of: secret), made: now, countedFor: program.name)
        try write(signUp, secret: secret, of: program, addresses: addresses, isMeant: isMeant, in: transaction)
    }
}

extension StoreReading {
    /// Whether an address is somebody's here, or that of an organizer of whom only the address is known.
    func isKnown(_ email: EmailAddress) throws -> Bool {
        let isPersons = try person(email) != nil
        let organizes = try highestRole(of: email) != nil && !isMovedAwayFrom(email)
        return isPersons || organizes
    }

    /// Whether somebody is about to move away from an address: until the other one has proved itself, or they take it back,
    /// nobody acts by either.
    fileprivate func isMovedAwayFrom(_ email: EmailAddress) throws -> Bool {
        try addressMoves(from: email).last { $0.undone == nil }?.isOpen ?? false
    }

    /// Whether a mailbox has had fewer letters than it gets within an hour and within a day.
    fileprivate func mayHaveAnotherSignIn(_ mailbox: Mailbox, at now: Instant) throws -> Bool {
        let inAnHour = try countSignIns(to: mailbox, since: now.adding(seconds: -3_600))
        let inADay = try countSignIns(to: mailbox, since: now.adding(seconds: -86_400))
        return inAnHour < SignIn.mostInAnHour && inADay < SignIn.mostInADay
    }

    /// From where somebody says that they come, as far as there is such a place.
    fileprivate func origin(_ program: String?, _ session: String?, by zones: TimeZoneCatalog) throws -> Origin {
        let program = try program.flatMap { try self.program($0)?.name }
        if let code = session.flatMap(WrittenCode.init), let found = try self.session(meantBy: code, by: zones),
            program == nil || found.code.program == program
        {
            return Origin(program: found.code.program, session: found.id)
        }
        return Origin(program: program)
    }

    /// The program that takes in whoever wants to sign in and is nobody here: that from which they come, if it does; for who comes
    /// from none, the first that does.
    fileprivate func programForStrangers(from origin: Origin, joining fallback: Joining) throws -> Program? {
        let asleep = try pausedPrograms().union(archivedPrograms())
        let open = try programs().filter { $0.joining(else: fallback) != .invited && !asleep.contains($0.name) }
        guard let program = origin.program else { return open.first }
        return open.first { $0.name == program }
    }
}
