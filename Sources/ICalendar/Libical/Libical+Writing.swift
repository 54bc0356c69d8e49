extension Libical {
    /// The component's bytes: CRLF, at most 75 octets a line, escaped as RFC 5545 and RFC 6868 say.
    static func bytes(of component: Component) throws(LibicalFailure) -> [UInt8] {
        let lines = try exclusively { libical throws(LibicalFailure) in
            try libical.handle(of: component).contentLines()
        }
        return ContentLines.folded(EscapeInExtension.restored(in: ContentLines.unfolded(lines)))
    }

    private borrowing func handle(of component: Component) throws(LibicalFailure) -> ComponentHandle {
        let handle = try ComponentHandle(component.kind, with: self)
        for property in component.properties { handle.add(try self.handle(of: property)) }
        // libical puts every VTIMEZONE before what is there already.
        let timeZones = component.children.filter { $0.kind == .timeZone }.reversed()
        for child in timeZones + component.children.filter({ $0.kind != .timeZone }) {
            handle.add(try self.handle(of: child))
        }
        return handle
    }

    private borrowing func handle(of property: Property) throws(LibicalFailure) -> PropertyHandle {
        let handle = try PropertyHandle(property.name, with: self)
        switch property.value {
        case .text(let text):
            let clean = text.calendarText
            handle.set(text: handle.isExtension ? EscapeInExtension.replaced(in: clean) : clean)
        case .literal(let literal):
            try handle.set(literal: literal.calendarText)
        }
        for parameter in property.parameters {
            try handle.add(parameter: parameter.name, parameter.value.calendarText.withDoubledCarets)
        }
        return handle
    }
}

extension String {
    /// libical writes `^'` and `^n` as RFC 6868 says, but leaves the caret itself.
    fileprivate var withDoubledCarets: String {
        var doubled = String.UnicodeScalarView()
        for scalar in unicodeScalars { doubled.append(contentsOf: scalar == "^" ? ["^", "^"] : [scalar]) }
        return String(doubled)
    }
}

/// Carries the commas and semicolons of X- properties past libical.
///
/// It leaves them bare, though the default type of these properties is TEXT, and would double a backslash written before
/// them. So the control characters "private use one" and "two", which `calendarText` lets
/// nobody else use, stand for `\,` and `\;` until it is done.
private enum EscapeInExtension {
    private static let comma: Unicode.Scalar = "\u{91}"
    private static let semicolon: Unicode.Scalar = "\u{92}"

    static func replaced(in text: String) -> String {
        var replaced = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case ",": replaced.append(comma)
            case ";": replaced.append(semicolon)
            default: replaced.append(scalar)
            }
        }
        return String(replaced)
    }

    static func restored(in lines: [UInt8]) -> [UInt8] {
        let (lead, comma, semicolon) = (UInt8(0xC2), UInt8(0x91), UInt8(0x92))
        var restored: [UInt8] = []
        restored.reserveCapacity(lines.count)
        for byte in lines {
            if byte == comma || byte == semicolon, restored.last == lead {
                restored[restored.count - 1] = UInt8(ascii: "\\")
                restored.append(byte == comma ? UInt8(ascii: ",") : UInt8(ascii: ";"))
            } else {
                restored.append(byte)
            }
        }
        return restored
    }
}
