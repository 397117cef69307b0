export { sha256Hex, sha256Stream } from './sha256.js';
