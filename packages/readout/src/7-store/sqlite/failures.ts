import Sqlite from 'better-sqlite3';
import { ReadoutError } from '../../errors.ts';

/** What `act` gives; SQLite's failures become typed errors that say what to do. */
export async function storing<T>(file: string, act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    throw failureOf(cause, file);
  }
}

function failureOf(cause: unknown, file: string): unknown {
  if (!isSystemError(cause)) return cause;
  const options = { at: file, cause };
  const { code } = cause;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC')
    return new ReadoutError(
      'store/full',
      `The disk that holds ${file} is full. What was stored before is safe; make room and run the same command again.`,
      options,
    );
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new ReadoutError(
      'store/busy',
      `Another process is writing to ${file} and did not finish in time. Run the same command again.`,
      options,
    );
  if (code === 'SQLITE_NOTADB')
    return new ReadoutError('store/not-a-store', `${file} is not a Readout store. Name another file with --store.`, options);
  if (code.startsWith('SQLITE_CORRUPT'))
    return new ReadoutError(
      'store/mismatch',
      `The store ${file} is damaged (${cause.message}). Restore a copy, or ingest into a new store.`,
      options,
    );
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new ReadoutError('store/io', `The store ${file} may not be written. Check its permissions and those of its folder.`, options);
  if (/^SQLITE_(?:IOERR|CANTOPEN|PROTOCOL|NOLFS)/.test(code) || /^E[A-Z]+$/.test(code))
    return new ReadoutError(
      'store/io',
      `The store ${file} could not be read or written (${code}). Check the disk and the permissions of its folder.`,
      options,
    );
  return cause;
}

function isSystemError(cause: unknown): cause is Error & { readonly code: string } {
  return (
    cause instanceof Sqlite.SqliteError ||
    (cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && !(cause instanceof ReadoutError))
  );
}
