import Mentoring
import MentoringAPI
import MentoringService
import TestSupport
import TimeZoneCatalog

extension ChangedFile {
    /// The ten that an organizer makes most.
    static let ten: [ChangedFile] = [
        ChangedFile(
            "A mentor gets another name", "`name: Akira` becomes `name: Akiko`", [("name: Akira", "name: Akiko")],
            [
                ask("Akira called themself Akiko, too", SetMentor(program: "nova", name: "Akiko"), as: "akira"),
                ask("Akira called themself Akira Sato", SetMentor(program: "nova", name: "Akira Sato"), as: "akira"),
            ]),
        ChangedFile(
            "A mentor gets another address",
            "Akira’s `email:` becomes akira@new.example.net, with `formerly: [akira@example.org]`",
            [
                (
                    "email: akira@example.org",
                    "email: akira@new.example.net, formerly: [akira@example.org]"
                )
            ],
            [
                moved("Akira moved to the same address", to: "akira@new.example.net"),
                moved("Akira moved to a third address", to: "akira@third.example.net"),
            ]),
        ChangedFile(
            "A mentor gets another zone", "Akira’s `zone: Asia/Tokyo` becomes `zone: Asia/Kolkata`",
            [("zone: Asia/Tokyo", "zone: Asia/Kolkata")],
            [
                ask("Akira moved to Kolkata, too", SetMentor(program: "nova", zone: "Asia/Kolkata"), as: "akira"),
                ask("Akira moved to Sydney", SetMentor(program: "nova", zone: "Australia/Sydney"), as: "akira"),
            ]),
        ChangedFile(
            "A mentor is deleted", "Zoe’s entry is gone", [(entry(of: "Zoe"), "")],
            [
                ask("Zoe took a limit of 1 a month", SetMentor(program: "nova", maxPerMonth: 1), as: "zoe"),
                Meanwhile(words: "Zoe published a slot on Fri 09:00, too") { fixture in
                    _ = try await fixture.service.ask(
                        PublishSlot(program: "nova", mentor: EmailAddress("zoe@example.org"), when: "Fri 09:00"))
                },
                Meanwhile(words: "an organizer took Zoe out by a command") { fixture in
                    _ = try await fixture.service.ask(
                        RemoveMentor(program: "nova", email: EmailAddress("zoe@example.org")))
                },
            ]),
        ChangedFile(
            "A slot is deleted", "Akira’s `{ every: \"Tue 17:00\" }` is gone", [("{ every: \"Tue 17:00\" }, ", "")],
            [
                Meanwhile(words: "Akira withdrew the slot") { fixture in
                    let slots = try await fixture.service.ask(ListSlots(program: "nova"))
                    for slot in slots where slot.summary == "Tue 17:00" {
                        _ = try await fixture.service.ask(WithdrawSlot(slot: slot.id))
                    }
                }
            ]),
        ChangedFile(
            "Another cadence", "`cadence: every-region` becomes `cadence: one-region-a-week`",
            [("every-region", "one-region-a-week")],
            [copy("every second week", [("every-region", "every-region\nmeets: every-2-weeks")])]),
        ChangedFile(
            "Another start", "`start: 2027-01-04` becomes `start: 2027-01-11`; nothing has been announced yet",
            [("2027-01-04", "2027-01-11")], isAnnounced: false,
            [
                copy("a start on 2027-01-18", [("2027-01-04", "2027-01-18")]),
                Meanwhile(words: "an organizer published the plan") { fixture in
                    _ = try await fixture.service.plan("nova", publish: true)
                },
            ]),
        ChangedFile(
            "Fewer seats than are taken", "`capacity: 2` becomes `capacity: 1`; Ann and Bob have seats, and Cyd waits",
            [("capacity: 2", "capacity: 1")],
            [
                Meanwhile(words: "Bob left, and Cyd moved up") { fixture in
                    _ = try await fixture.service.ask(
                        Leave(session: "nova-202701-w01-asia"), as: EmailAddress("bob@example.org"))
                },
                copy("3 seats", [("capacity: 2", "capacity: 3")]),
            ]),
        ChangedFile(
            "A region more",
            "`regions:` has americas, too, and there is an entry for Joao with `{ every: \"Thu 14:00\" }`",
            [
                ("asia, europe]", "asia, europe, americas]"),
                (
                    "mentors:\n",
                    "mentors:\n  - { name: Joao, email: joao@example.org, zone: America/Sao_Paulo, min-gap-weeks: 1, max-per-month: 4,\n      slots: [{ every: \"Thu 14:00\" }] }\n"
                ),
            ],
            [
                Meanwhile(words: "an organizer entered Joao for Europe by a command, with 1 a month") { fixture in
                    _ = try await fixture.service.ask(
                        AddMentor(
                            program: "nova", name: "Joao", email: EmailAddress("joao@example.org"),
                            zone: "America/Sao_Paulo", region: .europe, maxPerMonth: 1))
                }
            ]),
        ChangedFile(
            "A season more", "there are `seasons:`, and `{ start: 2027-02-01, weeks: 4 }` comes after the first",
            [(season, "seasons: [{ start: 2027-01-04, weeks: 4 }, { start: 2027-02-01, weeks: 4 }]")],
            [
                copy(
                    "one from 2027-02-08",
                    [(season, "seasons: [{ start: 2027-01-04, weeks: 4 }, { start: 2027-02-08, weeks: 4 }]")])
            ]),
    ]

    private static let season = "season: { start: 2027-01-04, weeks: 4 }"

    private static func entry(of name: String) -> String {
        before.split(separator: "  - ").first { $0.contains("name: \(name),") }.map { "  - \($0)" } ?? ""
    }

    private static func ask(_ words: String, _ request: SetMentor, as name: String) -> Meanwhile {
        Meanwhile(words: words) { fixture in
            _ = try await fixture.service.ask(request, as: EmailAddress("\(name)@example.org"))
        }
    }

    private static func moved(_ words: String, to address: String) -> Meanwhile {
        Meanwhile(words: words) { fixture in
            let old = try EmailAddress("akira@example.org")
            _ = try await fixture.service.ask(MovePerson(old: old, new: EmailAddress(address)), as: old)
            try await fixture.confirmMove()
        }
    }

    /// What only files say, somebody changes by another copy of the file.
    private static func copy(_ what: String, _ edits: [(old: String, new: String)]) -> Meanwhile {
        let text = edited(edits)
        return Meanwhile(words: "another organizer applied a copy with \(what)") { fixture in
            try await fixture.apply(text)
        }
    }
}
