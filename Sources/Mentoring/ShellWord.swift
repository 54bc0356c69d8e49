/// A word of a command as people may paste it: what others wrote can hold characters that a shell would act on.
package enum ShellWord {
    /// The text as it is, or in single quotes where it needs them.
    package static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || "_-.@:+/".utf8.contains($0)
        }
        return isPlain ? text : "'\(text.replacing("'", with: "'\\''"))'"
    }
}
