import Glibc
public import Mentoring
public import MentoringService
import SystemPackage

/// Puts mail into a directory, one file `NNNNNN.eml` a message, numbered as the outbox numbers it.
///
/// A file appears whole or not at all, and is on disk when it is reported as sent. Delivering a message again replaces its
/// file by the same bytes.
public struct DirectoryDelivery: MailDelivery {
    private let path: FilePath

    /// - Parameter path: a directory, made with the first message if it does not exist.
    public init(path: String) { self.path = FilePath(path) }

    /// Writes the file; the sender is not needed, as the message names it.
    /// - Throws: `Unreachable` when the directory cannot be written to.
    public func deliver(_ message: OutboxMessage, from sender: EmailAddress) async throws -> DeliveryOutcome {
        let digits = message.id.description
        let name = String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ".eml"
        let final = path.appending(name)
        let unfinished = path.appending(".\(name).part")
        do {
            try makeDirectory(path)
            // What an earlier delivery left unfinished goes; then the name is ours alone, and no link or pipe in its place
            // leads or holds anything.
            try remove(unfinished)
            let file = try FileDescriptor.open(
                unfinished, .writeOnly, options: [.create, .exclusiveCreate, .noFollow, .closeOnExec],
                permissions: [.ownerReadWrite])
            try file.closeAfter {
                try file.writeAll(message.bytes)
                try file.sync()
            }
            try rename(unfinished, to: final)
            let directory = try FileDescriptor.open(path, .readOnly, options: .directory)
            try directory.closeAfter { try directory.sync() }
        } catch {
            throw Unreachable("cannot write mail to \(final): \(error)")
        }
        return .sent
    }
}

/// The calls that swift-system has no wrapper for.
extension FileDescriptor {
    fileprivate func sync() throws { if fsync(rawValue) != 0 { throw Errno(rawValue: errno) } }
}

private func makeDirectory(_ path: FilePath) throws {
    let failed = path.withPlatformString { mkdir($0, S_IRWXU) != 0 }
    if failed, errno != EEXIST { throw Errno(rawValue: errno) }
}

private func remove(_ file: FilePath) throws {
    let failed = file.withPlatformString { unlink($0) != 0 }
    if failed, errno != ENOENT { throw Errno(rawValue: errno) }
}

private func rename(_ source: FilePath, to destination: FilePath) throws {
    let failed = source.withPlatformString { from in destination.withPlatformString { rename(from, $0) != 0 } }
    if failed { throw Errno(rawValue: errno) }
}
