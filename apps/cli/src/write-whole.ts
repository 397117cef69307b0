/** A file of its own, for what loads it late: the rest of the home may be what is wrong. */
export { writeWhole } from '@projecta/home';
