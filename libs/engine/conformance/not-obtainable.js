/** An engine that cannot be had on this machine: it is skipped, and the table says why. */
export class NotObtainable extends Error {}
