import CYaml
import Mentoring

/// The events of a YAML text, looked at before anything is built of them.
///
/// A few bytes of aliases stand for billions of values, and values nested deep enough exhaust the stack of whoever builds
/// them. Yams offers no view of the events, so this asks the parser that Yams stands on.
struct YAMLScan {
    /// A program file nests five deep.
    private static let greatestDepth = 20
    /// Three hundred mentors with forty slots each, and what a processor reads in some fifty milliseconds.
    private static let mostEvents = 50_000

    private let file: String
    private var depth = 0
    private var events = 0
    private var documents = 0

    private init(file: String) { self.file = file }

    /// Refuses what no program file needs: aliases and anchors, deep nesting, more values than a program can have, and a
    /// second document.
    ///
    /// Where the text is no YAML the scan ends, and whoever parses it says so.
    /// - Throws: `BadInput` with the line.
    static func refuseBombs(in yaml: String, file: String) throws(BadInput) {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else { throw BadInput("no memory to read it", file: file) }
        defer { yaml_parser_delete(&parser) }
        let bytes = Array(yaml.utf8)
        var scan = YAMLScan(file: file)
        let refusal = bytes.withUnsafeBufferPointer { buffer -> BadInput? in
            yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
            yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
            while true {
                var event = yaml_event_t()
                guard yaml_parser_parse(&parser, &event) == 1 else { return nil }
                defer { yaml_event_delete(&event) }
                if event.type == YAML_STREAM_END_EVENT { return nil }
                if let refusal = scan.refusal(of: event) { return refusal }
            }
        }
        if let refusal { throw refusal }
    }

    private mutating func refusal(of event: yaml_event_t) -> BadInput? {
        events += 1
        let line = Int(event.start_mark.line) + 1
        func refused(_ words: String) -> BadInput { BadInput(words, file: file, line: line) }
        guard events <= Self.mostEvents else {
            return refused("more than \(Self.mostEvents / 2) values; a program file that long is not read")
        }
        switch event.type {
        case YAML_DOCUMENT_START_EVENT:
            documents += 1
            if documents > 1 { return refused("a second document begins; one program is applied at a time") }
        case YAML_ALIAS_EVENT:
            return refused("aliases (*name) are not read; write the value out where it is meant")
        case YAML_SCALAR_EVENT:
            if event.data.scalar.anchor != nil { return refused(Self.anchor) }
        case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT:
            depth += 1
            let anchor =
                event.type == YAML_SEQUENCE_START_EVENT
                ? event.data.sequence_start.anchor : event.data.mapping_start.anchor
            if anchor != nil { return refused(Self.anchor) }
            if depth > Self.greatestDepth {
                return refused("nested more than \(Self.greatestDepth) deep; a program file needs five levels")
            }
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: depth -= 1
        default: break
        }
        return nil
    }

    private static let anchor = "anchors (&name) are not read; write the value out where it is meant"
}
