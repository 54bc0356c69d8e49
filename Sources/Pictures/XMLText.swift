import Mentoring

/// Text in an XML document, such as a picture.
public enum XMLText {
    /// The text with every character replaced that would be markup, or that XML 1.0 does not allow at all (§2.2, §2.4).
    public static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in OneLine.shown(text).unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
