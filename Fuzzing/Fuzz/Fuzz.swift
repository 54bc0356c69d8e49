import CFuzzer
import Glibc

/// One reader of foreign bytes, tried by libFuzzer with whatever it comes upon: `FUZZ_READER=json Fuzz CORPUS…`.
///
/// Whatever the bytes are, a reader answers or refuses; a trap, a second, or an allocation beyond the limit is a fault. The reader is
/// named in the environment, since libFuzzer starts itself again with its own arguments.
@main enum Fuzz {
    typealias Reader = @Sendable (_ bytes: [UInt8]) -> Void

    private static let readers: [String: Reader] = [
        "address": readAddresses, "calendar": readCalendar, "chat-log": readChatLog, "form": readForm, "json": readJSON,
        "lint": lint, "mail": readMail, "program": readProgram, "tzif": readTimeZone,
    ]

    fileprivate static let chosen: Reader? = getenv("FUZZ_READER").flatMap { readers[String(cString: $0)] }

    static func main() {
        guard chosen != nil else {
            print(readers.keys.sorted().joined(separator: "\n"))
            exit(EX_USAGE)
        }
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        exit(LLVMFuzzerRunDriver(&count, &arguments, tryOneInput))
    }
}

/// Under the name that libFuzzer's own main asks for, which is linked along and never called.
@_cdecl("LLVMFuzzerTestOneInput")
func tryOneInput(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    Fuzz.chosen?(Array(UnsafeBufferPointer(start: bytes, count: size)))
    return 0
}
