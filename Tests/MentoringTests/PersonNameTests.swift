import Mentoring
import MentoringAPI
import MentoringService
import Persistence
import ProgramFile
import TestSupport
import Testing

@Suite("A person's name")
struct PersonNameTests {
    @Test(
        "is taken as people write it in their own script",
        arguments: [
            "José", "Nguyễn Văn A", "Nguyê\u{303}n", "O’Brien", "O'Brien", "Jean-Luc", "محمد", "محمّد بن سلمان", "王小明",
            "Олена Шевченко", "שרה", "שָׂרָה", "Þór", "İpek", "ʻOkina", "Kaʻiulani", "佐藤 Akira", "さとう アキラ 晃", "サトー・アキラ",
            "김 민수", "Kim 민수", "ไพลิน ศรีสุข", "प्रिया", "क्\u{200D}ष", "عليّ\u{200C}رضا", "සුනිල් ශ්\u{200D}රී", "ගාමිණී",
            "Ada Lovelace (London)", "Mª José", "Müller 3", "Ελένη", "გიორგი", "Ἀλέξανδρος", "D. J. Bernstein", "R2-D2",
        ])
    func real(name: String) throws {
        #expect(try PersonName.validated("  \(name) ") == name)
    }

    @Test(
        "that mixes scripts, or holds what nobody sees, is refused",
        arguments: [
            "\u{410}kira Sato", "Akira S\u{430}to", "Ακira", "Akira Сато", "Ada\u{5D0}", "Adaم", "\u{13AA}da", "Adaก",
            "A\u{200B}da", "A\u{200D}da", "A\u{200C}da", "علي\u{200C}", "\u{202E}adA", "A\u{2066}da", "\u{200F}Ada",
            "\u{61C}Ada", "A\u{AD}da", "A\u{34F}da", "Ada\u{FE0F}", "Ada\u{E0041}", "Ada\u{E000}", "Ada\u{378}",
            "A\u{3164}da", "\u{115F}da", "Ada\u{2800}", "Ada\u{A0}Okafor", "Ada\u{3000}Okafor", "Ada  Okafor",
            "A\u{301}\u{302}\u{303}\u{304}\u{305}da", "A\u{301}\u{301}da", "\u{301}Ada", "Ada \u{301}", "123", "---",
            "",
            "A\u{2028}da", "A\u{7}da",
        ])
    func unreadable(name: String) {
        #expect(throws: BadInput.self) { try PersonName.validated(name) }
    }

    @Test(
        "is found by whoever cannot type all of it",
        arguments: [
            ("José Luis García", "jose luis garcia"), ("Nguyễn Văn A", "NGUYEN VAN A"), ("Łukasz Żak", "lukasz zak"),
            ("Søren Ærø", "soren aero"), ("Jürgen Groß", "jurgen gross"), ("Þór", "thor"), ("İpek", "ipek"),
            ("שָׂרָה", "שרה"), ("محمّد", "محمد"), ("Ἀλέξανδρος", "αλεξανδρος"), ("Артём", "артем"),
            ("Ｋｉｍ", "kim"), ("\u{2067}שרה\u{2069}", "שרה"), ("Ada\u{200F}", "ada"),
        ])
    func spoken(name: String, text: String) {
        #expect(PersonName.spokenWords(name) == PersonName.spokenWords(text))
    }

    @Test(
        "is another where what differs is no accent",
        arguments: [("ガーナ", "カーナ"), ("ไพลิน", "ไพลน"), ("प्रिया", "प्रया"), ("김", "금"), ("Anna", "Ann")])
    func different(name: String, text: String) {
        #expect(PersonName.spokenWords(name) != PersonName.spokenWords(text))
    }

    @Test("is folded alike whether or not all of it is ASCII")
    func folded() {
        for byte in UInt8(0)..<0x80 {
            let sign = String(UnicodeScalar(byte))
            #expect(PersonName.folded("\(sign)é") == PersonName.folded(sign) + "é")
        }
        #expect(PersonName.folded("ADA Okafor-2") == "ada okafor-2")
        #expect(PersonName.folded("") == "")
        #expect(PersonName.words(" ADA \t Okafor\r\n") == ["ada", "okafor"])
        #expect(PersonName.words("Ａｄａ OKAFOR") == PersonName.words("ada okafor"))
    }

    @Test("is refused wherever it comes from", arguments: ["\u{410}kira", "A\u{200B}nn", "A\u{301}\u{301}nn"])
    func everyDoor(name: String) async throws {
        let fixture = try await Fixture.with(small())
        let new = try EmailAddress("new@example.org")
        await #expect(throws: BadInput.self) {
            try await fixture.service.ask(JoinProgram(program: "nova", name: name, email: new, zone: "Etc/UTC"))
        }
        await #expect(throws: BadInput.self) {
            try await fixture.service.ask(AddMentor(program: "nova", name: name, email: new, zone: "Asia/Tokyo"))
        }
        await #expect(throws: BadInput.self) {
            try await fixture.apply(small().replacing("name: Akira,", with: "name: \"\(name)\","))
        }
        let ann = try await fixture.join("ann")
        await #expect(throws: BadInput.self) {
            try await fixture.service.ask(AddNickname(program: "nova", nickname: name, person: ann), as: ann)
        }
    }

    @Test(
        "of somebody who leads the program is nobody else's, however it is written",
        arguments: ["Akira", "akira", "AKIRA", "Ａｋｉｒａ", "𝐀kira", "Ak1ra", "A-kira", "Aklra"])
    func leaders(name: String) async throws {
        let fixture = try await Fixture.with(small())
        let new = try EmailAddress("new@example.org")
        for _ in 1...2 {
            let refusal = await #expect(throws: Refusal.self) {
                try await fixture.service.ask(JoinProgram(program: "nova", name: name, email: new, zone: "Etc/UTC"))
            }
            #expect(refusal?.reason == .conflict)
        }
        // Nor does anybody take it on later, nor as a nickname.
        _ = try await fixture.service.ask(JoinProgram(program: "nova", name: "New", email: new, zone: "Etc/UTC"))
        await #expect(throws: Refusal.self) { try await fixture.service.ask(SetPerson(name: name), as: new) }
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(AddNickname(program: "nova", nickname: name, person: new), as: new)
        }
        // It stays its bearer's own.
        _ = try await fixture.service.ask(
            JoinProgram(program: "nova", name: name, email: EmailAddress("akira@example.org"), zone: "Asia/Tokyo"))
    }

    @Test("of an organizer is nobody else's")
    func organizers() async throws {
        let fixture = try await Fixture.with(small())
        let grace = try await fixture.join("grace")
        _ = try await fixture.service.addOrganizer(grace, to: "nova")
        await #expect(throws: Refusal.self) {
            try await fixture.service.ask(
                JoinProgram(program: "nova", name: "Grace", email: EmailAddress("new@example.org"), zone: "Etc/UTC"))
        }
    }

    @Test("that was stored before the rule stays, and its program can be applied again")
    func stored() async throws {
        let fixture = try await Fixture.with(small())
        let name = "\u{410}kira  Sato"
        try await fixture.store.write { transaction in
            var akira = try #require(try transaction.person(EmailAddress("akira@example.org")))
            akira.name = name
            try transaction.update(akira)
            try transaction.save(Introduction(program: "nova", person: akira.id, name: name, zone: akira.zone))
        }
        let exported = try await fixture.service.ask(ExportProgram(program: "nova")).text
        #expect(try await fixture.apply(exported) == [])
        #expect(try await fixture.service.ask(ListMentors(program: "nova")).contains { $0.name == name })
    }
}
