// What a program in plain C does at best: the statements of another, prepared once and run with the same parameters.
#pragma once
#include <stdbool.h>

// From now on records every statement that a connection runs which is opened in this process; one recording at a time.
void recording_start(void);
// Forgets what was recorded so far.
void recording_forget(void);
// Ends it, and gives how many transactions it holds; negative when a statement could not be recorded.
int recording_stop(void);

// A connection with a rollback journal and synchronous = EXTRA, and the recorded statements prepared on it.
typedef struct replay replay;
// Null when the file cannot be opened, or a statement cannot be prepared.
replay *replay_open(const char *path);
// Runs the next so many transactions of the recording; false when one fails.
bool replay_run(replay *, int transactions);
// SQLite's word for what failed.
const char *replay_error(replay *);
void replay_close(replay *);
