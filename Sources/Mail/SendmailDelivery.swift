import Foundation
public import Mentoring
public import MentoringService
import Subprocess
import SystemPackage

/// Hands mail to a sendmail program: `PATH -i -f SENDER -- RECIPIENT` with the message on its standard input.
public struct SendmailDelivery: MailDelivery {
    private let path: String
    private let patience: Duration

    /// - Parameters:
    ///   - path: the program's path, such as `/usr/sbin/sendmail`.
    ///   - patience: how long the program may take for one message; then it is ended, and the message tried again later.
    public init(path: String, patience: Duration = .seconds(60)) {
        self.path = path
        self.patience = patience
    }

    /// That there is no such program, or none that this user may run.
    public var obstacle: String? {
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        guard !isThere || isFolder.boolValue || access(path, X_OK) != 0 else { return nil }
        return
            "no mail can leave: \(isThere ? "\(path) is no program that this user may run" : "there is no \(path)"); name the sendmail program with --sendmail PATH, or leave mail in the outbox with --no-mail"
    }

    /// Runs the program once and judges by its exit status (sysexits.h).
    ///
    /// 0 is sent; 67 (EX_NOUSER), 68 (EX_NOHOST), and 65 (EX_DATAERR, by which msmtp tells a server's 5yz) with words about
    /// the recipient refuse for good; everything else is trouble on this side, such as a configuration that is missing or
    /// a relay that does not take our mail, and asks for another try. What somebody else wrote is refused for good, too, when the
    /// relay does not like what it says. What it wrote to standard error goes along.
    /// - Throws: `Unreachable` when the program cannot be run.
    public func deliver(_ message: OutboxMessage, from sender: EmailAddress) async throws -> DeliveryOutcome {
        let result: ExecutionResult<Void, DiscardedOutput, StringOutput<UTF8>>
        do {
            guard let finished = try await impatiently({ try await launch(message, from: sender) }) else {
                return .tryAgain("\(path) took longer than \(patience.components.seconds) seconds")
            }
            result = finished
        } catch let error as SubprocessError where error.code == .outputLimitExceeded {
            return .tryAgain("\(path) wrote more than 64 KB of errors")
        } catch let error as SubprocessError {
            throw Unreachable("cannot run \(path): \(error); name the sendmail program with --sendmail PATH")
        }
        let complaint = result.standardError.split(whereSeparator: \.isNewline).prefix(2).joined(separator: "; ")
        let why = complaint.isEmpty ? "" : ": " + OneLine.shown(complaint)
        switch result.terminationStatus {
        case .exited(0): return .sent
        case .exited(EX_NOUSER), .exited(EX_NOHOST): return .refused("\(path) refused it\(why)")
        case .exited(EX_DATAERR) where RecipientRefusal.isSaid(in: complaint):
            return .refused("\(path) refused it\(why)")
        case .exited where message.isForwarded && RecipientRefusal.isOfContent(in: complaint):
            return .refused("\(path) refused it\(why)")
        case .exited(let code): return .tryAgain("\(path) did not take it (exit status \(code))\(why)")
        case .signaled(let signal): return .tryAgain("\(path) was killed by signal \(signal)\(why)")
        }
    }

    private func launch(
        _ message: OutboxMessage, from sender: EmailAddress
    ) async throws -> ExecutionResult<Void, DiscardedOutput, StringOutput<UTF8>> {
        try await run(
            .path(FilePath(path)),
            arguments: ["-i", "-f", sender.description, "--", message.recipient.description],
            environment: Self.environment,
            input: .fileDescriptor(try Self.file(holding: message.bytes), closeAfterSpawningProcess: true),
            output: .discarded, error: .string(limit: 64 * 1024))
    }

    /// What the program may need to know, and nothing of what was meant for this one, such as a token.
    private static var environment: Subprocess.Environment {
        let known = ProcessInfo.processInfo.environment.filter { handedOn.contains($0.key) }
        return .custom(
            Dictionary(
                uniqueKeysWithValues: known.map { (Subprocess.Environment.Key(stringLiteral: $0.key), $0.value) }))
    }

    private static let handedOn: Set = [
        "PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "TZ", "LANG", "LC_ALL", "XDG_CONFIG_HOME",
    ]

    /// What the work comes to, or nil when it takes too long; a program that was started is then ended.
    private func impatiently<T: Sendable>(_ work: @escaping @Sendable () async throws -> T) async throws -> T? {
        try await withThrowingTaskGroup(of: T?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: patience)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }

    /// An unnamed file with the bytes, read from its beginning.
    ///
    /// A pipe would kill this process (SIGPIPE) when the program ends without reading all of it.
    private static func file(holding bytes: [UInt8]) throws -> FileDescriptor {
        let directory = NSTemporaryDirectory()
        var name = Array("\(directory)meridian-mail-XXXXXX".utf8CString)
        let file = FileDescriptor(rawValue: mkstemp(&name))
        guard file.rawValue >= 0 else {
            throw Unreachable("cannot hand mail over: no file could be made in \(directory): \(Errno(rawValue: errno))")
        }
        unlink(name)
        _ = fcntl(file.rawValue, F_SETFD, FD_CLOEXEC)
        do {
            try file.writeAll(bytes)
            try file.seek(offset: 0, from: FileDescriptor.SeekOrigin.start)
        } catch {
            try? file.close()
            throw Unreachable("cannot hand mail over: a file in \(directory) could not be written: \(error)")
        }
        return file
    }
}
