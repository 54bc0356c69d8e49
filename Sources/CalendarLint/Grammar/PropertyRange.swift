/// The values that a property may have beyond what its type asks (RFC 5545 §3.7, §3.8; RFC 7986 §5.9).
enum PropertyRange {
    /// What is wrong with a value of the right type and what to write, or nil.
    static func complaint(about property: ContentLine, in kind: String) -> String? {
        let value = property.value
        switch property.name {
        case "PRIORITY": return outside(0...9, value)
        case "PERCENT-COMPLETE": return outside(0...100, value)
        case "REPEAT": return outside(0...Int(Int32.max), value)
        case "GEO": return isPlace(value) ? nil : "write latitude;longitude such as 48.85;2.35"
        case "REQUEST-STATUS": return isRequestStatus(value) ? nil : "write CODE;TEXT such as 2.0;Success"
        case "VERSION": return value == "2.0" ? nil : "write 2.0"
        case "CALSCALE": return unlisted(value, ["GREGORIAN"], allowsOthers: false)
        case "STATUS": return statuses[kind].flatMap { unlisted(value, $0, allowsOthers: false) }
        case "TRANSP": return unlisted(value, ["OPAQUE", "TRANSPARENT"], allowsOthers: false)
        case "CLASS": return unlisted(value, ["PUBLIC", "PRIVATE", "CONFIDENTIAL"], allowsOthers: true)
        case "ACTION": return unlisted(value, ["AUDIO", "DISPLAY", "EMAIL"], allowsOthers: true)
        case "METHOD":
            return unlisted(
                value,
                ["PUBLISH", "REQUEST", "REPLY", "ADD", "CANCEL", "REFRESH", "COUNTER", "DECLINECOUNTER"],
                allowsOthers: true)
        case "COLOR": return isColor(value) ? nil : "write a CSS3 colour name such as teal"
        case "DURATION", "REFRESH-INTERVAL":
            guard let duration = CalendarDuration(value), duration.days < 0 || duration.seconds < 0 else { return nil }
            return "write how long it takes, which is not negative"
        default: return nil
        }
    }

    /// Whether it is one of the 147 names of CSS3.
    static func isColor(_ name: String) -> Bool { colors.contains(Substring(name.asciiUppercased)) }

    private static let statuses = [
        "VEVENT": ["TENTATIVE", "CONFIRMED", "CANCELLED"],
        "VTODO": ["NEEDS-ACTION", "COMPLETED", "IN-PROCESS", "CANCELLED"],
        "VJOURNAL": ["DRAFT", "FINAL", "CANCELLED"],
    ]

    private static func outside(_ range: ClosedRange<Int>, _ value: String) -> String? {
        guard let number = Int(value), !range.contains(number) else { return nil }
        return "write a number from \(range.lowerBound) to \(range.upperBound)"
    }

    private static func unlisted(_ value: String, _ words: [String], allowsOthers: Bool) -> String? {
        let word = value.asciiUppercased
        guard !words.contains(word), !(allowsOthers && word.hasPrefix("X-")) else { return nil }
        return words.count == 1
            ? "write \(words[0])" : "write \(words.dropLast().joined(separator: ", ")) or \(words.last ?? "")"
    }

    private static func isPlace(_ value: String) -> Bool {
        let parts = Array(value.parts(between: ";").prefix(3))
        guard parts.count == 2, parts.allSatisfy(ValueType.float.holds), let latitude = Double(parts[0]),
            let longitude = Double(parts[1])
        else { return false }
        return abs(latitude) <= 90 && abs(longitude) <= 180
    }

    /// `1*DIGIT 1*2("." 1*DIGIT)`, a semicolon and what it means.
    private static func isRequestStatus(_ value: String) -> Bool {
        let parts = Array(value.parts(between: ";").prefix(2))
        guard parts.count == 2 else { return false }
        let numbers = Array(parts[0].parts(between: ".").prefix(4))
        return (2...3).contains(numbers.count)
            && numbers.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    private static let colors = Set(
        """
        ALICEBLUE ANTIQUEWHITE AQUA AQUAMARINE AZURE BEIGE BISQUE BLACK BLANCHEDALMOND BLUE BLUEVIOLET BROWN BURLYWOOD \
        CADETBLUE CHARTREUSE CHOCOLATE CORAL CORNFLOWERBLUE CORNSILK CRIMSON CYAN DARKBLUE DARKCYAN DARKGOLDENROD \
        DARKGRAY DARKGREEN DARKGREY DARKKHAKI DARKMAGENTA DARKOLIVEGREEN DARKORANGE DARKORCHID DARKRED DARKSALMON \
        DARKSEAGREEN DARKSLATEBLUE DARKSLATEGRAY DARKSLATEGREY DARKTURQUOISE DARKVIOLET DEEPPINK DEEPSKYBLUE DIMGRAY \
        DIMGREY DODGERBLUE FIREBRICK FLORALWHITE FORESTGREEN FUCHSIA GAINSBORO GHOSTWHITE GOLD GOLDENROD GRAY GREEN \
        GREENYELLOW GREY HONEYDEW HOTPINK INDIANRED INDIGO IVORY KHAKI LAVENDER LAVENDERBLUSH LAWNGREEN LEMONCHIFFON \
        LIGHTBLUE LIGHTCORAL LIGHTCYAN LIGHTGOLDENRODYELLOW LIGHTGRAY LIGHTGREEN LIGHTGREY LIGHTPINK LIGHTSALMON \
        LIGHTSEAGREEN LIGHTSKYBLUE LIGHTSLATEGRAY LIGHTSLATEGREY LIGHTSTEELBLUE LIGHTYELLOW LIME LIMEGREEN LINEN MAGENTA \
        MAROON MEDIUMAQUAMARINE MEDIUMBLUE MEDIUMORCHID MEDIUMPURPLE MEDIUMSEAGREEN MEDIUMSLATEBLUE MEDIUMSPRINGGREEN \
        MEDIUMTURQUOISE MEDIUMVIOLETRED MIDNIGHTBLUE MINTCREAM MISTYROSE MOCCASIN NAVAJOWHITE NAVY OLDLACE OLIVE \
        OLIVEDRAB ORANGE ORANGERED ORCHID PALEGOLDENROD PALEGREEN PALETURQUOISE PALEVIOLETRED PAPAYAWHIP PEACHPUFF PERU \
        PINK PLUM POWDERBLUE PURPLE RED ROSYBROWN ROYALBLUE SADDLEBROWN SALMON SANDYBROWN SEAGREEN SEASHELL SIENNA SILVER \
        SKYBLUE SLATEBLUE SLATEGRAY SLATEGREY SNOW SPRINGGREEN STEELBLUE TAN TEAL THISTLE TOMATO TURQUOISE VIOLET WHEAT \
        WHITE WHITESMOKE YELLOW YELLOWGREEN
        """.split(separator: " "))
}
