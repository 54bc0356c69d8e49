#include "CTimeZoneData.h"

// clang knows #embed in every language mode and warns that C23 introduced it.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char zones_pack[] = {
#embed "zones.pack"
};

static const unsigned char tzdata_zi[] = {
#embed "tzdata.zi"
};

static const unsigned char regions_json[] = {
#embed "regions.json"
};

static const unsigned char windows_txt[] = {
#embed "windows.txt"
};

struct meridian_bytes meridian_zones_pack(void) {
    return (struct meridian_bytes){zones_pack, sizeof zones_pack};
}

struct meridian_bytes meridian_tzdata_zi(void) {
    return (struct meridian_bytes){tzdata_zi, sizeof tzdata_zi};
}

struct meridian_bytes meridian_regions_json(void) {
    return (struct meridian_bytes){regions_json, sizeof regions_json};
}

struct meridian_bytes meridian_windows_txt(void) {
    return (struct meridian_bytes){windows_txt, sizeof windows_txt};
}
