import AppResources
import ArgumentParser

/// The command `meridian completion`.
struct CompletionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completion", abstract: "Print what makes a shell complete commands, programs, codes and people.",
        discussion: """
            make install puts it where each shell looks. Without that, in bash, zsh and fish:

              source <(meridian completion bash)
              source <(meridian completion zsh)
              meridian completion fish | source

            The shell asks this program whenever you press Tab, and is told what the database or the server shows you.
            """)

    @Argument(help: "Which shell.") var shell: Shell
    @OptionGroup var common: CommonOptions

    /// A shell that can be told how.
    enum Shell: String, CaseIterable, ExpressibleByArgument {
        case bash, zsh, fish

        fileprivate var script: AppResources.Completion {
            switch self {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        }
    }

    func run() throws {
        let script = AppResources.completion(shell.script)
        if common.json {
            try Terminal.say(json: JSONText.of(["script": script]))
        } else {
            try Terminal.say(Array(script.utf8))
        }
    }
}
