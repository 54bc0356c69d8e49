import Testing

@Suite("A person on the command line")
struct PeopleByNameTests {
    @Test(
        "is named as they are called, whatever asks, and the answer says who was understood",
        arguments: BackEnd.allCases)
    func named(backEnd: BackEnd) async throws {
        let meridian = try CommandRunner(backEnd)
        try await meridian.planExample()
        for (name, email) in [("Ada Okafor", "ada"), ("Kim Lee", "kim"), ("Kim Park", "park")] {
            let joined = try await meridian.run(
                arguments: ["trainee", "join", "nova", "--name", name, "--email", "\(email)@example.org"]
                    + ["--zone", "Africa/Lagos"], at: .database)
            #expect(joined.status == 0)
        }
        for (command, said) in [
            (
                ["slot", "publish", "nova", "--mentor", "zoe muller", "Fri 18:00"],
                "of Zoë Müller published: every Friday"
            ),
            (["slot", "list", "nova", "--mentor", "अनन्या"], "अनन्या शर्मा"),
            (["away", "add", "佐藤", "2027-05-03..2027-05-04"], "佐藤 明"),
            (["away", "list", "佐藤"], "佐藤 明"),
            (["why-not", "nova", "--mentor", "lucia", "--week", "1"], "americas"),
            (
                ["mentor", "set", "nova", "--mentor", "joao pereira", "--max-per-month", "1", "--dry-run"],
                "nothing was changed"
            ),
            (["mentor", "remove", "nova", "Byrne", "--dry-run"], "Ciarán Byrne"),
            (["trainee", "remove", "nova", "park", "--dry-run"], "Kim Park"),
            (["person", "block", "okafor", "nova", "--dry-run"], "Ada Okafor"),
            (["organizer", "add", "nova", "Avery"], "Avery Johnson (avery@example.org) organizes nova from now on"),
            (["organizer", "list", "nova"], "Avery Johnson"),
            (["log", "nova"], "Avery Johnson"),
            (["organizer", "remove", "nova", "avery"], "Avery Johnson"),
            (["progress", "nova", "okafor"], "Ada Okafor"),
            (
                ["plan", "nova", "--without", "zoe", "--with-slot", "Ciaran Byrne Fri 18:00"],
                "Ciarán Byrne also offers"
            ),
        ] {
            let outcome = try await meridian.run(arguments: command)
            #expect(
                outcome.status == 0 && outcome.output.contains(said), "\(command) \(outcome.errors)\(outcome.output)")
        }
        let several = try await meridian.run("trainee", "remove", "nova", "kim")
        #expect(several.status == 1)
        #expect(
            several.errors.contains(
                "kim may mean Kim Lee (kim@example.org) or Kim Park (park@example.org); give more of the name, or the address"
            ))
        let nobody = try await meridian.run("mentor", "remove", "nova", "Olivja")
        #expect(nobody.errors.contains("there is no mentor of nova called Olivja; did you mean Olivia Taylor?"))
        #expect(try await meridian.run("mentor", "remove", "nova", "olivia@").status == 65)
    }

    @Test("whose name differs from another's in its accents alone is meant by it; who leads shares it with nobody")
    func accents() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        for (name, email) in [("Renée Roy", "one"), ("Renee Roy", "two")] {
            let joined = try await meridian.run(
                "trainee", "join", "nova", "--name", name, "--email", "\(email)@example.org", "--zone", "Africa/Lagos")
            try #require(joined.status == 0, "\(joined)")
            let found = try await meridian.run("trainee", "remove", "nova", name, "--dry-run")
            #expect(found.status == 0 && found.output.contains(name), "\(found)")
        }
        let both = try await meridian.run("trainee", "remove", "nova", "roy", "--dry-run")
        #expect(both.status == 1 && both.errors.contains("roy may mean "), "\(both)")
        let added = try await meridian.run(
            "mentor", "add", "nova", "--name", "Zoe Muller", "--email", "zm@example.org", "--zone", "Europe/Rome")
        #expect(added.status == 1 && added.errors.contains("somebody who leads nova is called Zoe Muller"), "\(added)")
        let known = try await meridian.run("why-not", "nova", "--mentor", "Zoë Müller", "--week", "1")
        #expect(known.status == 0, "\(known)")
    }

    @Test("acts by name, too, on the database's machine")
    func acting() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        _ = try await meridian.run(
            "trainee", "join", "nova", "--name", "Ada Okafor", "--email", "ada@example.org", "--zone", "Africa/Lagos")
        let enrolled = try await meridian.run("enroll", "nova-w01-europe", "--as", "okafor")
        #expect(enrolled.status == 0)
        let listed = try await meridian.run("session", "show", "nova-w01-europe", "--json", "--as", "ada")
        #expect(listed.output.contains(#""enrollment":"enrolled""#))
        let nobody = try await meridian.run("enroll", "nova-w02-europe", "--as", "adda okafor")
        #expect(nobody.status == 1 && nobody.errors.contains("did you mean Ada Okafor?"))
    }

    @Test("who acts by an address that is nobody's is refused with the nearest, whatever they ask")
    func nobody() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        for command in [
            ["session", "list", "nova"], ["session", "show", "nova-w01-europe"], ["forecast", "nova"],
            ["feed", "url", "nova"], ["plan", "nova"], ["freeze", "add", "nova", "2-3 Jun 2027", "x"],
            ["organizer", "add", "nova", "o@example.org"],
        ] {
            let outcome = try await meridian.run(arguments: command + ["--as", "akria@example.org"])
            #expect(outcome.status == 1 && outcome.output == "", "\(command) \(outcome)")
            #expect(
                outcome.errors.contains(
                    "nobody here has the address akria@example.org; did you mean akira@example.org?"),
                "\(outcome)")
        }
        #expect(try await meridian.run("freeze", "list", "nova").output.contains("2027-06-02") == false)
    }

    @Test("who has an address here and nothing else is somebody, and so is who is about to join")
    func knownByAddress() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        for command in [["nova", "org@example.org"], ["root@example.org", "--everywhere"]] {
            try #require(try await meridian.run(arguments: ["organizer", "add"] + command).status == 0)
        }
        for address in ["org@example.org", "root@example.org"] {
            #expect(try await meridian.run("session", "list", "nova", "--as", address).status == 0)
        }
        let joined = try await meridian.run(
            "trainee", "join", "nova", "--name", "Ada Okafor", "--email", "ada@example.org", "--zone", "Africa/Lagos",
            "--as", "ada@example.org")
        #expect(joined.status == 0, "\(joined)")
    }

    @Test("who acts at a server is whose token it is: somebody else who is named as acting is refused")
    func actingAtServer() async throws {
        let meridian = try CommandRunner()
        try await meridian.planExample()
        for name in ["Ada", "Grace"] {
            let email = "\(name.lowercased())@example.org"
            _ = try await meridian.run(
                "trainee", "join", "nova", "--name", name, "--email", email, "--zone", "Africa/Lagos")
        }
        let token = try await meridian.run("token", "create", "grace@example.org").lines[0]
        let server = try await meridian.serve(meridian.environment)
        let place = ["MERIDIAN_DB": "", "MERIDIAN_SERVER": server.address]
        let grace = place.merging(["MERIDIAN_TOKEN": token]) { $1 }
        let enroll = ["enroll", "nova-2027a-w01-europe"]
        for (arguments, extra) in [
            (enroll + ["--as", "ada@example.org"], grace), (enroll + ["--as", "Ada"], grace),
            (enroll, grace.merging(["MERIDIAN_AS": "ada@example.org"]) { $1 }),
            (["program", "list", "--as", "ada@example.org"], grace),
            (["program", "list", "--as", "ada@example.org"], place),
            (["program", "list", "--db", "meridian.db", "--server", server.address], grace),
        ] {
            let outcome = try await meridian.run(arguments: arguments, extra: extra)
            #expect(outcome.status == 64 && outcome.output == "", "\(arguments) \(outcome)")
        }
        let listed = try await meridian.run(arguments: ["trainee", "list", "nova"])
        #expect(listed.output.contains("grace@example.org"))
        for (arguments, extra) in [
            (["program", "list"], grace.merging(["MERIDIAN_AS": "ada@example.org"]) { $1 }),
            (enroll + ["--as", "grace@example.org"], grace),
            (["leave"] + enroll.dropFirst() + ["--as", "grace"], grace),
        ] {
            let outcome = try await meridian.run(arguments: arguments, extra: extra)
            #expect(outcome.status == 0, "\(arguments) \(outcome)")
        }
        await server.stop()
    }
}
