import Foundation
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import TimeZoneCatalog

// What happens to people and programs over the years: addresses change, mentors come back, files grow, programs end.

extension World {
    /// What a program's file has by now, under the addresses that its people have.
    func edits(of program: String) async throws -> FileEdits {
        var edits = files[program] ?? FileEdits()
        for mentor in Cast.mentors where mentor.program == program {
            edits.addresses[mentor.name] = try await address(of: mentor.name, in: program)
        }
        return edits
    }

    /// Applies a program's file, with the seats that it has.
    func apply(_ edits: FileEdits, to program: String) async throws {
        let capacity = try await snapshot().programs[program]?.program.capacity ?? 1
        _ = try await client(of: program).ask(
            ApplyProgram(text: Cast.file(program, capacity: capacity, edits: edits)))
    }

    /// Lets somebody lead again who did once.
    func addMentor(_ name: String, to program: String) async throws {
        let email = try await address(of: name, in: program)
        let known = try await snapshot().programs[program]?.mentors.map(\.person.email) ?? []
        guard let turn = Cast.mentors.first(where: { $0.name == name && $0.program == program }),
            let region = Region(rawValue: turn.region), !known.contains(Cast.home(of: email))
        else { return }
        let client = try client(of: program)
        _ = try await client.ask(
            AddMentor(
                program: program, name: name.capitalized, email: email, zone: Cast.zones[name] ?? "Etc/UTC",
                region: region, maxPerMonth: turn.month, minGapWeeks: turn.gap))
        for slot in turn.slots { _ = try await client.ask(PublishSlot(program: program, mentor: email, when: slot)) }
    }

    func move(_ step: Step, _ deed: inout Deed) async throws {
        switch step {
        case .moveAddress(let name, let byThemself):
            let program = try await home(of: try Cast.email(name))
            let old = try await address(of: name, in: program)
            let request = MovePerson(old: old, new: try Cast.other(than: old))
            let asker =
                byThemself ? try await participant(name, in: program) : Asker.near(try client(of: program))
            try await watch(name, in: program, asksForProof: true, &deed) { try await asker.do(request) }
        case .moveByFile(let name, let program):
            // Whom a program does not know its file cannot move: it would enter another of the same name.
            let who = try Cast.email(name)
            guard try await snapshot().programs[program]?.mentors.contains(where: { $0.person.email == who }) == true
            else { return }
            var edits = try await edits(of: program)
            let old = try await address(of: name, in: program)
            edits.addresses[name] = try Cast.other(than: old)
            edits.former[name] = old
            try await watch(name, in: program, asksForProof: true, &deed) { try await apply(edits, to: program) }
        case .proveAddress:
            guard let link = lastLinks.removeValue(forKey: .prove) else { return }
            let program = try await home(of: try Cast.email(link.name))
            _ = try await stranger(to: program).ask(ConfirmMove(secret: link.secret))
            try await equip(link.name, in: program)
        case .undoMove:
            guard let link = lastLinks.removeValue(forKey: .undo) else { return }
            let program = try await home(of: try Cast.email(link.name))
            let client = try stranger(to: program)
            try await watch(link.name, in: program, asksForProof: false, &deed) {
                _ = try await client.ask(UndoMove(secret: link.secret))
            }
            try await equip(link.name, in: program)
        default: break
        }
    }

    /// Lets somebody's address become another, and tries what can be done with the old tokens, and with an address that has
    /// not proved itself.
    private func watch(
        _ name: String, in program: String, asksForProof: Bool, _ deed: inout Deed, _ change: () async throws -> Void
    ) async throws {
        let who = try Cast.email(name)
        let before = try await snapshot().addresses[who]
        try await change()
        let known = try await address(of: name, in: program)
        guard let before, known != before.known else { return }
        deed.moved = name
        if fault == .keepsTokens { try await renewTokens(in: program) }
        deed.goodTokens = try await goodTokens(of: name, in: program).count
        guard asksForProof else { return }
        // Who goes back to where their mail goes has nothing to prove.
        guard known != before.mailbox else { return try await equip(name, in: program) }
        if fault == .trustsNewAddress { try await confirm(known, in: program) }
        do {
            _ = try await service(of: program).ask(CreateToken(email: known))
            deed.actedUnproved = true
        } catch is Refusal {}
    }

    /// Gives whoever acts with a token another once their address is settled.
    private func equip(_ name: String, in program: String) async throws {
        do { try await hand(tokenTo: name, in: program, anew: true) } catch is Refusal {}
    }

    /// Keeps the link of a mail that is about an address, which ends as soon as it has left.
    func keepLink(in mail: PostedMail) {
        guard let link = mail.everything.firstMatch(of: /meridian person (confirm|undo) ([a-z2-7]+)/) else { return }
        lastLinks[link.1 == "confirm" ? .prove : .undo] = (String(mail.to.localPart), String(link.2))
    }

    /// Lets all programs go on, so that what waits in them leaves.
    func reopenAll() async throws {
        for program in Cast.programs { _ = try await client(of: program).ask(ReopenProgram(program: program)) }
    }

    /// The program by which somebody is known: the first of theirs.
    private func home(of who: EmailAddress) async throws -> String {
        let snapshot = try await snapshot()
        return Cast.programs.first { program in
            guard let state = snapshot.programs[program] else { return false }
            return state.mentors.contains { $0.person.email == who } || state.trainees.contains(who)
        } ?? Cast.programs[0]
    }
}
