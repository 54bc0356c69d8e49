import CivilTime
import Mentoring
import MentoringService
import Testing
import TimeZoneCatalog

/// The controls of the rules that hold over the years: what breaks one is found by it, and what does not is not.
@Suite("Rules over the years")
struct LivesTests {
    /// One way to break a rule, in what is seen of a history in which nothing is wrong.
    enum Breach: String, CaseIterable {
        case uid = "a code is one session's for ever"
        case gone = "a code is one session's for ever, gone"
        case double = "a code is one session's for ever, twice"
        case week = "a plan has sessions only in weeks that meet"
        case token = "what somebody acted with ends when they move"
        case unproved = "an address acts only once it has proved itself"
        case left = "an address that somebody has left has none of their sessions"
        case archived = "a program that is archived takes in nothing"
        case archivedSeat = "a program that is archived takes in nothing, seats neither"

        var invariant: Invariant? { Invariant.lives.first { rawValue.hasPrefix($0.rule) } }

        func done(to right: Transition) throws -> Transition {
            var (before, after, deed, model) = (right.before, right.after, right.deed, right.model)
            let (first, next) = ("glance-\(Cast.season)-w01-europe", "glance-\(Cast.next)-w01-europe")
            switch self {
            case .uid: after.meetings[first]?.session.uid = "another"
            case .gone: after.meetings[first] = nil
            case .double: after.doubles = [first]
            case .week:
                var meeting = try #require(after.meetings[next])
                meeting.session.code = SessionCode(program: "glance", season: Cast.next, week: 2, region: .europe)
                after.meetings[meeting.code] = meeting
            case .token: (deed.moved, deed.goodTokens) = ("bob", 1)
            case .unproved: (deed.moved, deed.actedUnproved) = ("bob", true)
            case .left:
                let bob = try Cast.email("bob")
                var mail = try #require(
                    after.mails.last { mail in
                        mail.recipient == bob
                            && (try? PostedMail(mail, by: right.zones))?.event?.method == "REQUEST"
                    })
                mail.recipient = try Cast.other(than: bob)
                _ = model.calendars.take(try PostedMail(mail, by: right.zones))
            case .archived:
                (before.archived, after.archived) = (["glance"], ["glance"])
                after.programs["glance"]?.trainees.append(try Cast.email("dot"))
            case .archivedSeat:
                (before.archived, after.archived) = (["glance"], ["glance"])
                before.meetings[first]?.enrollments = []
            }
            return Transition(
                step: right.step, before: before, after: after, deed: deed, mails: right.mails, model: model,
                zones: right.zones)
        }
    }

    /// A season in which Bob has a seat, and after the last step the one after it.
    private func transition(_ more: Step...) async throws -> Transition {
        let world = try await World()
        var model = Model()
        let steps: [Step] =
            [
                .publish("glance", changes: 0), .join("bob", program: "glance"),
                .enroll("bob", session: "glance-\(Cast.season)-w01-europe"), .nextSeason("glance", postpones: true),
            ] + more
        for step in steps {
            let deed = try await world.carryOut(step, &model)
            #expect(deed.refusal == nil, "\(step)")
        }
        let before = try await world.snapshot()
        let step = Step.publishNext("glance", changes: 0)
        let deed = try await world.carryOut(step, &model)
        #expect(deed.refusal == nil)
        let after = try await world.snapshot()
        for mail in after.mails { _ = model.read(try PostedMail(mail, by: world.zones)) }
        return Transition(
            step: step, before: before, after: after, deed: deed, mails: [], model: model, zones: world.zones)
    }

    @Test("are broken where it seems so, and nowhere else", arguments: Breach.allCases)
    func control(breach: Breach) async throws {
        let invariant = try #require(breach.invariant)
        let right = try await transition()
        #expect(invariant.breaches(right) == [])
        #expect(try invariant.breaches(breach.done(to: right)) != [])
    }

    @Test("know the week to which a frozen one is postponed")
    func postponed() async throws {
        let right = try await transition(.freezeNext("glance", week: 1))
        let weeks = right.after.inOrder.map(\.session).filter { $0.code.season == Cast.next }.map(\.code.week)
        #expect(Set(weeks) == [2, 3])
        for invariant in Invariant.lives { #expect(invariant.breaches(right) == []) }
    }
}
