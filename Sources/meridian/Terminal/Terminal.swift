import Glibc
import Wording

/// Where people read what the program says: answers on stdout, everything else on stderr.
enum Terminal {
    /// Lets the C library know that text is UTF-8, whatever the environment says, so that widths are right.
    static func prepare() {
        setlocale(LC_CTYPE, "C.UTF-8")
        // A reader that has left is an error of write(2), not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        occupyStandardDescriptors()
    }

    /// Sees to it that no file of ours is ever opened as 0, 1 or 2: what is printed would go into it.
    ///
    /// Whoever closed standard output gets the error that they would have got.
    private static func occupyStandardDescriptors() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) == -1 {
            _ = open("/dev/null", O_RDONLY)
        }
    }

    /// How many columns a line may have: as `COLUMNS` says, else those of the terminal; nil where there is no terminal.
    static func columns(of descriptor: Int32) -> Int? {
        guard isatty(descriptor) == 1 else { return nil }
        let wanted = Environment["COLUMNS"].flatMap { Int($0) }
        return max(leastColumns, wanted.flatMap { $0 > 0 ? $0 : nil } ?? size(of: descriptor)?.columns ?? 80)
    }

    /// Below that no text can be read.
    private static let leastColumns = 20

    /// What the terminal says of itself; nil where it says nothing.
    private static func size(of descriptor: Int32) -> (columns: Int, rows: Int)? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    /// Whether it moves and marks text as it is told.
    static var obeys: Bool { Environment["TERM"].map { $0 != "dumb" } ?? false }

    /// Prints an answer on stdout, as the layout has it; page by page where it is wanted and the answer is longer than the screen.
    /// - Throws: `OutputFailure` when it cannot be written.
    static func say(answer: String, paged: Bool) throws {
        let layout = Layout.current
        let text = layout.written(answer) + "\n"
        if paged, !layout.isInWords, obeys, isLongerThanTheScreen(text), Pager()?.show(Array(text.utf8)) == true {
            return
        }
        try write(Array(text.utf8))
    }

    private static func isLongerThanTheScreen(_ text: String) -> Bool {
        guard let columns = columns(of: STDOUT_FILENO), let rows = size(of: STDOUT_FILENO)?.rows, rows > 0 else {
            return false
        }
        // The prompt that follows needs a line, too.
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .reduce(0) { $0 + max(1, ($1.displayWidth + columns - 1) / columns) } > rows
    }

    /// Prints a line, or several, on stdout.
    /// - Throws: `OutputFailure` when it cannot be written.
    static func say(_ text: String) throws { try write(Array((CleanText.of(text) + "\n").utf8)) }

    /// Prints a JSON document on stdout.
    /// - Throws: `OutputFailure` when it cannot be written.
    static func say(json: String) throws { try write(Array((CleanText.of(json: json) + "\n").utf8)) }

    /// Prints a file's bytes on stdout; where that is a terminal, as a terminal can show them.
    /// - Throws: `OutputFailure` when they cannot be written.
    static func say(_ bytes: [UInt8]) throws {
        try write(CleanText.of(bytes, onTerminal: isatty(STDOUT_FILENO) == 1))
    }

    /// Prints a line on stderr; where nobody listens, nobody is told.
    static func complain(_ text: String) {
        let layout = Layout(Layout.current.medium)
        _ = write(Array((layout.written(text) + "\n").utf8), to: STDERR_FILENO)
    }

    /// Prints a JSON document on stderr.
    static func complain(json: String) {
        _ = write(Array((CleanText.of(json: json) + "\n").utf8), to: STDERR_FILENO)
    }

    /// Whether somebody sits there who can be asked: standard input is a terminal.
    static var isAttended: Bool { isatty(STDIN_FILENO) == 1 }

    /// Asks whoever sits there.
    /// - Returns: whether they said yes.
    static func isConfirmed(_ question: String) -> Bool {
        _ = write(Array((Isolation.of(CleanText.of(question)) + " [y/N] ").utf8), to: STDERR_FILENO)
        return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
    }

    /// Moves on stderr's line: words of ours, with what a terminal obeys.
    static func write(onStderr text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

    private static func write(_ bytes: [UInt8]) throws {
        let code = write(bytes, to: STDOUT_FILENO)
        guard code == 0 else { throw OutputFailure(errno: code) }
    }

    /// Writes all of it.
    /// - Returns: 0, or what went wrong.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written >= 0 {
                rest = rest.dropFirst(written)
            } else if errno == EAGAIN {
                // Whoever gave us this descriptor has made it non-blocking.
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                guard poll(&waiting, 1, -1) >= 0 || errno == EINTR else { return errno }
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }
}
