import Foundation
import Glibc

/// The program that shows a long answer page by page.
struct Pager {
    private let command: String

    /// `$MERIDIAN_PAGER`, else `$PAGER`, else `less -FRX`; nil where an empty one or `cat` says that none is wanted.
    init?(_ environment: [String: String] = ProcessInfo.processInfo.environment) {
        command = environment["MERIDIAN_PAGER"] ?? environment["PAGER"] ?? "less -FRX"
        guard !command.isEmpty, command != "cat" else { return nil }
    }

    /// Shows the text, until whoever reads it has seen enough.
    /// - Returns: whether there is such a program; where there is none, nothing was shown.
    func show(_ bytes: [UInt8]) -> Bool {
        var pipe: [Int32] = [0, 0]
        guard Glibc.pipe(&pipe) == 0 else { return false }
        for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // Ctrl-C is for the pager, which would else be left alone with the terminal.
        let interrupt = signal(SIGINT, SIG_IGN)
        let quit = signal(SIGQUIT, SIG_IGN)
        defer {
            signal(SIGINT, interrupt)
            signal(SIGQUIT, quit)
        }
        let child = start(reading: pipe[0])
        close(pipe[0])
        defer { if child == nil { close(pipe[1]) } }
        guard let child else { return false }
        // That it reads no further is its reader's good right.
        _ = Terminal.write(bytes, to: pipe[1])
        close(pipe[1])
        var status: Int32 = 0
        while waitpid(child, &status, 0) == -1, errno == EINTR {}
        // What a shell exits with that cannot start the program (POSIX.1-2017 XCU 2.8.2).
        return ![126, 127].contains(status >> 8 & 0xFF)
    }

    private func start(reading descriptor: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, descriptor, STDIN_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGPIPE, SIGINT, SIGQUIT] { sigaddset(&signals, number) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        // So that `PAGER=less` too shows what stands out, and leaves the answer on the screen; the answer is UTF-8 in every locale.
        let environment = ["LESS": "FRX", "LESSCHARSET": "utf-8"].merging(ProcessInfo.processInfo.environment) { $1 }
        let variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
        let arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sh"), strdup("-c"), strdup(command), nil]
        defer { for text in variables + arguments { free(text) } }
        var child: pid_t = 0
        return posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, variables) == 0 ? child : nil
    }
}
