/// A word of a command as people may paste it: addresses can hold characters that a shell would act on.
enum ShellWord {
    /// The word as it is, or in single quotes where it needs them.
    static func quoted(_ word: String) -> String {
        let harmless = Set("abcdefghijklmnopqrstuvwxyz0123456789@._+-=/".utf8)
        guard !word.utf8.allSatisfy(harmless.contains) else { return word }
        return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
