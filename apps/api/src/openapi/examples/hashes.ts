/** Of the sample payload on the built-in data: what examples are about. */
export const RUN_HASH = '73889e3951dff8b05825fb1dcb942850ee975aeb29c6d6f78db08d5bd045daa3';
export const CONFIG_HASH = 'f3746f98e5b772cfcedacc9abbae58e9ca990c1ab2cbe88360ee4beefb8671d7';
export const DATA_HASH = '76135903a16c5e27af59ef17abbbc2611af43a51edf94abe66d1eb8f1122bc0f';
export const MANIFEST_HASH = '753f37787fd21603584c87e045d8b85337de0537afffa982ef260b4612001ab5';
/** Of the same with fast 4, a fee of 2 bps and seed 43. */
export const OTHER_RUN_HASH = '50c60ef69fccb93b6fde26378bf5b143d28e07ff8fe7aa720a72ff1a95466aa9';
export const OTHER_CONFIG_HASH = '13cce2325c09b37093c819f48ded6ae31155dd7ccd5b6603c7beadc97a008cdc';
export const OTHER_MANIFEST_HASH = '761c3afcc558bacf54b50300c1d34d40d2fc1a5e92ad2553bca2d9d25555e2cb';
/** Of the sample payload as the preset dual_sma_default. */
export const PRESET_ID = '063215b760dea89d07ee8ad30973d3350b673aa8587d769d7c7c6c8e423f8641';
/** Of an uploaded data set of three bars. */
export const UPLOAD_HASH = '2cb44b8fbea33c2316eb964f9702be379501f2d578a04c5bfd0ddfee4eba4fee';
/** Of the sample sweep on the built-in data. */
export const SWEEP_HASH = '6d7bc0dc2a408b1baf8395fab226177bc7e90658d5a0e86194db37bd17d81033';
export const SWEEP_CONFIG_HASH = 'f9024b9872e41c8e0898febf4774b8b84139f03da2c27298e6f48ffef0687785';
export const SWEEP_MANIFEST_HASH = '3fb08eba529aa12e7a681a6d03d3ff4afb2fd022a7920fc99b90f985460844ac';
/** Of its best trial, as a run. */
export const BEST_RUN_HASH = 'b7fc4f92cf6a8d5192c3f52d3d05b471e250a9e2e7ede3448b51567ff71b6e1e';
