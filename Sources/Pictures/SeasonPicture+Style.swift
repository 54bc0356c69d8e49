extension SeasonPicture {
    /// How everything looks, in light and dark; constant, so that a Content-Security-Policy can name its hash.
    public static let style = """
        :root{color-scheme:light dark;--paper:#fff;--ink:#1f2528;--quiet:#566166;--day:#f1f6ef;--edge-band:#e9e4da;\
        --night-band:#d9d6e2;--humane:#1f6a36;--edge:#84540d;--night:#8a2f4b;--hatch:#6d7a80}
        @media (prefers-color-scheme:dark){:root{--paper:#1d2225;--ink:#e6e8e6;--quiet:#a3aeb2;--day:#2b3631;\
        --edge-band:#22282a;--night-band:#0f1214;--humane:#83cf97;--edge:#e9bd6c;--night:#f59ab4;--hatch:#93a0a6}}
        text{font:10px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:var(--quiet)}
        .heading{font-size:12px;font-weight:600;fill:var(--ink)}
        .region{font-size:11px;font-weight:600;fill:var(--ink)}
        .hour{font-size:9px;text-anchor:end}
        .paper{fill:var(--paper)}
        .band-day{fill:var(--day)}.band-edge{fill:var(--edge-band)}.band-night{fill:var(--night-band)}
        .humane{fill:var(--humane);stroke:var(--humane)}
        .edge{fill:var(--edge);stroke:var(--edge)}
        .night{fill:var(--night);stroke:var(--night)}
        .plain{stroke:var(--quiet)}
        .tentative{fill:var(--paper);stroke-width:1.4}
        .cancelled{fill:none;stroke:var(--ink);stroke-width:1.6}
        .frozen{fill:url(#hatch)}
        .hatching{stroke:var(--hatch);stroke-width:1.2}
        .clocks{fill:none;stroke:var(--ink);stroke-width:1.2;stroke-dasharray:1 2.4;stroke-linecap:round}
        .today{fill:none;stroke:var(--ink);stroke-width:1.2}
        """

    /// The marks, each about its middle: a full sun, a sun at the horizon, a moon, a cross; and the hatching.
    public static let shapes = """
        <defs>
        <circle id="humane" r="3.9"/>
        <path id="edge" d="M-4.7 2.2A4.7 4.7 0 0 1 4.7 2.2Z"/>
        <path id="night" d="M-1 -4.5A4.6 4.6 0 1 0 4.5 1A4 4 0 0 1 -1 -4.5Z"/>
        <path id="cancelled" d="M-3.4 -3.4L3.4 3.4M3.4 -3.4L-3.4 3.4"/>
        <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
        <path class="hatching" d="M0 0V4"/></pattern>
        </defs>
        """
}
