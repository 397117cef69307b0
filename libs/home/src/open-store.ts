/** The store: a file of its own, so that what opens no home does not load the database's driver. */
export { openStore } from '@projecta/persistence';
