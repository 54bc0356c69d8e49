import Testing

/// September: a program, its mentors' hours, a plan, and somebody whom nobody knows.
extension SeasonTests {
    static func open(_ season: TrainingSeason) async throws {
        await season.at("2026-09-21T09:00:00Z")
        try season.write(novaProgram, as: "nova.yaml")
        let applied = try await season.organizer("program apply nova.yaml")
        #expect(applied.contains("added stage candidate: sessions 8, discussed 8, areas all, co-led 1\n"))
        #expect(
            try await season.organizer("program apply nova.yaml")
                == "the program is as the file says; nothing to change\n")
    }

    func publishSlotsAndPlan() async throws {
        let published = try await zoe("slot publish nova --mentor zoe@mentors.example 'Tue 17:00'")
        #expect(
            published.contains("Tue 20 Oct 17:00  20:30           17:00\nTue 27 Oct 17:00  21:30~          17:00\n"))
        try await olena("slot publish nova --mentor olena@mentors.example 'Wed 18:00'")
        try await akira("slot publish nova --mentor akira@mentors.example 'Tue 17:00'")
        try await ananya("slot publish nova --mentor ananya@mentors.example 'Wed 18:30'")
        #expect(
            try await zoe.refused("slot publish nova --mentor olena@mentors.example 'Fri 18:00'")
                == "meridian: that is somebody else's; only they and an organizer can do it\n")

        #expect(try await season.organizer("plan nova").hasPrefix("if published: 28 of 28 sessions change, "))
        let plan = try await season.organizer("plan nova --publish")
        #expect(plan.hasPrefix("28 of 28 sessions change, 28 become announced, 4 people are told\n"))
        #expect(plan.contains("\nevery turn is covered\n"))
        // Turns alternate, whatever the numbers of the weeks: over the frozen eighth, and over ISO week 53, the thirteenth.
        let turns = plan.split(separator: "\n").filter { $0.hasPrefix("nova-") && $0.contains("-europe") }.map {
            "\($0.dropFirst("nova-202610-".count).prefix(3)) \($0.contains("Zoë") ? "Zoë" : "Olena")"
        }
        #expect(
            turns == [
                "w01 Zoë", "w02 Olena", "w03 Zoë", "w04 Olena", "w05 Zoë", "w06 Olena", "w07 Zoë", "w09 Olena",
                "w10 Zoë", "w11 Olena", "w12 Zoë", "w13 Olena", "w14 Zoë", "w15 Olena",
            ])
        // Whoever has a token was told of it; everybody else's mail says that they lead.
        let told = try await season.mail().filter {
            $0.subject != "A token was made for you in Nova core reviewer training"
        }
        #expect(told.count == 28 && told.allSatisfy { $0.subject.hasPrefix("You lead: Nova core reviewer training") })
    }

    /// Nobody knows her, so her mailbox speaks for her.
    func adaJoins() async throws -> Participant {
        await season.at("2026-09-22T09:00:00Z")
        let stranger = season.stranger("ada@trainees.example")
        let asked = try await stranger(
            "trainee join nova --name 'Ada Okafor' --email ada@trainees.example --zone Africa/Lagos")
        #expect(
            asked == "look into your mail: if the address is right, a message says within 24 hours how to confirm\n")
        let mails = try await season.mail()
        #expect(mails.map(\.to) == ["ada@trainees.example"])
        #expect(mails.allSatisfy { !$0.everything.contains("Okafor") })
        let secret = try #require(mails.first?.everything.firstMatch(of: /trainee confirm ([a-z2-7]{52})/)).output.1
        let welcome = try await stranger("trainee confirm \(secret)")
        #expect(welcome.hasPrefix("welcome, Ada Okafor; of the next 6 sessions 6 fall in your day (08:00 to 22:00)\n"))
        let token = try #require(welcome.firstMatch(of: /MERIDIAN_TOKEN=([a-z2-7]{52})/)).output.1
        return Participant(email: stranger.email, token: String(token), season: season)
    }

    func adaWaitsForASeat(_ ada: Participant) async throws {
        for early in [bob, carla, emil] {
            #expect(
                try await early("enroll nova-202610-w01-europe").hasPrefix(
                    "you have a seat in nova-202610-w01-europe\n"))
        }
        #expect(
            try await ada("enroll nova-202610-w01-europe").hasPrefix(
                """
                nova-202610-w01-europe is full: you are number 1 on the waiting list, and move up as seats become free
                Tue 06 Oct 2026 16:00 Africa/Lagos, 60 minutes, within your day

                """))
        #expect(
            try await carla("leave nova-202610-w01-europe").hasPrefix(
                "you left nova-202610-w01-europe; somebody moves up from the waiting list\n"))
        // Carla, who left before anything was sent, is mailed nothing.
        #expect(
            try await season.mail().map(\.summary) == ["ada: A seat for you", "bob: Enrolled", "emil: Enrolled"])
        // She confirms that she comes.
        #expect(try await ada("enroll nova-202610-w01-europe").hasPrefix("you have a seat in nova-202610-w01-europe\n"))
        #expect(
            try await priya("enroll --program nova --region asia").hasPrefix(
                "you are enrolled in the sessions of Asia in nova for the season; 14 are planned\n"))
        _ = try await season.mail()
    }
}
