import Templates
import Testing

@Suite("What templates find")
struct FieldTests {
    private enum Word: String, Encodable { case first, second }

    private struct Inner: Encodable {
        let text: String
        let number: Int?
    }

    private struct Page: Encodable {
        var name = "Ada"
        var count = 3
        var isOpen = true
        var note: String?
        var word = Word.second
        var inner: Inner? = Inner(text: "t", number: nil)
        var list = [Inner(text: "a", number: 1)]
        var texts = ["x", ""]
        var nothing: [String] = []
        var maybe: [Int?] = [1, nil]
        var computed: String { "not stored" }
    }

    @Test("a structure's stored properties by their names, without what is nil")
    func structure() throws {
        #expect(
            try Field(of: Page())
                == .fields([
                    "name": "Ada", "count": "3", "isOpen": true, "word": "second", "inner": .fields(["text": "t"]),
                    "list": .list([.fields(["text": "a", "number": "1"])]), "texts": .list(["x", ""]),
                    "nothing": .list([]), "maybe": .list(["1"]),
                ]))
    }

    @Test("nothing is nothing, and one value is that value")
    func single() throws {
        #expect(try Field(of: Optional<Inner>.none) == nil)
        #expect(try Field(of: "text") == "text")
        #expect(try Field(of: false) == false)
        #expect(try Field(of: Int64(7)) == "7")
        #expect(try Field(of: UInt8(7)) == "7")
        #expect(try Field(of: 0.5) == "0.5")
        #expect(try Field(of: [Int64(7)]) == .list(["7"]))
    }
}
