import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import WebServerFixture

/// What people of another program of the same server can do: nothing but what everybody may.
@Suite("The people of another program")
struct TwoProgramsTests {
    /// Who is somebody in the program `swift`, and nobody in `nova`, which the role table is about.
    enum Foreigner: String, CaseIterable {
        case organizer, mentor, trainee

        var email: String { "\(rawValue)@swift.example" }
    }

    /// What is about the caller alone, so that everybody who is known may ask it.
    private static let ownAffairs = ["ShowPersonalFeed", "RotateFeed", "ListTokens", "SetPerson"]

    private static let rows = RoleTable.rows.filter {
        $0.question.route.role != nil && !ownAffairs.contains($0.question.request)
    }

    private func tokens(in cast: Cast) async throws -> [Foreigner: String] {
        let file = """
            program: swift
            title: Swift
            contact: contact@swift.example
            location: ircs://irc.example.org/swift
            season: { start: 2027-01-04, weeks: 4 }
            session: { minutes: 60, capacity: 12 }
            organizers: [organizer@swift.example]
            mentors:
              - { name: Mina, email: mentor@swift.example, zone: Asia/Tokyo, slots: [{ every: "Tue 17:00" }] }
            """
        let client = try Client.near(season: cast.service)
        _ = try await client.ask(ApplyProgram(text: file))
        _ = try await cast.service.ask(
            JoinProgram(program: "swift", name: "Tom", email: EmailAddress(Foreigner.trainee.email), zone: "Asia/Tokyo")
        )
        var tokens: [Foreigner: String] = [:]
        for foreigner in Foreigner.allCases {
            tokens[foreigner] = try await cast.service.ask(CreateToken(email: EmailAddress(foreigner.email))).token
        }
        return tokens
    }

    @Test("change nothing, and read what everybody may", arguments: rows.indices)
    func refused(index: Int) async throws {
        // A file for their own program they may well apply.
        let question = Self.rows[index].question.replacing("program: swift", with: "program: nova")
        let cast = try await Cast()
        let tokens = try await tokens(in: cast)
        try await LiveServer.run(service: cast.service) { server in
            for foreigner in Foreigner.allCases {
                let headers = [("Authorization", "Bearer \(tokens[foreigner] ?? "")")]
                let answer = try await question.ask(server, headers: headers)
                #expect(
                    [403, 404, 409].contains(answer.status),
                    "\(question.testDescription) as \(foreigner): \(answer.status)")
                for asker in Asker.allCases {
                    guard let email = asker.email, !question.path.contains(email), !question.body.contains(email) else {
                        continue
                    }
                    #expect(!answer.text.contains(email), "\(foreigner) hears of \(email)")
                }
            }
        }
    }

    @Test("hear the same of things that are not theirs as of things that are not")
    func hidden() async throws {
        let cast = try await Cast()
        let tokens = try await tokens(in: cast)
        let pairs: [(Question, Question)] = [
            (
                Question(RestoreSlotDates.self, "slots/1/restoration", "{}"),
                Question(RestoreSlotDates.self, "slots/999/restoration", "{}")
            ),
            (Question(WithdrawSlot.self, "slots/1"), Question(WithdrawSlot.self, "slots/999")),
            (Question(RemoveFreeze.self, "freezes/1"), Question(RemoveFreeze.self, "freezes/999")),
            (Question(RemoveAway.self, "away/1"), Question(RemoveAway.self, "away/999")),
            (Question(VoteForReview.self, "reviews/1/vote"), Question(VoteForReview.self, "reviews/999/vote")),
            (Question(AcceptSwap.self, "swaps/1/acceptance"), Question(AcceptSwap.self, "swaps/999/acceptance")),
            (Question(RevokeToken.self, "tokens/1"), Question(RevokeToken.self, "tokens/999")),
            (Question(ShowMail.self, "mail/1"), Question(ShowMail.self, "mail/999")),
            (
                Question(ListAbsences.self, "away?email=mentor-asia@canary.example"),
                Question(ListAbsences.self, "away?email=nobody@canary.example")
            ),
            (
                Question(CreateToken.self, "tokens", #"{"email": "priya@canary.example"}"#),
                Question(CreateToken.self, "tokens", #"{"email": "nobody@canary.example"}"#)
            ),
        ]
        try await LiveServer.run(service: cast.service) { server in
            for (there, nowhere) in pairs {
                for foreigner in [Foreigner.organizer, .mentor] {
                    let headers = [("Authorization", "Bearer \(tokens[foreigner] ?? "")")]
                    let one = try await there.ask(server, headers: headers)
                    let other = try await nowhere.ask(server, headers: headers)
                    #expect(one.status == other.status, "\(there.testDescription) as \(foreigner)")
                    let words = other.text.replacing("999", with: "1").replacing("nobody@", with: "priya@")
                    #expect(one.text.replacing("mentor-asia@", with: "priya@") == words)
                }
            }
        }
    }

    @Test("an organizer's token for one of their people is good nowhere else")
    func narrowed() async throws {
        let cast = try await Cast()
        let tokens = try await tokens(in: cast)
        // Priya of nova takes part in swift as well.
        _ = try await cast.service.ask(
            JoinProgram(
                program: "swift", name: "Priya", email: EmailAddress("priya@canary.example"), zone: "Asia/Tokyo"))
        try await LiveServer.run(service: cast.service) { server in
            let organizer = [("Authorization", "Bearer \(tokens[.organizer] ?? "")")]
            let made = try await Question(CreateToken.self, "tokens", #"{"email": "priya@canary.example"}"#)
                .ask(server, headers: organizer)
            #expect(made.status == 200 && made.text.contains(#""program":"swift""#))
            let secret = try #require(made.text.firstMatch(of: /"token":"([a-z2-7]{52})"/)).output.1
            let asPriya = [("Authorization", "Bearer \(secret)")]
            for (question, status) in [
                (Question(ListNicknames.self, "programs/swift/nicknames"), 200),
                (Question(ListNicknames.self, "programs/nova/nicknames"), 403),
                (Question(Leave.self, "sessions/nova-202701-w01-asia/enrollment"), 403),
                (Question(ShowPersonalFeed.self, "feed"), 403), (Question(RotateFeed.self, "feed/rotation"), 403),
            ] {
                let answer = try await question.ask(server, headers: asPriya)
                #expect(answer.status == UInt(status), "\(question.testDescription)")
            }
            let outbox = try await cast.service.ask(ListOutbox())
            #expect(outbox.contains { $0.to.description == "priya@canary.example" && $0.subject == "token" })
        }
    }

    @Test("a mentor who is removed, and an organizer too, can do nothing more with the tokens that they have")
    func gone() async throws {
        let cast = try await Cast()
        let tokens = try await tokens(in: cast)
        let file = Question(ExportProgram.self, "programs/swift/file")
        let forecast = Question(ForecastSeason.self, "programs/swift/forecast")
        try await LiveServer.run(service: cast.service) { server in
            func status(_ question: Question, _ foreigner: Foreigner) async throws -> UInt {
                try await question.ask(server, headers: [("Authorization", "Bearer \(tokens[foreigner] ?? "")")]).status
            }
            #expect(try await status(file, .organizer) == 200)
            #expect(try await status(forecast, .mentor) == 200)
            _ = try await cast.service.removeOrganizer(EmailAddress(Foreigner.organizer.email), from: "swift")
            try await cast.removeMentor(EmailAddress(Foreigner.mentor.email), from: "swift")
            #expect(try await status(file, .organizer) == 403)
            #expect(try await status(forecast, .mentor) == 403)
        }
    }
}
