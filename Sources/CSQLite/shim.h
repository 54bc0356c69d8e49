/* SQLite takes this setting as an argument of a variable list, which Swift cannot pass. */
extern int sqlite3_config(int option, ...);

/* SQLITE_CONFIG_MEMSTATUS is 9 (https://www.sqlite.org/c3ref/c_config_covering_index_scan.html). */
static inline int sqlite_config_memory_status(int isOn) { return sqlite3_config(9, isOn); }
