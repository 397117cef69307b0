import { ProjectaError, quote } from '@projecta/errors';
import { basename } from 'node:path';

/** Why a database does not serve. */
export type StorageFailure = 'damaged' | 'foreign' | 'read_only' | 'full' | 'broken' | 'unreachable' | 'busy' | 'newer' | 'closed';

const ADVICE: Readonly<Record<StorageFailure, string>> = {
  damaged: 'is damaged. Stop everything that uses it and restore it from a backup, or move it away to begin with an empty one.',
  foreign: 'is no database of this program. Move it away, or name another file.',
  read_only: 'cannot be written. Give the user that runs this program write access to the file and its folder.',
  full: 'has no room left on its disk. Free some space and try again; nothing was half written.',
  broken: 'cannot be read or written: the disk or the memory fails. Look at the system log, then start again.',
  unreachable:
    'cannot be opened. See that its folder exists, is a folder, and may be entered and written by the user that runs this program.',
  busy: 'is held by another process. Try again; if it lasts, look for a process that hangs.',
  newer: 'was written by a newer version of this program. Update the program, or name another file.',
  closed: 'is closed.',
};

/** The STORAGE_UNAVAILABLE that says what is wrong with the database and what to do; it names the file, not where it is. */
export function storageError(failure: StorageFailure, file: string, cause?: unknown): ProjectaError {
  return new ProjectaError('STORAGE_UNAVAILABLE', `The database ${quote(basename(file))} ${ADVICE[failure]}`, [], { cause });
}
