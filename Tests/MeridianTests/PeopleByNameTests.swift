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
}
