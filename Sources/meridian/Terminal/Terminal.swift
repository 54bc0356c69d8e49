import Foundation

/// Where people read what the program says: answers on stdout, everything else on stderr.
enum Terminal {
    /// Lets the C library know that text is UTF-8, whatever the environment says, so that widths are right.
    static func prepare() {
        setlocale(LC_CTYPE, "C.UTF-8")
        // A reader that has left is an error of write(2), not the end of the process.
        signal(SIGPIPE, SIG_IGN)
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
    static func say(_ text: String) { write(Data((text + "\n").utf8), to: .standardOutput) }

    /// Prints bytes on stdout, as they are.
    static func say(_ bytes: [UInt8]) {
        write(Data(bytes), to: .standardOutput)
    }

    /// Prints a line on stderr.
    static func complain(_ text: String) { write(Data((text + "\n").utf8), to: .standardError) }

    /// Writes on stderr without ending the line.
    static func write(onStderr text: String) { write(Data(text.utf8), to: .standardError) }

    /// A reader who has left is not told.
    private static func write(_ data: Data, to handle: FileHandle) { try? handle.write(contentsOf: data) }
}
