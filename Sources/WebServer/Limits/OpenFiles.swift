import Glibc

/// How many files and connections the process may have open.
enum OpenFiles {
    /// Raises the process's own limit as far as the system lets it.
    /// - Returns: the limit in force, at most `wanted`.
    static func raisedLimit(to wanted: Int) -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1024 }
        let most = min(rlim_t(wanted), limit.rlim_max)
        if limit.rlim_cur < most {
            limit.rlim_cur = most
            _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
            guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1024 }
        }
        return min(wanted, Int(min(limit.rlim_cur, rlim_t(Int32.max))))
    }
}
