import CivilTime
public import Mentoring
public import MentoringAPI
import TimeZoneCatalog
import Wording

extension Client {
    /// Does what a button says on the page behind a link of a mail, in the name of whom it was mailed to, and nothing else.
    ///
    /// What is so already is not done again, so that a button pressed twice, or later once more, is as good as pressed once. Whether the
    /// link has ended is looked at again in the transaction that does it.
    ///
    /// - Parameters:
    ///   - secret: what stands in the link.
    ///   - answer: what they say.
    /// - Returns: how things stand then; nil when there is no such link, or it has ended.
    /// - Throws: `BadInput` for an answer that its page does not offer; `Refusal` as the request that does the same.
    public func follow(_ secret: String, saying answer: MailLink.Answer) async throws -> MailLinkShown? {
        guard let shown = try await service.mailLink(secret) else { return nil }
        let digest = service.secrets.digest(of: secret)
        var client = at(
            service.acting(for: shown.actor).with(
                store: LinkHoldingStore(store: service.store, service: service, digest: digest)))
        client.caller = Caller(email: shown.actor, role: shown.role)
        try await client.carryOut(answer, to: shown, at: digest)
        return try await service.mailLink(secret)
    }

    private func carryOut(_ answer: MailLink.Answer, to shown: MailLinkShown, at digest: [UInt8]) async throws {
        switch (shown.matter, answer, shown.about, shown.standing) {
        case (_, _, _, .settled(let why)): throw Refusal(.conflict, why.text)
        case (.attend, .yes, _, _), (.attend, .no, _, _), (.lead, .yes, _, _), (.lead, .no, _, _):
            try await service.settle(linkWith: digest, saying: answer == .yes)
        case (.pick, .review(let review), .session(let session), _):
            try await askInTheirName(PickReview(session: session.code.description, choice: .number(review)))
        case (.takeSession(let offer), .yes, _, .isAsked): try await askInTheirName(AcceptSwap(offer: offer))
        case (.takeSession(let offer), .no, _, .took(canGiveBack: true)):
            try await askInTheirName(WithdrawSwap(offer: offer))
        case (.takeWeek, .yes, .week(let turn, _), .isAsked):
            try await askInTheirName(AcceptDutyTurn(turn: turn.code.description))
        case (.keepWeek, .no, .week(let turn, _), .hasWeek(isOffered: false)):
            try await askInTheirName(OfferDutyTurn(turn: turn.code.description))
        case (.keepWeek, .yes, .week(let turn, _), .hasWeek(isOffered: true)):
            try await askInTheirName(WithdrawDutyTurn(turn: turn.code.description))
        case (.reminders, .yes, _, .reminded(false)): try await askInTheirName(SetPerson(reminders: .on))
        case (.reminders, .no, _, .reminded(true)): try await askInTheirName(SetPerson(reminders: .off))
        // It is so already.
        case (.takeSession, .yes, _, .took), (.takeWeek, .yes, _, .took), (.keepWeek, .no, _, .hasWeek),
            (.keepWeek, .yes, _, .hasWeek), (.reminders, .yes, _, _), (.reminders, .no, _, _):
            return
        default: throw BadInput("press one of the buttons, so that it is known what your answer is")
        }
    }

    /// Carries out the request that the command line has for it.
    private func askInTheirName<R: HandledRequest>(_ request: R) async throws {
        let deed = try Deed(request, by: caller.email, way: .web)
        _ = try await request.carryOut(for: at(service.writingDown(deed)))
    }
}

extension TrainingService {
    /// Does what somebody says of their part in a session behind a link, as if they had answered their invitation so.
    ///
    /// Of a mentor who cannot lead it the organizers hear, and it is offered to the others, which is taken back by who leads it after all.
    fileprivate func settle(linkWith digest: [UInt8], saying yes: Bool) async throws {
        let now = clock.now()
        try await store.write { transaction in
            guard let shown = try open(linkWith: digest, at: now, transaction), case .session(let session) = shown.about
            else { throw Refusal.endedLink }
            let (person, answer) = (shown.person, yes ? ParticipationStatus.accepted : .declined)
            func log(_ action: String) -> Deed { .about(session, action, by: shown.actor, way: .web) }
            switch shown.standing {
            case .settled(let why): throw Refusal(.conflict, why.text)
            case .leads(let isOffered, _) where isOffered == yes:
                try transaction.writingDown(log("answerInvitation"), at: now) {
                    try note(answer, of: person, session, at: now, transaction)
                    _ = try carryOut(
                        answer, ofMentorOf: session, person, hasSaidNo: isOffered, comment: nil, at: now, transaction)
                }
            case .apart where yes, .seated(confirmBy: .some, _) where yes, .seated where !yes, .waits where !yes:
                try transaction.writingDown(log(yes ? "enroll" : "leave"), at: now) {
                    _ = try settle(answer, by: person, session, at: now, transaction)
                }
            // It is so already.
            default: return
            }
        }
    }
}

/// A store that looks in each transaction whether a link has ended meanwhile.
private struct LinkHoldingStore: StoreAround {
    let store: any Store
    let service: TrainingService
    let digest: [UInt8]

    func write<T: Sendable>(_ body: @Sendable (any StoreWriting) throws -> T) async throws -> T {
        try await store.write { transaction in
            guard try service.open(linkWith: digest, at: service.clock.now(), transaction) != nil else {
                throw Refusal.endedLink
            }
            return try body(transaction)
        }
    }
}

extension Refusal {
    /// A link that has ended, or never was one; nobody is told which.
    public static var endedLink: Refusal {
        Refusal(
            .notFound,
            "this link has ended, or never was one: a link in a mail works until what it is about is over. Sign in to see what is yours"
        )
    }
}
