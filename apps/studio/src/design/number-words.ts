import { formatNumber, formatSignificant } from '@projecta/report';

/** A count with its noun: "1 bar", "17,544 bars". Counts alone are `formatNumber(count, 0)`. */
export function counted(count: number, noun: string, nouns = `${noun}s`): string {
  return `${formatNumber(count, 0)} ${count === 1 ? noun : nouns}`;
}

/** A price with at most eight significant digits, and no zeros at its end. */
export function priceWords(price: number): string {
  return formatSignificant(price, 8)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}
