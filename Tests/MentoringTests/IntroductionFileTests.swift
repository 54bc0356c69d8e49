import ICalendar
import Mentoring
import ProgramFile
import Testing
import TimeZoneCatalog

@Suite("What a program's file says of the program")
struct IntroductionFileTests {
    @Test("is read as it is meant, and written so that it reads back the same")
    func roundTrip() throws {
        let file = """
            \(FileOfKeys.shortest)
            about: |

              For whoever   reviews: “Nova”.  
              # no comment

              Second. https://example.org
            conduct: https://example.org/conduct
            """
        let document = try FileOfKeys.read(file)
        #expect(
            document.program.about == "For whoever   reviews: “Nova”.\n# no comment\n\nSecond. https://example.org")
        #expect(document.program.conduct == "https://example.org/conduct")
        #expect(try FileOfKeys.read(document.yaml()) == document)
        #expect(
            ProgramIntroduction.paragraphs(of: document.program.about ?? "") == [
                "For whoever   reviews: “Nova”. # no comment", "Second. https://example.org",
            ])
    }

    @Test(
        "is refused where it cannot be shown",
        arguments: [
            ("about: \"\"", "says nothing"), ("about: \"a\\u001bb\"", "control characters"),
            ("about: \"a\\u202eb\"", "control characters"),
            ("about: \(String(repeating: "a", count: 4001))", "at most 4000"),
            ("conduct: javascript:alert(1)", "not the address of a page"), ("conduct: https://", "not the address"),
            ("conduct: https://a b", "not the address"), ("conduct: ftp://a", "not the address"),
        ])
    func refused(line: String, words: String) {
        let error = #expect(throws: BadInput.self) { try FileOfKeys.read("\(FileOfKeys.shortest)\n\(line)") }
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }
}
