/// Rule 2: escapes (RFC 5545 §3.3.11).
enum TextRules {
    /// Properties whose value is one TEXT.
    private static let texts: Set = [
        "SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "UID", "TZID", "TZNAME", "PRODID", "NAME",
        "X-WR-CALNAME", "X-WR-CALDESC", "X-WR-TIMEZONE", "RELATED-TO", "STATUS", "CLASS", "TRANSP", "METHOD", "VERSION",
        "CALSCALE", "ACTION", "COLOR",
    ]
    /// Properties whose value is a list of TEXTs.
    private static let listsOfTexts: Set = ["CATEGORIES", "RESOURCES"]

    static func judge(_ component: CalendarComponent, _ findings: inout Findings) {
        for property in component.properties {
            if property.name == "X-LIC-ERROR" {
                findings.error(
                    property.line, .text,
                    "X-LIC-ERROR is libical's note that it could not read what was written; correct that and leave the note out"
                )
            }
            let isText = property.parameter("VALUE").map { $0.asciiUppercased == "TEXT" } ?? true
            guard isText else { continue }
            if texts.contains(property.name) {
                judge(property, isList: false, &findings)
            } else if listsOfTexts.contains(property.name) {
                judge(property, isList: true, &findings)
            }
        }
        for child in component.children { judge(child, &findings) }
    }

    private static func judge(_ property: ContentLine, isList: Bool, _ findings: inout Findings) {
        var bare: Set<UInt8> = []
        var isAfterBackslash = false
        var badEscape = false
        for byte in property.value.utf8 {
            if isAfterBackslash {
                badEscape = badEscape || !#"\;,nN"#.utf8.contains(byte)
                isAfterBackslash = false
            } else if byte == UInt8(ascii: "\\") {
                isAfterBackslash = true
            } else if byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") && !isList {
                bare.insert(byte)
            }
        }
        let name = property.name
        for byte in bare.sorted() {
            let mark = Unicode.Scalar(byte)
            findings.error(
                property.line, .text, "\(name) holds “\(mark)” without a backslash before it; write “\\\(mark)”")
        }
        if badEscape || isAfterBackslash {
            findings.error(
                property.line, .text,
                #"\#(name) holds a backslash that escapes nothing; write “\\” for a backslash, “\n” for a line break"#)
        }
    }
}
