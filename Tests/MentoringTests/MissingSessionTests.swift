import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing

@Suite("A turn without a session")
struct MissingSessionTests {
    @Test("is refused because of the freeze, where its whole week is frozen")
    func frozenWeek() async throws {
        let known =
            "{ from: 2027-01-18, to: 2027-01-21, reason: release }, { from: 2027-01-22, to: 2027-01-24, reason: rest }, "
            + "{ from: 2027-01-11, to: 2027-01-17, reason: New Year, regions: [asia] }"
        let fixture = try await Fixture.with(small(freezes: known))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.join("ann")
        for (code, words) in [
            ("nova-202701-w03-europe", "nova-202701-w03-europe is not held: its week is frozen (release, rest)"),
            ("NOVA-W02-ASIA", "nova-202701-w02-asia is not held: its week is frozen (New Year)"),
        ] {
            let enrolling = await #expect(throws: Refusal.self) { try await fixture.enroll("ann", in: code) }
            #expect((enrolling?.reason, enrolling?.description) == (.frozen, words))
            let showing = await #expect(throws: Refusal.self) { try await fixture.session(code) }
            #expect(showing?.description == words)
        }
        #expect(try await fixture.enroll("ann", in: "nova-202701-w02-europe").state == .enrolled)
        let outside = await #expect(throws: Refusal.self) {
            try await fixture.enroll("ann", in: "nova-202701-w05-asia")
        }
        #expect(outside?.reason == .notFound)
    }

    @Test("that nobody could lead is not taken for another, and why says what is so")
    func partlyFrozen() async throws {
        let fixture = try await Fixture.with(
            small(freezes: "{ from: 2027-01-12, to: 2027-01-12, reason: rest }", regions: "asia"))
        _ = try await fixture.service.plan("nova", publish: true)
        _ = try await fixture.join("ann")
        let refusal = await #expect(throws: Refusal.self) {
            try await fixture.enroll("ann", in: "nova-202701-w02-asia")
        }
        #expect(refusal?.reason == .notFound)
        #expect(
            refusal?.description
                == "no session is planned for nova-202701-w02-asia; to see why: meridian why nova-202701-w02-asia")
        _ = try await fixture.service.ask(ExplainSession(session: "nova-202701-w02-asia"))
    }

    @Test("of no program is told with the nearest codes of programs with such names, where there are many")
    func manyPrograms() async throws {
        let fixture = try await Fixture.with(small())
        _ = try await fixture.service.plan("nova", publish: true)
        for name in ["cinder", "glance", "heat", "ironic", "swift"] {
            try await fixture.apply(small().replacing("program: nova", with: "program: \(name)"))
        }
        let near = await #expect(throws: Refusal.self) { try await fixture.session("nvoa-202701-w02-asia") }
        #expect(near?.description.contains("did you mean nova-202701-w02-asia") == true, "\(near?.description ?? "")")
        let far = await #expect(throws: Refusal.self) {
            try await fixture.session("kubernetes-operators-202701-w02-asia")
        }
        #expect(far?.reason == .notFound)
        #expect(far?.description.contains("did you mean") == false, "\(far?.description ?? "")")
    }
}
