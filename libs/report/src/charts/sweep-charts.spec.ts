import { describe, expect, test } from '@jest/globals';
import { htmlProblems } from '../testing/html-problems.js';
import { cellOutline, cellRuns, cellSquares } from './cell-paths.js';
import { heatMap } from './heat-map.js';
import { profileChart } from './profile-chart.js';
import { scatterPlot } from './scatter-plot.js';

const SHAPE = { columns: 3, rows: 2 };

describe('paths of cells', () => {
  test('join neighbours of a row; the first row is at the bottom', () => {
    expect(cellRuns(SHAPE, (cell) => cell < 2 || cell === 5)).toBe('M2 0h1v1h-1zM0 1h2v1h-2z');
    expect(cellRuns(SHAPE, () => false)).toBe('');
  });

  test('are a square for each where they stay apart', () => {
    expect(cellSquares(SHAPE, (cell) => cell < 2 || cell === 5)).toBe('M0 1h1v1h-1zM1 1h1v1h-1zM2 0h1v1h-1z');
  });

  test('outline a set where it ends, edges of the map included', () => {
    expect(cellOutline(SHAPE, new Set([0, 1]))).toBe('M0 1h2M0 2h2M0 1v1M2 1v1');
    expect(cellOutline(SHAPE, new Set([0, 1, 2, 3, 4, 5]))).toBe('M0 0h3M0 2h3M0 0v2M3 0v2');
    expect(cellOutline(SHAPE, new Set())).toBe('');
  });
});

describe('heat map', () => {
  const map = (classes: Uint8Array, columns: number) =>
    heatMap({
      label: 'A map',
      across: { name: 'slow', labels: Array.from({ length: columns }, (_, i) => `s${i}`) },
      up: { name: 'fast', labels: Array.from({ length: classes.length / columns }, (_, i) => `f${i}`) },
      classes,
      best: 1,
      outlined: new Set([1]),
      textOf: (cell) => `v${cell}`,
    }).markup;

  test('has a path a colour, writes into cells that have room, leaves those without a value empty', () => {
    const small = map(Uint8Array.of(0, 9, 3, 7), 2);
    expect(htmlProblems(small)).toEqual([]);
    expect(small.match(/<path class="h\d"/g)).toEqual(['<path class="h3"', '<path class="h7"', '<path class="h9"']);
    expect([...small.matchAll(/>(v\d)</g)].map(([, text]) => text)).toEqual(['v2', 'v3']);
    expect(small).toContain('<circle class="best" cx="75%"');
  });

  test('that is not known yet has a tile for each cell to come, and no best', () => {
    const axis = { name: 'fast', labels: ['1', '2'] };
    const isPending = (cell: number): boolean => cell > 1;
    const part = { label: 'A map', across: axis, up: axis, best: -1, outlined: new Set<number>(), textOf: String, isPending };
    const chart = heatMap({ ...part, classes: Uint8Array.of(0, 5, 0, 0) }).markup;
    expect(htmlProblems(chart)).toEqual([]);
    expect(chart).toContain('<path class="pending" d="M0 0h1v1h-1zM1 0h1v1h-1z" />');
    expect(chart).not.toMatch(/<circle|NaN/);
  });

  test('of 10,000 cells without order stays below 250 kB', () => {
    const classes = Uint8Array.from({ length: 10_000 }, (_, i) => 1 + ((i * 7919) % 9));
    expect(map(classes, 100).length).toBeLessThan(250_000);
  });
});

test('a profile marks the best, shades the plateau and leaves gaps where there is no value', () => {
  const chart = profileChart({
    ...{ label: 'Along fast', labels: ['1', '2', '3', '4'], values: Float64Array.of(0, 5, NaN, 1) },
    ...{ best: 1, plateau: new Set([1]), formatTick: (value: number) => String(value) },
  }).markup;
  expect(htmlProblems(chart)).toEqual([]);
  expect(chart.match(/class="dot"/g)).toHaveLength(3);
  expect(chart).toContain('<rect class="plateau" x="25.000%" width="25.000%"');
  expect(chart).not.toContain('NaN');
});

test('a scatter plot draws the points that have a class, one path a colour', () => {
  const axis = (name: string, scale: 'linear' | 'log') => ({
    name,
    scale,
    values: Float64Array.of(1, 10, 100),
    formatTick: (value: number) => String(value),
  });
  const chart = scatterPlot({
    label: 'Points',
    across: axis('x', 'log'),
    up: axis('y', 'linear'),
    classes: Uint8Array.of(2, 0, 9),
    best: 2,
  }).markup;
  expect(htmlProblems(chart)).toEqual([]);
  expect(chart.match(/class="dots h\d"/g)).toEqual(['class="dots h2"', 'class="dots h9"']);
  expect(chart.match(/h0/g)).toHaveLength(2);
});
