import Glibc

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

    /// How many columns a table may have: those of the terminal, else 80.
    static var columns: Int { columns(of: STDOUT_FILENO) }

    /// How many columns a line on stderr may have.
    static var columnsOfStderr: Int { columns(of: STDERR_FILENO) }

    private static func columns(of descriptor: Int32) -> Int {
        var size = winsize()
        guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else {
            return 80
        }
        return Int(size.ws_col)
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
    static func complain(_ text: String) { _ = write(Array((CleanText.of(text) + "\n").utf8), to: STDERR_FILENO) }

    /// Prints a JSON document on stderr.
    static func complain(json: String) {
        _ = write(Array((CleanText.of(json: json) + "\n").utf8), to: STDERR_FILENO)
    }

    /// Whether somebody sits there who can be asked: standard input is a terminal.
    static var isAttended: Bool { isatty(STDIN_FILENO) == 1 }

    /// Asks whoever sits there.
    /// - Returns: whether they said yes.
    static func isConfirmed(_ question: String) -> Bool {
        _ = write(Array((CleanText.of(question) + " [y/N] ").utf8), to: STDERR_FILENO)
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
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
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
