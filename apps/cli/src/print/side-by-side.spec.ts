import { describe, expect, test } from '@jest/globals';
import pc from 'picocolors';
import { sideBySide } from './side-by-side.js';

const plain = pc.createColors(false);
const blocks = ['One', 'Two', 'Three', 'Four'].map((title) => ({
  title,
  rows: [
    { name: 'Total return', value: '+1.00 %' },
    { name: 'Sharpe', value: '0.5' },
  ],
}));

describe('blocks side by side', () => {
  test('stand four, two or one across as the width allows, and never exceed it', () => {
    for (const [width, lines] of [
      [120, 3],
      [80, 7],
      [40, 15],
    ] as const) {
      const printed = sideBySide(blocks, { width, color: plain });
      expect(printed).toHaveLength(lines);
      expect(Math.max(...printed.map((line) => line.length))).toBeLessThanOrEqual(width);
    }
  });
  test('align values at the right', () => {
    expect(sideBySide(blocks.slice(0, 2), { width: 80, color: plain })).toEqual([
      'One                      Two',
      'Total return  +1.00 %    Total return  +1.00 %',
      'Sharpe            0.5    Sharpe            0.5',
    ]);
  });
  test('look the same in colours once the colours are taken away', () => {
    const color = pc.createColors(true);
    const painted = blocks.map((block) => ({ ...block, rows: block.rows.map((row) => ({ ...row, paint: color.green })) }));
    const escape = String.fromCharCode(27);
    const bare = sideBySide(painted, { width: 80, color }).map((line) => line.replaceAll(new RegExp(`${escape}\\[\\d+m`, 'g'), ''));
    expect(bare).toEqual(sideBySide(blocks, { width: 80, color: plain }));
  });
});
