import Foundation

/// Threads on which nothing is done but computing: those that answer everything else never wait for it.
final class ComputingThreads: TaskExecutor {
    private let queue: OperationQueue

    /// - Parameter count: how many there are at most; by default half of the processors, so that others stay for the rest.
    init(count: Int = min(4, max(1, ProcessInfo.processInfo.activeProcessorCount / 2))) {
        queue = OperationQueue()
        queue.name = "meridian.computing"
        queue.qualityOfService = .utility
        queue.maxConcurrentOperationCount = count
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.addOperation { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
