// The whole engine and its golden runs for any JavaScript engine: leaves one global, a function that gives a promise of the digests as JSON.
import { goldenDigests } from '../dist/testing/golden-digests.twin.js';

globalThis.projectaGolden = () => goldenDigests().then((digests) => JSON.stringify(digests));
