import Mentoring
import MentoringAPI
import MentoringService
import Testing
import TimeZoneCatalog

@Suite("A failure")
struct FailureTests {
    @Test("is read from the error that it stands for, whatever its kind", arguments: Failure.Kind.allCases)
    func bothDirections(kind: Failure.Kind) {
        let failure = Failure(kind, "words")
        let again = Failure(failure.error)
        #expect((again.kind, again.words) == (kind, failure.words))
        #expect(Failure.Kind(rawValue: kind.rawValue) == kind)
    }

    @Test("has the exit code that is promised, and a status that says whose fault it is")
    func codes() {
        let codes = Dictionary(grouping: Failure.Kind.allCases, by: \.exitCode).mapValues {
            $0.map(\.rawValue).sorted()
        }
        #expect(
            codes == [
                1: ["conflict", "frozen", "full", "not-allowed", "not-found"], 64: ["usage"], 65: ["bad-input"],
                69: ["busy", "unreachable"], 74: ["internal", "output", "storage"],
            ])
        for kind in Failure.Kind.allCases { #expect((kind.status >= 500) == (kind.exitCode > 65)) }
    }

    @Test("of this machine's own matters says elsewhere neither where its files are nor what another's words were")
    func elsewhere() {
        for error in [StorageFailure("/var/lib/x is full"), BadKey(name: "/var/lib/x")] as [any Error] {
            #expect(!Failure(error).wordsElsewhere.contains("/var"))
            #expect(Failure(error).words.contains("/var"))
        }
        #expect(
            Failure(StorageFailure("x", mayHaveBeenSaved: true)).wordsElsewhere.contains("may have been saved or not"))
        #expect(
            Failure(Refusal(.full, "nova-202701-w01-asia is full")).wordsElsewhere == "nova-202701-w01-asia is full")
    }

    private struct BadKey: Error {
        let name: String
    }
}
