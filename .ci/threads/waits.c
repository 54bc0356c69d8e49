// The slow part of Swift's Mutex, in which the kernel hands the lock over (futex(2), FUTEX_LOCK_PI), told to ThreadSanitizer: it does
// not see into the library, and would report what is done under the lock. Linked into the tests, in the place of the library's own.
#define _GNU_SOURCE
#include <errno.h>
#include <linux/futex.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

void __tsan_acquire(void *address);
void __tsan_release(void *address);

#define HANDLE __attribute__((swift_context)) uint32_t *lock
#define OF_MUTEX(name) __attribute__((swiftcall)) __asm__("$s15Synchronization12_MutexHandleV" name)

void lock_slow(uint32_t thread, HANDLE) OF_MUTEX("9_lockSlowyys6UInt32VF");
bool try_lock_slow(HANDLE) OF_MUTEX("12_tryLockSlowSbyF");
void unlock_slow(HANDLE) OF_MUTEX("11_unlockSlowyyF");

static bool did(int operation, uint32_t *lock) {
  return syscall(SYS_futex, lock, operation | FUTEX_PRIVATE_FLAG, 0, NULL, NULL, 0) == 0;
}

__attribute__((swiftcall)) void lock_slow(uint32_t thread, HANDLE) {
  (void)thread;
  while (!did(FUTEX_LOCK_PI, lock))
    if (errno != EINTR && errno != EAGAIN && errno != ESRCH) abort();
  __tsan_acquire(lock);
}

__attribute__((swiftcall)) bool try_lock_slow(HANDLE) {
  if (!did(FUTEX_TRYLOCK_PI, lock)) return false;
  __tsan_acquire(lock);
  return true;
}

__attribute__((swiftcall)) void unlock_slow(HANDLE) {
  __tsan_release(lock);
  while (!did(FUTEX_UNLOCK_PI, lock))
    if (errno != EINTR && errno != EAGAIN) abort();
}
