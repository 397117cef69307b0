export { randomStream } from './random-stream.js';
export { xoshiro128, type RandomStream } from './xoshiro128.js';
export { shuffle, type Swappable } from './shuffle.js';
export { drawIndices } from './draw-indices.js';
