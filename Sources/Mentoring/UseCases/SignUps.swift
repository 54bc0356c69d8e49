import CivilTime
import TimeZoneCatalog

/// What somebody who signs up learns: the same whether or not the address is known here.
public struct SignUpReceived: Codable, Hashable, Sendable {
    /// The program.
    public var program: Program.Name
    /// Within how many hours the link in the mail can be opened.
    public var hoursToConfirm: Int
}

/// Somebody who has shown that the address is theirs, and can act now.
public struct SignUpConfirmed: Codable, Hashable, Sendable {
    /// The program.
    public var program: Program.Name
    /// What they joined with, and how much of the season falls into their day.
    public var joined: JoinResult
    /// What they act with.
    public var token: String
}

extension TrainingOffice {
    /// Notes that somebody would like to join, and writes to the address, which may be a stranger's.
    ///
    /// Such a mail goes to an address once a day at most, whoever asks and how often, and holds nothing that was typed in.
    ///
    /// - Throws: `Refusal` not-found for an unknown program; full when too many sign up today; `BadInput` for a name or zone
    ///   that is none.
    public func signUp(
        for name: Program.Name, as given: String, email: EmailAddress, zone: String, addresses: FeedAddresses
    ) async throws -> SignUpReceived {
        let given = try PersonName.validated(given)
        let zone = try zones.knownZone(zone)
        let now = clock.now()
        let secret = try secrets.secret(for: "sign-up \(ReplyAddress.newToken()) \(ReplyAddress.newToken())")
        return try await store.write { books in
            let program = try books.requireProgram(name)
            try books.refuseWhilePaused(program, "sign-up")
            try books.removeSignUps(madeBefore: now.adding(seconds: 1 - SignUp.validity))
            let received = SignUpReceived(program: program.name, hoursToConfirm: Int(SignUp.validity / 3600))
            guard try books.signUp(of: email) == nil else { return received }
            guard try books.signUpCount() < SignUp.most else {
                throw Refusal(.full, "too many people sign up today; ask \(program.contact) to let you in")
            }
            try books.add(
                SignUp(
                    email: email, program: program.name, name: given, zone: zone, digest: secrets.digest(of: secret),
                    made: now))
            let request = ConfirmationRequest(
                email: email, program: program, link: addresses.confirmation(secret), secret: secret,
                server: addresses.base, date: now)
            _ = try books.add(correspondence.message(request))
            return received
        }
    }

    /// Lets in who can name the secret that was mailed to their address.
    ///
    /// Confirming again within the day answers the same: an answer can be lost. Who is known here keeps their name and zone,
    /// since somebody else may have filled in the form.
    ///
    /// - Throws: `Refusal` not-found when the secret is nobody's, or a day old.
    public func confirmSignUp(_ secret: String) async throws -> SignUpConfirmed {
        let now = clock.now()
        let digest = secrets.digest(of: secret)
        let token = try secrets.secret(for: "token of sign-up \(secret)")
        return try await store.write { books in
            guard let signUp = try books.signUp(digest: digest), signUp.made.adding(seconds: SignUp.validity) > now
            else {
                throw Refusal(.notFound, "that link is not valid any more, or never was; sign up again")
            }
            let known = try books.person(signUp.email)
            let person = try known ?? books.add(Person(name: signUp.name, email: signUp.email, zone: signUp.zone))
            let joined = try join(books.requireProgram(signUp.program), person, at: now, in: books)
            let tokenDigest = secrets.digest(of: token)
            if let made = try books.accessToken(digest: tokenDigest) {
                guard !made.isDead(at: now) else {
                    throw Refusal(
                        .notFound, "that link was used, and what it gave was revoked since; sign up again for another")
                }
            } else {
                _ = try books.add(
                    AccessToken(person: person, label: "from the mail", digest: tokenDigest, created: now))
            }
            return SignUpConfirmed(program: signUp.program, joined: joined, token: token)
        }
    }
}
