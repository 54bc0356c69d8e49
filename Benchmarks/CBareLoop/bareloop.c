#include "bareloop.h"
#include <ctype.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  enum { NOTHING, INTEGER, REAL, TEXT, BLOB } kind;
  sqlite3_int64 integer;
  double real;
  char *bytes;
  int count;
} value;

typedef struct {
  int sql;  // its place among the texts
  int count;
  value *values;  // by the parameter's number, from 0
} step;

enum { most_texts = 200, most_parameters = 64 };
static char *texts[most_texts];
static int text_count;
static step *steps;
static int step_count, step_room, commit_count;
static bool is_recording, has_failed;

// --- recording ----------------------------------------------------------------------------------------------------------

static int place_of(const char *sql) {
  for (int i = 0; i < text_count; i++)
    if (!strcmp(texts[i], sql)) return i;
  if (text_count == most_texts) return -1;
  texts[text_count] = strdup(sql);
  return text_count++;
}

static int hex(char digit) { return isdigit(digit) ? digit - '0' : tolower(digit) - 'a' + 10; }

// Reads the literal that SQLite put in the place of a parameter.
static const char *read_literal(const char *text, value *value) {
  if (*text == '\'' || *text == 'x') {
    bool is_blob = *text == 'x';
    text += is_blob ? 2 : 1;
    const char *end = text;
    while (*end != '\'' || (!is_blob && end[1] == '\'')) end += *end == '\'' ? 2 : 1;
    value->bytes = malloc(end - text + 1);
    value->kind = is_blob ? BLOB : TEXT;
    while (text < end) {
      value->bytes[value->count++] = is_blob ? hex(text[0]) << 4 | hex(text[1]) : *text;
      text += is_blob || *text == '\'' ? 2 : 1;
    }
    return end + 1;
  }
  if (!strncmp(text, "NULL", 4)) return text + 4;
  char *end, *real_end;
  value->kind = INTEGER;
  value->integer = strtoll(text, &end, 10);
  value->real = strtod(text, &real_end);
  if (real_end > end) value->kind = REAL;
  return real_end;
}

// Finds the parameters' values by laying the statement's text beside the one in which they are filled in.
static bool read_values(const char *sql, const char *filled, step *step) {
  value values[most_parameters] = {0};
  char quote = 0;
  while (*sql) {
    if (!quote && *sql == '?') {
      char *end;
      long number = strtol(sql + 1, &end, 10);
      int place = number ? number - 1 : step->count;
      if (place >= most_parameters) return false;
      free(values[place].bytes);
      values[place] = (value){0};
      filled = read_literal(filled, &values[place]);
      if (place >= step->count) step->count = place + 1;
      sql = end;
      continue;
    }
    if (*sql != *filled) return false;
    if (quote ? *sql == quote : *sql == '\'' || *sql == '"') quote = quote ? 0 : *sql;
    sql++, filled++;
  }
  step->values = malloc(sizeof values[0] * (step->count + 1));
  memcpy(step->values, values, sizeof values[0] * step->count);
  return true;
}

static int record(unsigned type, void *context, void *statement, void *text) {
  // What a trigger runs comes as a comment.
  if (!is_recording || !strncmp(text, "--", 2)) return 0;
  const char *sql = sqlite3_sql(statement);
  char *filled = sqlite3_expanded_sql(statement);
  step new = {.sql = place_of(sql)};
  if (new.sql < 0 || !filled || !read_values(sql, filled, &new)) has_failed = true;
  sqlite3_free(filled);
  if (step_count == step_room) steps = realloc(steps, sizeof *steps * (step_room = step_room * 2 + 1000));
  steps[step_count++] = new;
  commit_count += !strncmp(sql, "COMMIT", 6);
  return 0;
}

static int listen(sqlite3 *database, char **error, const void *api) {
  return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, record, NULL);
}

void recording_start(void) {
  is_recording = true;
  sqlite3_auto_extension((void (*)(void))listen);
}

void recording_forget(void) { step_count = commit_count = 0; }

int recording_stop(void) {
  is_recording = false;
  sqlite3_cancel_auto_extension((void (*)(void))listen);
  return has_failed ? -1 : commit_count;
}

// --- replaying ----------------------------------------------------------------------------------------------------------

struct replay {
  sqlite3 *database;
  sqlite3_stmt *statements[most_texts];
  int next;
};

static const char *settings = "PRAGMA journal_mode = delete; PRAGMA synchronous = extra; PRAGMA foreign_keys = on";

replay *replay_open(const char *path) {
  replay *self = calloc(1, sizeof *self);
  bool is_open = sqlite3_open_v2(path, &self->database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK
      && sqlite3_exec(self->database, settings, NULL, NULL, NULL) == SQLITE_OK;
  for (int i = 0; i < text_count && is_open; i++)
    is_open = sqlite3_prepare_v3(self->database, texts[i], -1, SQLITE_PREPARE_PERSISTENT, &self->statements[i], NULL)
        == SQLITE_OK;
  if (is_open) return self;
  replay_close(self);
  return NULL;
}

static void bind(sqlite3_stmt *statement, const step *step) {
  for (int i = 0; i < step->count; i++) {
    const value *value = &step->values[i];
    switch (value->kind) {
      case NOTHING: sqlite3_bind_null(statement, i + 1); break;
      case INTEGER: sqlite3_bind_int64(statement, i + 1, value->integer); break;
      case REAL: sqlite3_bind_double(statement, i + 1, value->real); break;
      case TEXT: sqlite3_bind_text(statement, i + 1, value->bytes, value->count, SQLITE_STATIC); break;
      case BLOB: sqlite3_bind_blob(statement, i + 1, value->bytes, value->count, SQLITE_STATIC); break;
    }
  }
}

bool replay_run(replay *self, int transactions) {
  while (transactions > 0 && self->next < step_count) {
    const step *step = &steps[self->next++];
    sqlite3_stmt *statement = self->statements[step->sql];
    bind(statement, step);
    int result;
    do result = sqlite3_step(statement);
    while (result == SQLITE_ROW);
    sqlite3_reset(statement);
    if (result != SQLITE_DONE) return false;
    transactions -= sqlite3_get_autocommit(self->database);
  }
  return transactions == 0;
}

const char *replay_error(replay *self) { return sqlite3_errmsg(self->database); }

void replay_close(replay *self) {
  for (int i = 0; i < text_count; i++) sqlite3_finalize(self->statements[i]);
  sqlite3_close(self->database);
  free(self);
}
