import Testing

@testable import WebServer

@Suite("A document of YAML")
struct YAMLTests {
    @Test(
        "quotes a text that YAML would take for something else",
        arguments: [
            ("nova", "nova"), ("/programs/{program}", "/programs/{program}"), ("", "\"\""), ("true", "\"true\""),
            ("No", "\"No\""), ("3.1.0", "\"3.1.0\""), ("a: b", "\"a: b\""), ("a #b", "\"a #b\""), ("- a", "\"- a\""),
            ("$ref", "\"$ref\""), ("{a}", "\"{a}\""), ("a ", "\"a \""), ("it's", "\"it's\""), ("a\"b", "\"a\\\"b\""),
            ("a\nb", "\"a\\nb\""), ("é", "\"é\""),
        ])
    func scalars(text: String, written: String) {
        #expect(YAML.text(text).text == written + "\n")
    }

    @Test("lays lists and maps out in blocks, and what is empty on the line")
    func blocks() {
        let document: YAML = [
            "list": [1, ["a": true, "b": []], ["c", "d"]], "empty": [:], "sample": .json("{\"a\": 1}"),
        ]
        #expect(
            document.text == """
                list:
                  - 1
                  - a: true
                    b: []
                  - - c
                    - d
                empty: {}
                sample: {"a": 1}

                """)
    }
}
