import Mentoring

/// Who is signed in at a request.
struct SignedInPerson: Sendable {
    /// What they act with; what they may do with it is looked up for each thing that they ask.
    let token: AccessToken
    private let secret: String

    /// Whoever acts with a secret.
    init(_ token: AccessToken, secret: String) {
        self.token = token
        self.secret = secret
    }

    var principal: Principal { .token(token) }
    var person: Person { token.person }

    /// What stands in each form that is made for them, in the field `FormToken.field`; another one each time.
    var formToken: String { FormToken(of: secret).masked }

    /// Whether a form that holds it was made for them.
    func owns(formWith token: String) -> Bool { FormToken(of: secret).matches(token) }
}
