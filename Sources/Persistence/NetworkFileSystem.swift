import Foundation

/// Whether a database lies where SQLite's locks cannot be relied upon.
///
/// - Source: proc_pid_mountinfo(5), and SQLite's “How To Corrupt An SQLite Database File”, section 2.1.
enum NetworkFileSystem {
    /// What is wrong with where a file lies, and what mends it; nil when it is on this machine, or nobody can say.
    static func problem(of path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0,
            let mounts = try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)
        else { return nil }
        return problem(of: path, onDevice: UInt64(status.st_dev), among: mounts)
    }

    /// The same by the number of a device and what is mounted, one a line.
    static func problem(of path: String, onDevice device: UInt64, among mounts: String) -> String? {
        let number = "\(device >> 8 & 0xFFF):\(device & 0xFF | device >> 12 & 0xF_FF00)"
        for mount in mounts.split(separator: "\n") {
            let fields = mount.split(separator: " ")
            guard fields.count > 2, fields[2] == number, let end = fields.firstIndex(of: "-"), end + 1 < fields.count,
                kinds.contains(String(fields[end + 1]))
            else { continue }
            return
                "\(path) is on a file system of the network (\(fields[end + 1])), where two processes may write at once and "
                + "damage it: move it to a disk of this machine, by meridian backup and meridian restore"
        }
        return nil
    }

    private static let kinds: Set = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "9p", "coda", "lustre", "ncpfs", "vboxsf", "fuse.sshfs",
        "fuse.glusterfs", "fuse.ceph", "fuse.rclone", "fuse.s3fs",
    ]
}
