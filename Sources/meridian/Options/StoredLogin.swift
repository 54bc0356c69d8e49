import Foundation
import Glibc
import Mentoring

/// Where somebody has signed in with `meridian login`: the server that commands ask from then on, and the token by which.
///
/// It is one file that only its owner may read, `$XDG_CONFIG_HOME/meridian/login.json` (XDG Base Directory Specification).
struct StoredLogin: Codable {
    /// The server's address.
    let server: String
    /// The token.
    let token: String

    /// The file.
    static var path: String {
        let home = Environment["HOME"] ?? FileManager.default.homeDirectoryForCurrentUser.path
        return (Environment["XDG_CONFIG_HOME"] ?? home + "/.config") + "/meridian/login.json"
    }

    /// The login of this account on this machine, which is read once; nil when there is none.
    /// - Throws: `BadInput` when others can read it, or it is none.
    static func current() throws -> StoredLogin? { try loaded.get() }

    private static let loaded = Result { try read() }

    private static func read() throws -> StoredLogin? {
        let path = path
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        guard status.st_mode & 0o077 == 0 else {
            throw BadInput(
                "others than its owner can read it, and so act with it: chmod 600, or meridian logout", file: path)
        }
        guard let data = FileManager.default.contents(atPath: path),
            let login = try? JSONDecoder().decode(StoredLogin.self, from: data)
        else { throw BadInput("holds no login; sign in again: meridian login URL", file: path) }
        return login
    }

    /// Keeps it, whole or not at all.
    /// - Throws: `BadInput` when it cannot be written.
    func keep() throws {
        let (path, draft) = (Self.path, Self.path + ".\(getpid())")
        let folder = String(path.prefix(path.count - "/login.json".count))
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let bytes = Array(try JSONEncoder().encode(self))
            unlink(draft)
            let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard file >= 0 else { throw OutputFailure(errno: errno) }
            defer { unlink(draft) }
            let code = Terminal.write(bytes, to: file)
            guard close(file) == 0, code == 0, rename(draft, path) == 0 else { throw OutputFailure(errno: errno) }
        } catch {
            throw BadInput("cannot be written; may you write there, and is there room?", file: path)
        }
    }

    /// Forgets it.
    static func forget() { unlink(path) }
}
