/// What somebody else wrote, in a command that is shown to be copied.
enum ShellWord {
    /// A text as a shell takes it for one word.
    static func of(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || "_-.@:+/".utf8.contains($0)
        }
        return isPlain ? text : "'\(text.replacing("'", with: "'\\''"))'"
    }
}
