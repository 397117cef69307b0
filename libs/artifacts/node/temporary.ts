/** How the names of unfinished folders begin. */
export const TEMPORARY = '.tmp-';
