export { ERROR_CODES, type ErrorCode } from './error-code.js';
export type { Problem } from './problem.js';
export { ProjectaError, ValidationFailed } from './projecta-error.js';
export { didYouMean, suggestion } from './did-you-mean.js';
export { quote } from './quote.js';
