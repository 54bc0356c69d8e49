import Testing

@testable import WebServer

@Suite("Templates")
struct TemplateTests {
    private struct Page {
        let title = "Tea & <cake>"
        let table = "<table>"
        let place = Place()
        let people = [Person(name: "Ada", city: "Lagos"), Person(name: "Bo", city: nil)]
        let words = ["one", "\"two\""]
        let nothing: String? = nil
        let isOpen = true
        let isFull = false
        let number = 3
        let none: [String] = []
    }
    private struct Place { let city = "Bogotá" }
    private struct Person {
        let name: String
        let city: String?
    }

    @Test(
        "write what a page has",
        arguments: [
            ("{{title}} {{{table}}} {{number}}", "Tea &amp; &lt;cake&gt; <table> 3"),
            ("{{place.city}}{{place.other}}{{other}}.", "Bogotá."),
            ("{{#people}}{{name}} of {{city}} {{/people}}", "Ada of Lagos Bo of  "),
            (
                "{{#people}}{{#city}}{{name}} of {{.}}{{/city}}{{^city}}{{name}}{{/city}} {{/people}}",
                "Ada of Lagos Bo "
            ),
            (
                "{{#words}}{{.}},{{/words}}{{#place}}{{city}} {{title}}{{/place}}",
                "one,&quot;two&quot;,Bogotá Tea &amp; &lt;cake&gt;"
            ),
            ("{{#isOpen}}a{{/isOpen}}{{#isFull}}b{{/isFull}}{{^isFull}}c{{/isFull}}{{^nothing}}d{{/nothing}}", "acd"),
            ("{{^none}}none{{/none}}{{#none}}some{{/none}}{{^people}}nobody{{/people}}", "none"),
            ("a\n{{#people}}\n{{name}}\n{{/people}}\nb", "a\nAda\nBo\nb"),
            ("{{! said to nobody }}\n  {{#isOpen}}  \nx\n  {{/isOpen}}\n", "x\n"),
            ("{{#isOpen}} x {{/isOpen}}\n{{> small}}\ny", " x \nsmall Tea &amp; &lt;cake&gt;\ny"),
            ("{{<frame}}\nlost\n{{$content}}{{title}}{{/content}}\n{{/frame}}", "<Tea &amp; &lt;cake&gt;|usual>"),
            ("{{<inner}}{{$content}}mine{{/content}}{{/inner}}", "<mine|theirs>"),
        ])
    func written(template: String, text: String) throws {
        let templates = [
            "it": try Template(template), "small": try Template("small {{title}}\n"),
            "frame": try Template("<{{$content}}{{/content}}|{{$foot}}usual{{/foot}}>"),
            "inner": try Template("{{<frame}}{{$content}}other{{/content}}{{$foot}}theirs{{/foot}}{{/frame}}"),
        ]
        let page = try #require(TemplateValue(Page()))
        #expect(TemplateWriter.text(of: page, by: "it", of: templates) == text)
    }

    @Test(
        "are refused when they are none",
        arguments: ["{{title", "{{#people}}", "{{/people}}", "{{#a}}{{/b}}", "{{{a}}", "{{&a}}", "{{=<% %>=}}", "{{}}"])
    func refused(template: String) {
        #expect(throws: Template.Malformed.self) { try Template(template) }
    }
}
