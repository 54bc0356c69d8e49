import CivilTime
import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import Testing
import TimeZoneCatalog

/// Nova with its mentors Akira, Zoe and Joao, the trainees Ada Okafor and two called Kim Lee, and swift with Ann Secret alone; each
/// has an organizer.
private struct TwoPrograms {
    let fixture: Fixture
    var service: TrainingService { fixture.service }

    init() async throws {
        fixture = try await Fixture.with(
            triage(by: ["akira", "tova"]).replacing("title: Nova", with: "title: Nova\norganizers: [olga@example.org]"))
        try await fixture.apply(
            small(regions: "asia").replacing("program: nova", with: "program: swift")
                .replacing("title: Nova", with: "title: Swift\norganizers: [otto@example.net]")
                .replacing("name: Akira, email: akira@example.org", with: "name: Mei Tan, email: mei@example.net"))
        for (name, email) in [
            ("Ada Okafor", "ada@example.org"), ("Kim Lee", "kim@example.org"), ("Kim Lee", "lee@example.org"),
        ] {
            _ = try await service.ask(
                JoinProgram(program: "nova", name: name, email: EmailAddress(email), zone: "Asia/Tokyo"))
        }
        _ = try await service.ask(
            JoinProgram(
                program: "swift", name: "Ann Secret", email: EmailAddress("ann@example.net"), zone: "Asia/Tokyo"))
    }

    /// Somebody with a token of their own.
    func asker(_ email: String) async throws -> Client {
        let token = try await service.ask(CreateToken(email: EmailAddress(email))).token
        return fixture.client(try #require(try await service.principal(token: token)))
    }

    /// What is said of a name, with the name itself left out.
    func said(
        of name: String, to asker: Client, _ ask: (Client, String) async throws -> Void
    ) async -> String {
        do {
            try await ask(asker, name)
            return "nothing"
        } catch {
            return "\(Failure(error).kind) \(Failure(error).words)".replacing(name, with: "NAME")
        }
    }
}

@Suite("A person who is named")
struct MentionedPeopleTests {
    @Test(
        "is found by the whole name, by a word of it, in whichever case, and without its accents and hidden marks",
        arguments: [
            "José Luis García", "jose luis garcia", "JOSE", "luis garcia", "José", "\u{2068}García\u{2069}",
            "\u{200F}garcia", "  Garcia ", "jose\u{301}",
        ])
    func spellings(text: String) async throws {
        let two = try await TwoPrograms()
        let jose = try EmailAddress("jlg@example.org")
        _ = try await two.service.ask(
            JoinProgram(program: "nova", name: "José Luis García", email: jose, zone: "Asia/Tokyo"))
        let shown = try await two.asker("olga@example.org").ask(ShowProgress(program: "nova", person: text))
        #expect(shown.name == "José Luis García")
    }

    @Test("is refused where several may be meant, who are told apart by what whoever asks may see")
    func several() async throws {
        let two = try await TwoPrograms()
        let seen = await #expect(throws: Refusal.self) {
            try await two.asker("olga@example.org").ask(ShowProgress(program: "nova", person: "kim"))
        }
        #expect(
            seen
                == Refusal(
                    .conflict,
                    "kim may mean Kim Lee (kim@example.org) or Kim Lee (lee@example.org); give more of the name, or the address"
                ))
        let akira = try await two.asker("akira@example.org")
        let hidden = try #require(
            await #expect(throws: Refusal.self) {
                try await akira.ask(ShowProgress(program: "nova", person: "kim"))
            })
        #expect(hidden.reason == .conflict && !hidden.description.contains("@"))
        // Each can be named by what stands behind the name, and by nothing like it.
        let ways = hidden.description.split(separator: "or write ").dropFirst().map { String($0.prefix { $0 != ")" }) }
        #expect(ways.count == 2 && Set(ways).count == 2)
        for way in ways {
            #expect(try await akira.ask(ShowProgress(program: "nova", person: way)).name == "Kim Lee")
            await #expect(throws: Refusal.self) {
                try await akira.ask(ShowProgress(program: "nova", person: way.replacing("kim", with: "ada")))
            }
        }
    }

    @Test("by an address is whoever has it, and nobody who is called so")
    func addressFirst() async throws {
        let two = try await TwoPrograms()
        _ = try await two.service.ask(
            JoinProgram(
                program: "nova", name: "ada@example.org", email: EmailAddress("mallory@example.org"), zone: "Etc/UTC"))
        let olga = try await two.asker("olga@example.org")
        #expect(
            try await olga.ask(RemoveTrainee(program: "nova", email: "ada@example.org", dryRun: true)).person
                == "Ada Okafor")
        #expect(try await olga.ask(ShowProgress(program: "nova", person: "Ada@Example.org")).name == "Ada Okafor")
        // A name may hold the sign; what looks like an address and is none is said to be none.
        _ = try await two.service.ask(
            JoinProgram(program: "nova", name: "Eve @ Work", email: EmailAddress("eve@example.org"), zone: "Etc/UTC"))
        #expect(try await olga.ask(ShowProgress(program: "nova", person: "eve @ work")).name == "Eve @ Work")
        await #expect(throws: BadInput.self) { try await olga.ask(ShowProgress(program: "nova", person: "ada@")) }
    }

    @Test("is called as they are called now")
    func renamed() async throws {
        let two = try await TwoPrograms()
        _ = try await two.asker("ada@example.org").ask(SetPerson(name: "Ada Lovelace"))
        let olga = try await two.asker("olga@example.org")
        #expect(try await olga.ask(ShowProgress(program: "nova", person: "Lovelace")).name == "Ada Lovelace")
        await #expect(throws: Refusal.notFound("trainee of nova called", "Okafor")) {
            try await olga.ask(ShowProgress(program: "nova", person: "Okafor"))
        }
    }

    @Test("and nobody has the name, is suggested among those alone who are looked for")
    func suggestions() async throws {
        let two = try await TwoPrograms()
        let olga = try await two.asker("olga@example.org")
        await #expect(throws: Refusal.notFound("mentor of nova called", "Akria", nearest: ["Akira"])) {
            try await olga.ask(RemoveMentor(program: "nova", email: "Akria"))
        }
        await #expect(throws: Refusal.notFound("mentor of nova called", "Adda")) {
            try await olga.ask(RemoveMentor(program: "nova", email: "Adda"))
        }
    }

    @Test("and is a mentor and a trainee by the same name, is the one whom the command is for")
    func circles() async throws {
        let two = try await TwoPrograms()
        _ = try await two.service.ask(
            AddMentor(program: "nova", name: "Kim Park", email: EmailAddress("park@example.org"), zone: "Asia/Seoul"))
        let olga = try await two.asker("olga@example.org")
        #expect(try await olga.ask(RemoveMentor(program: "nova", email: "kim", dryRun: true)).person == "Kim Park")
        #expect(try await olga.ask(RemoveTrainee(program: "nova", email: "ada", dryRun: true)).person == "Ada Okafor")
    }

    @Test("by every request that takes somebody is the same person as by the address")
    func everyRequest() async throws {
        let two = try await TwoPrograms()
        let fixture = two.fixture
        _ = try await two.service.plan("nova", publish: true)
        for email in ["ada@example.org"] {
            _ = try await two.service.ask(Enroll(session: "nova-202701-w01-asia"), as: EmailAddress(email))
        }
        let (olga, akira) = (try await two.asker("olga@example.org"), try await two.asker("akira@example.org"))
        let days = (try #require(LocalDate(iso: "2027-02-01")), try #require(LocalDate(iso: "2027-02-02")))
        #expect(
            try await olga.ask(AddAway(email: "akira", from: days.0, to: days.1)).person == "Akira")
        #expect(try await akira.ask(ListAbsences(email: "Akira")).map(\.person) == ["Akira"])
        #expect(try await olga.ask(PublishSlot(program: "nova", mentor: "zoe", when: "Fri 10:00")).slot.mentor == "Zoe")
        #expect(try await olga.ask(ListSlots(program: "nova", mentor: "zoe")).count == 2)
        #expect(
            try await olga.ask(ShowCalendarTerms(program: "nova", mentor: "joao")).mentor.description
                == "joao@example.org")
        #expect(try await olga.ask(SetMentor(program: "nova", email: "joão", maxPerMonth: 3)).person == "Joao")
        #expect(
            try await olga.ask(AddNickname(program: "nova", nickname: "lovelace", person: "okafor")).name
                == "Ada Okafor")
        #expect(try await akira.ask(ShowEvidence(program: "nova", person: "lovelace")).progress.name == "Ada Okafor")
        #expect(try await akira.ask(ExplainAbsence(program: "nova", mentor: "Zoe", week: 1)).region == .europe)
        _ = try await two.service.ask(
            AddMentor(program: "nova", name: "Wu Fang", email: EmailAddress("wu@example.org"), zone: "Asia/Shanghai"))
        #expect(try await akira.ask(OfferSwap(session: "nova-202701-w02-asia", to: "fang")).to == "Wu Fang")
        let plan = PlanSeason(program: "nova", without: ["Zoe"], withSlots: ["Joao Sat 10:00"])
        #expect(
            try await olga.ask(plan).consequences?.supposed == [
                "Zoe leads nothing from now on", "Joao also offers Sat 10:00 America/Sao_Paulo",
            ])
        #expect(
            try await olga.ask(ShowInvitation(session: "nova-202701-w01-asia", attendee: "Ada")).calendar
                .replacing("\r\n ", with: "").contains("ada@example.org"))
        #expect(
            try await olga.ask(AddOrganizer(program: "nova", email: "akira")).email.description == "akira@example.org")
        #expect(
            try await olga.ask(ShowLog(program: "nova", who: "akira")).allSatisfy {
                $0.actor?.description == "akira@example.org"
            })
        #expect(try await olga.ask(RemoveOrganizer(program: "nova", email: "akira")).name == "Akira")
        #expect(try await olga.ask(CreateToken(email: "Ada", program: "nova")).email.description == "ada@example.org")
        let moved = try await olga.ask(MovePerson(old: "Ada", new: EmailAddress("ada@moved.example"), dryRun: true))
        #expect(moved.old.description == "ada@example.org")
        #expect(try await olga.ask(BlockPerson(program: "nova", email: "Ada", dryRun: true)).person == "Ada Okafor")
        try fixture.clock.set("2027-01-05T10:00:00Z")
        #expect(
            try await akira.ask(RecordAttendance(session: "nova-202701-w01-asia", present: ["ada"])).present == [
                "Ada Okafor"
            ])
        #expect(
            try await akira.ask(RecordCoLeaders(session: "nova-202701-w01-asia", people: ["ada"])).coLeaders == [
                "Ada Okafor"
            ])
        let log = try await olga.ask(ShowLog(program: "nova"))
        let removed = try #require(log.first { $0.action == "removeOrganizer" })
        #expect(removed.subject == "akira@example.org" && removed.names?["akira@example.org"] == "Akira")
        #expect(log.allSatisfy { !($0.subject ?? "").lowercased().contains("akira ") })
    }

    @Test("who is new needs an address, also to organize: nobody gets rights by what they call themself")
    func newcomers() async throws {
        let two = try await TwoPrograms()
        let olga = try await two.asker("olga@example.org")
        await #expect(throws: Refusal.notFound("mentor of nova called", "Ada Okafor")) {
            try await olga.ask(AddOrganizer(program: "nova", email: "Ada Okafor"))
        }
        #expect(try await olga.ask(AddOrganizer(program: "nova", email: "ada@example.org")).name == "Ada Okafor")
    }
}

@Suite("A person whom somebody may not see")
struct UnseenPeopleTests {
    /// What each may try, with a name.
    private static let tries: [(String, @Sendable (Client, String) async throws -> Void)] = [
        ("progress", { _ = try await $0.ask(ShowProgress(program: "nova", person: $1)) }),
        ("evidence", { _ = try await $0.ask(ShowEvidence(program: "nova", person: $1)) }),
        ("why-not", { _ = try await $0.ask(ExplainAbsence(program: "nova", mentor: $1, week: 1)) }),
        ("nick", { _ = try await $0.ask(AddNickname(program: "nova", nickname: "n", person: $1)) }),
        ("away", { _ = try await $0.ask(ListAbsences(email: $1)) }),
        ("move", { _ = try await $0.ask(MovePerson(old: $1, new: EmailAddress("new@example.net"), dryRun: true)) }),
        ("invite", { _ = try await $0.ask(ShowInvitation(session: "nova-202701-w01-asia", attendee: $1)) }),
        ("swap", { _ = try await $0.ask(OfferSwap(session: "nova-202701-w01-asia", to: $1)) }),
        ("duty", { _ = try await $0.ask(OfferDutyTurn(turn: "nova-202701-w01-triage", to: $1)) }),
        ("attend", { _ = try await $0.ask(RecordAttendance(session: "nova-202701-w01-asia", present: [$1])) }),
        ("slots", { _ = try await $0.ask(ListSlots(program: "nova", mentor: $1)) }),
        ("mentor", { _ = try await $0.ask(RemoveMentor(program: "nova", email: $1, dryRun: true)) }),
        ("trainee", { _ = try await $0.ask(RemoveTrainee(program: "nova", email: $1, dryRun: true)) }),
        ("block", { _ = try await $0.ask(BlockPerson(program: "nova", email: $1, dryRun: true)) }),
        ("block everywhere", { _ = try await $0.ask(BlockEverywhere(email: $1, dryRun: true)) }),
        ("organizer", { _ = try await $0.ask(RemoveOrganizer(program: "nova", email: $1)) }),
        ("token", { _ = try await $0.ask(CreateToken(email: $1, program: "nova")) }),
        ("any token", { _ = try await $0.ask(CreateToken(email: $1)) }),
        ("log", { _ = try await $0.ask(ShowLog(program: "nova", who: $1)) }),
        ("whole log", { _ = try await $0.ask(ShowWholeLog(who: $1)) }),
        ("plan", { _ = try await $0.ask(PlanSeason(program: "nova", without: [$1])) }),
    ]

    /// Whoever asks, and the names of those whom they may not see.
    private static let unseen = [
        ("ada@example.org", ["Kim Lee", "Tova", "Ann Secret", "Olga"]),
        ("akira@example.org", ["Ann Secret", "Mei Tan"]),
        ("olga@example.org", ["Ann Secret", "Mei Tan", "Otto"]),
        ("ann@example.net", ["Ada Okafor", "Kim Lee", "Akira", "Tova"]),
        ("mei@example.net", ["Ada Okafor", "Akira", "Tova"]), ("otto@example.net", ["Ada Okafor", "Akira", "Tova"]),
    ]

    @Test("is answered for as nobody is, whoever asks for whatever", arguments: unseen.indices)
    func alike(index: Int) async throws {
        let (email, names) = Self.unseen[index]
        let two = try await TwoPrograms()
        _ = try await two.service.plan("nova", publish: true)
        let asker = try await two.asker(email)
        for (what, ask) in Self.tries {
            let nobody = await two.said(of: "Qqq Zzz", to: asker, ask)
            #expect(nobody != "nothing", "\(what)")
            for name in names {
                let said = await two.said(of: name, to: asker, ask)
                #expect(said == nobody, "\(email) asks \(what) for \(name)")
                #expect(!said.contains("@"), "\(said)")
            }
        }
    }

    @Test("is answered for as a stranger is, where an address to move to is theirs")
    func newAddress() async throws {
        let two = try await TwoPrograms()
        for (email, own) in [("ada@example.org", "ada@example.org"), ("olga@example.org", "kim@example.org")] {
            let asker = try await two.asker(email)
            var said: Set<String> = []
            for new in ["xyz@example.net", "ann@example.net", "otto@example.net", "lee@example.org"] {
                let move = MovePerson(old: try EmailAddress(own), new: try EmailAddress(new), dryRun: true)
                said.insert("\(try await asker.ask(move))".replacing(new, with: "NEW"))
            }
            #expect(said.count == 1)
        }
    }

    @Test("is not found, nor told apart, without a token", arguments: tries.indices)
    func anonymous(index: Int) async throws {
        let two = try await TwoPrograms()
        _ = try await two.service.plan("nova", publish: true)
        let nobody = two.fixture.client(.nobody)
        let (what, ask) = Self.tries[index]
        let said = await two.said(of: "Qqq Zzz", to: nobody, ask)
        #expect(said.hasPrefix("notAllowed this needs a token"), "\(what): \(said)")
        for name in ["Akira", "Ada Okafor", "Ann Secret", "kim"] {
            #expect(await two.said(of: name, to: nobody, ask) == said, "\(what) \(name)")
        }
    }

    @Test("whose address whoever asks may not see has it in no answer, whatever is refused")
    func noAddress() async throws {
        let two = try await TwoPrograms()
        _ = try await two.service.plan("nova", publish: true)
        for email in ["ada@example.org", "akira@example.org", "tova@example.org"] {
            let asker = try await two.asker(email)
            for (what, ask) in Self.tries {
                for name in ["Ada Okafor", "Zoe", "Joao", "Tova", "Kim Lee", "Akira", "okafor"] {
                    let said = await two.said(of: name, to: asker, ask)
                    let addresses = ["ada@", "zoe@", "joao@", "tova@", "kim@", "lee@", "akira@"].filter {
                        !email.hasPrefix($0) && said.contains($0)
                    }
                    #expect(addresses.isEmpty, "\(email) asks \(what) for \(name): \(said)")
                }
            }
        }
    }

    @Test("is not named to those who make an organizer of an address")
    func organizersAddress() async throws {
        let two = try await TwoPrograms()
        let olga = try await two.asker("olga@example.org")
        let added = try await olga.ask(AddOrganizer(program: "nova", email: "ann@example.net"))
        #expect(added.name == nil)
        #expect(try await olga.ask(ListOrganizers(program: "nova")).allSatisfy { $0.name == nil })
        await #expect(throws: Refusal.notFound("organizer of nova called", "Ann")) {
            try await olga.ask(RemoveOrganizer(program: "nova", email: "Ann"))
        }
        #expect(try await !"\(olga.ask(ShowLog(program: "nova")))".contains("Secret"))
        _ = try await olga.ask(RemoveOrganizer(program: "nova", email: "ann@example.net"))
    }

    @Test("by the mark of another program is nobody")
    func marks() async throws {
        let two = try await TwoPrograms()
        for (name, email) in [("Kim Lee", "kim@example.org"), ("Kim Lee", "lee@example.org")] {
            _ = try await two.service.ask(
                JoinProgram(program: "swift", name: name, email: EmailAddress(email), zone: "Asia/Tokyo"))
        }
        let (akira, mei) = (try await two.asker("akira@example.org"), try await two.asker("mei@example.net"))
        let said = await two.said(of: "kim", to: akira) {
            _ = try await $0.ask(ShowProgress(program: "nova", person: $1))
        }
        let marks = said.split(separator: "or write ").dropFirst().map { String($0.prefix { $0 != ")" }) }
        #expect(marks.count == 2)
        for mark in marks {
            await #expect(throws: Refusal.self) {
                try await mei.ask(ShowProgress(program: "swift", person: mark.replacing("NAME", with: "kim")))
            }
        }
    }
}
