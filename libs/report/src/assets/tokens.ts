/** Colours by role; h1 to h9 is the scale of heat maps, one hue whose lightness tells. Blue and orange tell sides apart for every kind of colour vision; text colours have a contrast of 4.5 or more on the paper. */
const LIGHT = `color-scheme:light;--paper:#fcfcfa;--raise:#f3f4f2;--ink:#1a1f26;--soft:#566071;--rule:#d9dde2;--grid:#e6e8eb;--blue:#1b5ea8;--orange:#b04c0c;--hold:#7d8794;--blue-wash:#1b5ea826;--orange-wash:#b04c0c2b;--bar:#8fa9c6;--good:#1b5ea8;--warn:#b04c0c;--o1:#127a6c;--o2:#7a4bb3;--o3:#8a6d00;--o4:#b13672;--p1:#e3eef9;--p2:#c5dcf2;--p3:#97c0e6;--p4:#5c98d2;--p5:#2169b3;--m1:#fceee0;--m2:#f9d9b9;--m3:#f1b47f;--m4:#df8a43;--m5:#b04c0c;--on-5:#fff;--on-4:#101418;--h1:#e4edf6;--h2:#d3e3f2;--h3:#bdd6ec;--h4:#a2c6e5;--h5:#83b2db;--h6:#609ad0;--h7:#3875b5;--h8:#2865a4;--h9:#164a80;`;

const DARK = `color-scheme:dark;--paper:#10141a;--raise:#1a2029;--ink:#e5e9ef;--soft:#a2adbb;--rule:#2d3540;--grid:#232a34;--blue:#6db3f8;--orange:#f29a55;--hold:#909cab;--blue-wash:#6db3f833;--orange-wash:#f29a5533;--bar:#4d6a8c;--good:#6db3f8;--warn:#f29a55;--o1:#4fc3b1;--o2:#bb97ea;--o3:#d1b23c;--o4:#ec83b4;--p1:#152434;--p2:#1a3651;--p3:#1f4f7d;--p4:#2c74b5;--p5:#6db3f8;--m1:#2c2118;--m2:#4a2f18;--m3:#70421a;--m4:#a8601f;--m5:#f29a55;--on-5:#0b0e12;--on-4:#fff;--h1:#1d2a3a;--h2:#1e344d;--h3:#214061;--h4:#264e76;--h5:#2d5f8f;--h6:#34699a;--h7:#4a8cc6;--h8:#69a9de;--h9:#a3d2fb;`;

/** The tokens of a page with a choice of theme: the system's, unless the reader chose; paper is always light. */
export const PAGE_TOKENS = `
:root{${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
:root:has(#theme-light:checked){${LIGHT}}
:root:has(#theme-dark:checked){${DARK}}
@media print{:root:has(#theme-light):has(#theme-dark){${LIGHT}}}
`;

/** The same for a page whose script keeps the choice in `data-theme` of the root element. */
export const THEMES = `:root{${LIGHT}}@media (prefers-color-scheme:dark){:root{${DARK}}}:root[data-theme=light]{${LIGHT}}:root[data-theme=dark]{${DARK}}`;

/** The tokens of a picture that stands alone: the system's theme. */
export const PICTURE_TOKENS = `svg{${LIGHT}}@media (prefers-color-scheme:dark){svg{${DARK}}}`;
