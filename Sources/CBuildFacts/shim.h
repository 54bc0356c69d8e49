/* What `make release` links in: text, a line for each thing that the program is made of (.ci/packages/facts). Weak, since every other
   build has none of it; Swift knows no weak symbols. */
extern const char meridian_build_facts[] __attribute__((weak));

/* The text, or null where nothing was linked in. */
static inline const char *meridian_linked_facts(void) { return meridian_build_facts; }

/* These libraries say themselves which they are, which counts where they are the system's. */
extern const char *sqlite3_libversion(void);
extern const char *zlibVersion(void);
