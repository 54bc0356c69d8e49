// The control: two threads write one number, with a lock or without. Without it ThreadSanitizer has to find the race, else it finds none.
import Foundation
import Synchronization

final class Counter: @unchecked Sendable {
    let lock = Mutex(())
    var number = 0
}

let counter = Counter()
let isLocked = CommandLine.arguments.contains("locked")
let threads = (0..<4).map { _ in
    Thread {
        for _ in 0..<20_000 {
            if isLocked { counter.lock.withLock { _ in counter.number += 1 } } else { counter.number += 1 }
        }
        ended.signal()
    }
}
let ended = DispatchSemaphore(value: 0)
for thread in threads { thread.start() }
for _ in threads { ended.wait() }
print(counter.number)
