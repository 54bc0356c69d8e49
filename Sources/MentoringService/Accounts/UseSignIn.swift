import CivilTime
public import Mentoring
public import MentoringAPI

extension ConfirmSignIn: HandledRequest {
    /// Signs in whoever can name the code that was mailed and what was answered when it was asked for.
    ///
    /// A code can be tried five times, whether or not anything was mailed.
    /// - Throws: `Refusal` not-allowed for a wrong code; not-found for one that is not good any more; `BadInput` for what is no
    ///   code, which does not count.
    public func carryOut(for client: Client) async throws -> SignedIn {
        let (service, place, way) = (client.service, client.place ?? .command, client.way)
        let code = code.filter { !$0.isWhitespace }
        guard code.utf8.count == 6, code.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else {
            throw BadInput("the code has six digits; type it as it stands in the mail")
        }
        let (now, digest) = (service.clock.now(), service.secrets.digest(of: attempt))
        let (right, typed) = (try service.code(of: attempt), code)
        // By digests, so that how long it takes tells nothing of the digits.
        let isRight = service.secrets.digest(of: right) == service.secrets.digest(of: typed)
        let secret = try service.secrets.secret(for: "\(place.kind.rawValue) of attempt \(attempt)")
        // A try in vain is kept, so that it is told only after it.
        let outcome = try await service.store.write { transaction -> TrainingService.Tried in
            guard var signIn = try transaction.signIn(attempt: digest), !signIn.isOver(at: now) else { return .stale }
            if signIn.used == nil {
                guard signIn.tries < SignIn.mostTries else { return .exhausted }
                guard isRight, signIn.letter != nil else {
                    signIn.tries += 1
                    try transaction.update(signIn)
                    return signIn.tries < SignIn.mostTries ? .wrong : .exhausted
                }
            }
            guard isRight,
                let signedIn = try service.use(signIn, secret: secret, as: place, way: way, at: now, in: transaction)
            else { return .stale }
            return .signedIn(signedIn)
        }
        switch outcome {
        case .signedIn(let signedIn): return signedIn
        case .wrong: throw Refusal(.notAllowed, "that is not the code in the mail; look again, and type its six digits")
        case .exhausted:
            throw Refusal(
                .notFound,
                "that code was tried \(SignIn.mostTries) times, and is not good any more; the link in the mail is, or ask for another mail"
            )
        case .stale:
            throw Refusal(.notFound, "that code is not good any more, or never was; ask for another mail")
        }
    }
}

/// Where somebody signs in.
public enum SignInPlace: Hashable, Sendable {
    /// By `meridian login`, or another program.
    case command
    /// In a browser, which calls itself so, such as “Firefox on Linux”.
    case browser(String)

    var kind: AccessToken.Kind { self == .command ? .token : .browser }

    /// What it is called in the list of tokens.
    var label: String {
        switch self {
        case .command: "meridian login"
        case .browser(let name): "browser: \(name)"
        }
    }
}

extension TrainingService {
    /// What the page behind the link of a sign-in shows; nothing is changed, since programs that look for bad links open it too.
    /// - Throws: `Refusal` not-found when the secret is nobody's, was used, or is a quarter of an hour old.
    public func signInShown(_ link: String, joining fallback: Joining = .open) async throws -> SignInShown {
        let (now, digest) = (clock.now(), secrets.digest(of: link))
        return try await store.read { transaction in
            guard let signIn = try transaction.signIn(link: digest), !signIn.isOver(at: now), signIn.used == nil,
                let email = signIn.letter?.email
            else { throw Refusal.staleLink }
            let person = try transaction.person(email)
            return SignInShown(
                name: person?.name ?? String(email.localPart),
                seat: try seat(from: signIn.origin, for: person, joining: fallback, at: now, in: transaction))
        }
    }

    /// Signs in whoever can name the secret in the link.
    ///
    /// The same press of the button answers the same, since an answer can be lost and a button be pressed twice, as long as what it
    /// gave is good.
    /// - Parameters:
    ///   - link: the secret.
    ///   - page: what tells the page on which the button was pressed from every other that showed the link.
    ///   - place: where.
    ///   - way: by which way.
    /// - Returns: what they act with, and where they came from.
    /// - Throws: `Refusal` not-found when the secret is nobody's, was used, or is a quarter of an hour old.
    public func signIn(
        link: String, page: String, as place: SignInPlace, way: LogEntry.Way = .web
    ) async throws -> SignedIn {
        let (now, digest) = (clock.now(), secrets.digest(of: link))
        let secret = try secrets.secret(for: "\(place.kind.rawValue) of link \(link) on \(page)")
        return try await store.write { transaction in
            guard let signIn = try transaction.signIn(link: digest), !signIn.isOver(at: now),
                let signedIn = try use(signIn, secret: secret, as: place, way: way, at: now, in: transaction)
            else { throw Refusal.staleLink }
            return signedIn
        }
    }

    /// What a code that was tried comes to.
    fileprivate enum Tried: Sendable {
        case signedIn(SignedIn)
        case wrong, exhausted, stale
    }

    /// Uses an attempt, or answers again what it was used for; nil when it cannot be used, or was used otherwise.
    fileprivate func use(
        _ signIn: SignIn, secret: String, as place: SignInPlace, way: LogEntry.Way, at now: Instant,
        in transaction: any StoreWriting
    ) throws -> SignedIn? {
        guard let email = signIn.letter?.email, try !transaction.isBlocked(email, in: nil) else { return nil }
        let digest = secrets.digest(of: secret)
        if signIn.used != nil {
            guard let known = try transaction.accessToken(digest: digest), !known.isDead(at: now) else { return nil }
            return try signedIn(known.person, secret: secret, from: signIn.origin, in: transaction)
        }
        guard try transaction.isKnown(email) else { return nil }
        return try transaction.writingDown(
            Deed(actor: email, way: way, action: ConfirmSignIn.name, worksInArchive: true), at: now
        ) {
            let person =
                try proved(email, at: now, in: transaction)
                ?? transaction.enterParticipant(email, of: nil, at: now)
            try open(place, for: person, digest: digest, at: now, in: transaction)
            var used = signIn
            used.used = max(now, signIn.made)
            try transaction.update(used)
            return try signedIn(person, secret: secret, from: signIn.origin, in: transaction)
        }
    }

    /// Lets somebody act with a secret, where its digest is known from now on.
    func open(
        _ place: SignInPlace, for person: Person, digest: [UInt8], at now: Instant, in transaction: any StoreWriting
    ) throws {
        try transaction.removeBrowserSessions(deadSince: now.adding(seconds: -AccessToken.browserLife))
        let isBrowser = place.kind == .browser
        let limits = AccessToken.Limits(expires: isBrowser ? now.adding(seconds: AccessToken.browserLife) : nil)
        let label = try? OneLine.validated(place.label, as: "label", limit: AccessToken.longestLabel)
        _ = try transaction.add(
            AccessToken(
                kind: place.kind, person: person, limits: limits, label: label ?? place.kind.rawValue, digest: digest,
                created: now, lastUsed: isBrowser ? now : nil))
    }

    private func signedIn(
        _ person: Person, secret: String, from origin: Origin, in transaction: any StoreReading
    ) throws -> SignedIn {
        let session = try origin.session.flatMap { try transaction.session($0) }?.asStored.code
        return SignedIn(
            token: secret, email: person.email, name: person.name, program: session?.program ?? origin.program,
            session: session?.description)
    }
}

extension Refusal {
    fileprivate static var staleLink: Refusal {
        Refusal(
            .notFound,
            "that link is not good any more: it is good once, for \(SignIn.validity / 60) minutes. Ask for another mail"
        )
    }
}
