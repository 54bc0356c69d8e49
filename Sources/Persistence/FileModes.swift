import Foundation

/// Who may read and replace what lies beside a database.
enum FileModes {
    /// What others than the owner may do and should not, one line each with what mends it; empty when all is well.
    static func problems(of database: String) -> [String] {
        let files = ["", "-journal", "-wal", "-shm", ".key"].map { database + $0 }
        let folder = DatabasePath.parts(of: database).folder
        return files.compactMap { file in
            guard let mode = mode(of: file), mode & 0o077 != 0 else { return nil }
            return "\(file) is open to others than its owner (mode \(text(mode))): chmod 600 \(file)"
        }
            + [folder].compactMap { folder in
                guard let mode = mode(of: folder), mode & 0o022 != 0, mode & S_ISVTX == 0 else { return nil }
                return "others than its owner may put files into \(folder) (mode \(text(mode))): chmod go-w \(folder)"
            }
    }

    private static func mode(of path: String) -> UInt32? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
    }

    private static func text(_ mode: UInt32) -> String { "0" + String(mode, radix: 8) }
}
