import Mentoring
import MentoringAPI
import MentoringService
import RemoteClient
import TestSupport
import Testing
import TimeZoneCatalog
import WebServerFixture

@Suite("A client of a server")
struct ServerClientTests {
    @Test("answers as the service does, whatever the texts hold")
    func sameAnswers() async throws {
        let season = Season2027(title: "Nova · 新星 \"<&>\\", mentor: "Zoë / \u{7F}é")
        let near = try Client.near(season: await season.service())
        try await LiveServer.run(season) { server in
            let far = try ServerClient(server: server.base, patience: .patience)
            #expect(try await far.ask(ListPrograms()) == near.ask(ListPrograms()))
            #expect(try await far.ask(ShowProgram(program: "nova")) == near.ask(ShowProgram(program: "nova")))
            for zone in [nil, "Asia/Kolkata", "America/St_Johns", "Etc/GMT+5"] {
                for upcoming in [true, false, nil] {
                    let request = ListSessions(program: "nova", upcoming: upcoming, zone: zone)
                    let local = try await near.ask(request)
                    #expect(try await far.ask(request) == local)
                    #expect(local.count == (upcoming == true ? 3 : 4))
                }
                for code in ["nova-202701-w01-asia", "nova-202701-w01-europe", "NOVA-w02-asia"] {
                    let request = ShowSession(session: code, zone: zone)
                    #expect(try await far.ask(request) == near.ask(request))
                }
            }
        }
    }

    @Test("fails as the service does when the database does, and says where")
    func sameFailure() async throws {
        let service = try Season2027.service(on: BrokenStore())
        let near = try Client.near(season: service)
        try await LiveServer.run(service: service) { server in
            let far = try ServerClient(server: server.base, patience: .patience)
            let here = await #expect(throws: StorageFailure.self) { try await near.ask(ListPrograms()) }
            let there = await #expect(throws: StorageFailure.self) { try await far.ask(ListPrograms()) }
            for failure in [here, there] { #expect(failure.map { Failure($0).kind.exitCode } == 74) }
        }
    }

    @Test(
        "refuses as the service does, word for word",
        arguments: [
            "nvoa", "nova-202701-w01-aisa", "Nova", "..", "a/b", "ü x", "a?b#c&d=e%41", "%", "🌏", "api", "line\nbreak",
            "\u{1B}[31m",
        ])
    func sameRefusals(name: String) async throws {
        let near = try Client.near(season: await Season2027().service())
        try await LiveServer.run { server in
            let far = try ServerClient(server: server.base + "/", patience: .patience)
            let questions: [any HandledRequest] = [
                ShowProgram(program: name), ListSessions(program: name, upcoming: true), ShowSession(session: name),
            ]
            for question in questions {
                let here = await #expect(throws: Refusal.self) { try await near.ask(any: question) }
                let there = await #expect(throws: Refusal.self) { try await far.ask(any: question) }
                #expect(there == here)
            }
        }
    }

    @Test("reports, and answers what is only supposed, to an organizer alone")
    func organizing() async throws {
        let service = try await Season2027().service()
        let near = try Client.near(season: service)
        let report = ReportSeason(program: "nova")
        let what = PlanSeason(program: "nova", without: [try EmailAddress("mentor-asia@canary.example")])
        for role in [Role.mentor, .organizer] {
            let token = try await service.token(for: "priya@canary.example", as: role)
            try await LiveServer.run(service: service) { server in
                let far = try ServerClient(server: server.base, token: token, patience: .patience)
                guard role == .organizer else {
                    await #expect(throws: Refusal.self) { try await far.ask(report) }
                    await #expect(throws: Refusal.self) { try await far.ask(what) }
                    return
                }
                #expect(try await far.ask(report) == near.ask(report))
                // The database names nobody as a mentor.
                let there = await #expect(throws: Refusal.self) { try await far.ask(what) }
                let here = await #expect(throws: Refusal.self) { try await near.ask(what) }
                #expect(there == here && here?.reason == .notFound)
            }
        }
    }

    @Test("shows a trainee's path to them, and to no other trainee")
    func progress() async throws {
        let priya = try EmailAddress("priya@canary.example")
        let service = try await Season2027().service()
        _ = try await service.ask(JoinProgram(program: "nova", name: "Priya", email: priya, zone: "Asia/Kolkata"))
        let near = try Client.near(season: service, as: priya)
        for name in ["priya", "eve"] {
            let email = try EmailAddress("\(name)@canary.example")
            _ = try await service.ask(JoinProgram(program: "nova", name: name, email: email, zone: "Asia/Kolkata"))
            let token = try await service.token(for: email.description, as: .trainee)
            try await LiveServer.run(service: service) { server in
                let far = try ServerClient(server: server.base, token: token, patience: .patience)
                let path = ShowProgress(program: "nova", person: priya.description, zone: "Asia/Tokyo")
                let evidence = ShowEvidence(program: "nova", person: priya.description)
                await #expect(throws: Refusal.self) { try await far.ask(ListProgress(program: "nova")) }
                guard email == priya else {
                    await #expect(throws: Refusal.self) { try await far.ask(path) }
                    await #expect(throws: Refusal.self) { try await far.ask(evidence) }
                    #expect(try await far.ask(ShowProgress(program: "nova")).name == "eve")
                    return
                }
                #expect(try await far.ask(path) == near.ask(path))
                #expect(try await far.ask(evidence) == near.ask(evidence))
            }
        }
    }

    @Test("tells of an unknown zone as the service does")
    func unknownZone() async throws {
        let question = ShowSession(session: "nova-202701-w01-asia", zone: "Europe/Berln")
        let near = try Client.near(season: await Season2027().service())
        let here = await #expect(throws: TimeZoneCatalogError.self) { try await near.ask(question) }
        #expect(here?.message.hasPrefix("no time zone Europe/Berln; did you mean Europe/Berlin") == true)
        try await LiveServer.run { server in
            let far = try ServerClient(server: server.base, patience: .patience)
            let there = await #expect(throws: BadInput.self) { try await far.ask(question) }
            #expect(there?.description == here?.message)
        }
    }

    @Test("does for somebody what the service does for them, and refuses it word for word")
    func acting() async throws {
        let priya = try EmailAddress("priya@canary.example")
        let service = try await Season2027().service()
        let near = try Client.near(season: await Season2027().service(), as: priya)
        let token = try await service.token(for: priya.description, as: .trainee)
        try await LiveServer.run(service: service) { server in
            let far = try ServerClient(server: server.base, token: token, patience: .patience)
            for code in ["nova-202701-w02-asia", "nova-202701-w01-asia", "nova-202701-w01-americas"] {
                var there = try await far.ask(Enroll(session: code))
                let here = try await near.ask(Enroll(session: code))
                // Two servers have two keys, so their feeds have two addresses.
                #expect(there.feed.count == here.feed.count)
                there.feed = here.feed
                #expect(there == here)
            }
            let leave = Leave(session: "nova-202701-w02-asia")
            #expect(try await far.ask(leave) == near.ask(leave))
            let refused: [any HandledRequest] = [
                leave, Enroll(session: "nova-202701-w09-asia"), LeaveForSeason(program: "nova", region: .asia),
            ]
            for question in refused {
                let there = await #expect(throws: Refusal.self) { try await far.ask(any: question) }
                let here = await #expect(throws: Refusal.self) { try await near.ask(any: question) }
                #expect(there == here)
            }
            let all = try await far.ask(EnrollForSeason(program: "nova", region: .asia))
            #expect(all.sessions.map(\.session) == ["nova-202701-w01-asia", "nova-202701-w02-asia"])
        }
    }

    @Test("needs a token, and the right one")
    func token() async throws {
        try await LiveServer.run { server in
            for token in [nil, "wrong"] {
                let far = try ServerClient(server: server.base, token: token, patience: .patience)
                let refusal = await #expect(throws: Refusal.self) { try await far.ask(ShowPersonalFeed()) }
                #expect(refusal?.reason == .notAllowed)
                #expect(refusal?.description.contains("meridian login \(server.base)") == true)
            }
        }
    }
}

// Asks whatever it is, and forgets the answer.

extension Client {
    fileprivate func ask(any request: any HandledRequest) async throws { try await forget(request) }

    private func forget(_ request: some HandledRequest) async throws { _ = try await ask(request) }
}

extension ServerClient {
    fileprivate func ask(any request: any Request) async throws { try await forget(request) }

    private func forget(_ request: some Request) async throws { _ = try await ask(request) }
}
