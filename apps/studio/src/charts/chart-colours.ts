const TOKENS = [
  'paper',
  'ink',
  'soft',
  'rule',
  'grid',
  'blue',
  'orange',
  'hold',
  'blue-wash',
  'orange-wash',
  'o1',
  'o2',
  'o3',
  'o4',
] as const;

/** The colours of the theme in force: a canvas knows no custom properties. */
export type ChartColours = Readonly<Record<(typeof TOKENS)[number], string>>;

export function chartColours(): ChartColours {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(TOKENS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as ChartColours;
}

/** Tells when the theme in force changes, by choice or by the system; ends by what it returns. */
export function watchColours(changed: () => void): () => void {
  const choice = new MutationObserver(changed);
  choice.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', changed);
  return () => {
    choice.disconnect();
    system.removeEventListener('change', changed);
  };
}
