import CivilTime
import Mentoring
import MentoringAPI
import Testing
import TimeZoneCatalog
import Wording

@Suite("What is said of a change of the file")
struct FileNoteTests {
    private static let weeks = (1...2).map { DutyCode(program: "nova", season: "202701", week: $0, duty: "triage") }
    private static let codes = (1...2).map { SessionCode(program: "nova", season: "202701", week: $0, region: .asia) }

    @Test(
        "those whom it does something to are named: nobody, one, several",
        arguments: [
            (FileNote.removed(.tentative("c", told: [])), "removed c, which was tentative"),
            (.removed(.tentative("c", told: ["Ann"])), "removed c, which was tentative; Ann is told"),
            (.removed(.offer(of: "c", told: ["Ann", "Bo"])), "removed the offer of c; Ann and Bo are told"),
            (.removed(.duty("Bug triage", volunteers: [], told: [], weeks: [])), "removed duty Bug triage"),
            (
                .removed(.duty("Bug triage", volunteers: ["Ann"], told: ["Ann"], weeks: [weeks[0]])),
                "removed duty Bug triage; Ann takes turns at it no more; Ann is told of nova-202701-w01-triage"
            ),
            (
                .removed(.volunteer("Ann", for: "Bug triage", weeks: [], told: [])),
                "removed volunteer for Bug triage: Ann"
            ),
            (
                .removed(.volunteer("Ann", for: "Bug triage", weeks: [weeks[0]], told: [weeks[0]])),
                "removed volunteer for Bug triage: Ann, who has nova-202701-w01-triage no more once the season is planned again, and is told of that"
            ),
            (
                .removed(.volunteer("Ann", for: "Bug triage", weeks: weeks, told: [weeks[0]])),
                "removed volunteer for Bug triage: Ann, who has nova-202701-w01-triage and nova-202701-w02-triage no more once the season is planned again, and is told of nova-202701-w01-triage"
            ),
            (.removed(.mentor("Ann", leading: [])), "removed mentor Ann"),
            (
                .removed(.mentor("Ann", leading: codes)),
                "removed mentor Ann, who leads nova-202701-w01-asia and nova-202701-w02-asia no more once the season is planned again"
            ),
            (
                .changed(.queue(.movesUp(["Ann"], in: "c"))),
                "changed c: Ann moves up from the waiting list, and is told"
            ),
            (
                .changed(.queue(.movesUp(["Ann", "Bo"], in: "c"))),
                "changed c: Ann and Bo move up from the waiting list, and are told"
            ),
        ] as [(FileNote, String)])
    func people(note: FileNote, said: String) {
        #expect("\(note.change)" == said)
    }

    @Test(
        "what sessions keep is said only where some do",
        arguments: [
            (FileNote.changed(.field(.init("minutes", from: "60", to: "90"))), "changed minutes 60 → 90"),
            (
                .changed(.field(.init("minutes", from: "60", to: "90"), lengthsKept: [codes[0]])),
                "changed minutes 60 → 90; announced sessions keep theirs: nova-202701-w01-asia"
            ),
            (.changed(.capacity(nil, from: 4, to: 2, crowded: [])), "changed capacity 4 → 2"),
            (
                .changed(.capacity("202701", from: 4, to: 2, crowded: [.init(codes[0], seats: 3)])),
                "changed capacity of the season 202701 4 → 2; nova-202701-w01-asia keeps 3 seats, which are taken"
            ),
            (.hint(.leavesAnnounced(1)), "hint: the next plan leaves the announced session as it is"),
            (.hint(.leavesAnnounced(2)), "hint: the next plan leaves all 2 announced sessions as they are"),
            (
                .hint(.changesAnnounced([codes[0]])),
                "hint: the next plan changes 1 announced session, and tells those concerned: nova-202701-w01-asia"
            ),
        ] as [(FileNote, String)])
    func sessions(note: FileNote, said: String) {
        #expect("\(note.change)" == said)
    }

    @Test("what stays though the file says something else is said with the three that differ, and nothing else is")
    func versions() {
        let versions = ProgramChange.Versions(
            what: OwnField.of("Akira", key: "max-per-month").words, applied: "2", inForce: "1", way: nil, by: nil,
            set: nil, file: "3")
        let kept = FileNote.kept(.field(versions)).change
        #expect("\(kept)" == "kept: Akira’s own max-per-month 1; the file says 3" && kept.versions == versions)
        let gone = FileNote.kept(.removal(of: .mentor("Akira"))).change
        #expect("\(gone)" == "kept: no mentor Akira, removed since; the file has it" && gone.versions == nil)
    }
}
