import Templates
import Testing

@Suite("Templates")
struct TemplateTests {
    private func rendered(_ text: String, _ fields: [String: Field] = [:]) throws -> String {
        try Template(text).render(.fields(fields))
    }

    @Test(
        "a value stands where its name stands",
        arguments: [
            ("{{name}}", "Ada &amp; Bo"), ("{{{name}}}", "Ada & Bo"), ("{{ name }}!", "Ada &amp; Bo!"),
            ("{{none}}", ""),
            ("{{inner.deep}}", "there"), ("{{inner.none}}", ""),
            ("{{#inner}}{{deep}}, {{number}}{{/inner}}", "there, 7"),
            ("{{truth}}", "true"), ("{{list}}", ""), ("{ {name} }", "{ {name} }"), ("", ""),
            ("{{! nothing of it }}x", "x"),
        ])
    func values(template: String, text: String) throws {
        #expect(
            try rendered(
                template,
                [
                    "name": "Ada & Bo", "number": "7", "truth": true, "list": .list(["a"]),
                    "inner": .fields(["deep": "there"]),
                ]) == text)
    }

    @Test(
        "a section stands for each, once, or not at all",
        arguments: [
            ("{{#list}}<{{.}}>{{/list}}", "<a><b>"), ("{{^list}}none{{/list}}", ""), ("{{#empty}}x{{/empty}}", ""),
            ("{{^empty}}none{{/empty}}", "none"), ("{{#yes}}x{{/yes}}{{^yes}}y{{/yes}}", "x"),
            ("{{#no}}x{{/no}}{{^no}}y{{/no}}", "y"), ("{{#gone}}x{{/gone}}{{^gone}}y{{/gone}}", "y"),
            ("{{#text}}[{{.}}]{{/text}}", "[t]"), ("{{#blank}}[{{.}}]{{/blank}}", "[]"),
            ("{{#rows}}{{name}}{{text}} {{/rows}}", "1t 2t "),
            ("{{#list}}{{#list}}{{.}}{{/list}} {{/list}}", "ab ab "),
        ])
    func sections(template: String, text: String) throws {
        #expect(
            try rendered(
                template,
                [
                    "list": .list(["a", "b"]), "empty": .list([]), "yes": true, "no": false, "text": "t", "blank": "",
                    "rows": .list([.fields(["name": "1"]), .fields(["name": "2"])]),
                ]) == text)
    }

    @Test("the line of a tag that stands alone is not there, and others stay as they are")
    func lines() throws {
        let template =
            "a\n  {{#yes}}\nb {{#yes}}c{{/yes}}\n\t{{/yes}} \n{{^yes}}\nd\n{{/yes}}\n\n{{#yes}} e{{/yes}}\n{{#yes}}\nf\n{{/yes}}"
        #expect(try rendered(template, ["yes": true]) == "a\nb c\n\n e\nf\n")
    }

    @Test("what would be markup is escaped byte by byte, also before an accent that joins it")
    func escaping() throws {
        let hostile = "<script>'\"&\u{301}\"\u{301}>"
        #expect(
            try rendered("{{x}}", ["x": .text(hostile)])
                == "&lt;script&gt;&#39;&quot;&amp;\u{301}&quot;\u{301}&gt;")
        #expect(HTMLText.escaped("\0 a") == "\0 a")
        // Markup at the beginning, at the end, alone and side by side, and what a string of another make holds.
        for (text, escaped) in [
            ("", ""), ("<", "&lt;"), ("<a", "&lt;a"), ("a<", "a&lt;"), ("<>", "&lt;&gt;"), ("é&é", "é&amp;é"),
            (String("xx<i>xx".dropFirst(2).dropLast(2)), "&lt;i&gt;"),
        ] {
            #expect(HTMLText.escaped(text) == escaped)
        }
        // What is filled in is no template.
        #expect(try rendered("{{x}}", ["x": "{{x}} {{{x}}}"]) == "{{x}} {{{x}}}")
    }

    @Test("templates include one another, and fill each other's blocks")
    func including() throws {
        let templates = try Template.linked([
            "page": "<{{$title}}no title{{/title}}>\n{{$content}}{{/content}}\n{{> foot}}\n",
            "plain": "{{<page}}{{/page}}",
            "own":
                "{{<page}}\n{{$title}}{{name}}{{/title}}\n{{$content}}\n{{#rows}}\n{{> row}}\n{{/rows}}\n{{/content}}\n{{/page}}\n",
            "row": "- {{name}}\n", "foot": "by {{name}}",
        ])
        let fields = Field.fields(["name": "Ada", "rows": .list([.fields(["name": "1"]), .fields(["name": "2"])])])
        #expect(templates["plain"]?.render(fields) == "<no title>\n\nby Ada")
        #expect(templates["own"]?.render(fields) == "<Ada>\n- 1\n- 2\n\nby Ada")
    }

    @Test(
        "what cannot be read is said when it is read, not when it is rendered",
        arguments: [
            ("{{name", TemplateError.unfinishedTag), ("{{{name}}", .unfinishedTag), ("{{", .unfinishedTag),
            ("{{#a}}", .unclosed("a")), ("{{#a}}{{#b}}{{/a}}{{/b}}", .unopened("a")), ("{{/a}}", .unopened("a")),
            ("{{> other}}", .unknown("other")), ("{{<other}}{{/other}}", .unknown("other")),
        ])
    func malformed(template: String, error: TemplateError) throws {
        #expect(throws: error) { try Template(template) }
    }

    @Test("a template that includes itself is refused, by whatever way")
    func endless() {
        #expect(throws: TemplateError.self) { try Template.linked(["a": "{{> b}}", "b": "{{#x}}{{> a}}{{/x}}"]) }
        #expect(throws: TemplateError.self) { try Template.linked(["a": "{{<a}}{{/a}}"]) }
    }
}
