import Testing
import TimeZoneCatalog

@Suite("The nearest names")
struct NearestTests {
    private static let fruit = ["apple", "apricot", "banana", "cherry", "grape", "Grapes"]

    @Test(
        "are those at the smallest distance",
        arguments: [
            ("aple", ["apple"]), ("appel", ["apple"]), ("BANANA", ["banana"]), ("grap", ["grape"]),
            ("grapse", ["grape", "Grapes"]), ("chery", ["cherry"]), ("xyz", []), ("", []), ("kiwi", []),
            ("Che", ["cherry"]), ("gr", []),
        ])
    func nearestNames(word: String, expected: [String]) {
        #expect(nearest(to: word, among: Self.fruit) == expected)
    }

    @Test(
        "of one character are those that begin with it, where it is a syllable",
        arguments: [("김", ["김서연"]), ("佐", ["佐藤"]), ("藤", []), ("अ", ["अनन्या"]), ("Z", []), ("1", []), ("김서", ["김서연"])])
    func syllables(word: String, expected: [String]) {
        #expect(nearest(to: word, among: ["明", "佐藤", "김서연", "अनन्या", "Zoe", "Bo", "12"]) == expected)
    }

    @Test("are at most as many as asked for")
    func limit() {
        let names = ["aa", "ab", "ac", "ad"]
        #expect(nearest(to: "ax", among: names) == ["aa", "ab", "ac"])
        #expect(nearest(to: "ax", among: names, limit: 1) == ["aa"])
        #expect(nearest(to: "ax", among: [], limit: 1).isEmpty)
    }
}
