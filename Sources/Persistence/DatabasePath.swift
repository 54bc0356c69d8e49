import Foundation

/// The one name of a database: key, locks and copies go by it, however whoever opens the database spells its path.
enum DatabasePath {
    /// The absolute path without symbolic links, `.` and `..`; of what does not exist yet, where it would be made.
    /// - Throws: `UnsuitableFile` when there is no such name.
    static func resolved(_ path: String) throws(UnsuitableFile) -> String { try resolved(path, linksLeft: 40) }

    private static func resolved(_ path: String, linksLeft: Int) throws(UnsuitableFile) -> String {
        if let real = realpath(path, nil) {
            defer { free(real) }
            return String(cString: real)
        }
        let (folder, name) = parts(of: path)
        guard !name.isEmpty, linksLeft > 0 else { throw .cannotBeCreated("that is no name of a file") }
        if let target = target(ofLink: path) {
            var status = stat()
            // An open file that was deleted still has a name in /proc, and no other.
            guard stat(path, &status) != 0 else { throw .cannotBeCreated("the file has no name of its own any more") }
            return try resolved(
                target.hasPrefix("/") ? target : "\(folder)/\(target)", linksLeft: linksLeft - 1)
        }
        let place = try resolved(folder, linksLeft: linksLeft)
        switch name {
        case ".": return place
        case "..": return parts(of: place).folder
        default: return place == "/" ? "/\(name)" : "\(place)/\(name)"
        }
    }

    /// Where the last part of a path begins, and that part.
    static func parts(of path: String) -> (folder: String, name: String) {
        let path = path.drop(trailing: "/")
        guard let slash = path.lastIndex(of: "/") else { return (".", String(path)) }
        let folder = path[..<slash].drop(trailing: "/")
        return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
    }

    private static func target(ofLink path: String) -> String? {
        var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let length = readlink(path, &target, Int(PATH_MAX))
        guard length > 0 else { return nil }
        return String(decoding: target[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

extension StringProtocol {
    fileprivate func drop(trailing character: Character) -> SubSequence {
        self[..<(lastIndex { $0 != character }.map { index(after: $0) } ?? startIndex)]
    }
}
