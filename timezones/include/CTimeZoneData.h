// The shipped tz data, embedded in the binary so that it needs no file beside it. README.md describes the four files.
#ifndef C_TIME_ZONE_DATA_H
#define C_TIME_ZONE_DATA_H

#include <stddef.h>

/// Bytes that live as long as the program.
struct meridian_bytes {
    const void *start;
    size_t count;
};

/// The compiled zones.
struct meridian_bytes meridian_zones_pack(void);

/// The zones' source: rules, zones and links.
struct meridian_bytes meridian_tzdata_zi(void);

/// Which region a zone belongs to.
struct meridian_bytes meridian_regions_json(void);

/// What Windows calls the zones.
struct meridian_bytes meridian_windows_txt(void);

#endif
