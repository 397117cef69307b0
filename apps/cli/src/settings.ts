/** The settings alone: a file of its own, so that a command line without a command loads neither engine nor store. */
export { readSettings, showing } from '@projecta/home/settings';
