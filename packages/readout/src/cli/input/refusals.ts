import type { ReadoutError } from '../../errors.ts';
import { type Io, note } from '../io.ts';

/** Says on stderr what could not be read: `file:line: what happened`, with the stack where --debug asks for it. */
export function noteRefusal(io: Io, at: string, error: ReadoutError, debug: boolean | undefined): void {
  note(io, `${at === '-' ? 'standard input' : at.replace(/^-:/, 'standard input:')}: ${error.message}`);
  if (debug) note(io, `${error.code}\n${error.stack}${error.cause instanceof Error ? `\nCaused by: ${error.cause.stack}` : ''}`);
}
