/** Every error code of Readout. `docs/reference/errors.md` is made from this table. */
export const ERRORS = {
  'article/empty': 'The input has no text.',
  'article/binary': 'The input is not text.',
  'article/too-large': 'The input is larger than the limit.',
  'article/not-utf8': 'Some bytes were not valid UTF-8; they were replaced.',
  'article/guessed-encoding': 'The bytes were not UTF-8; they were read as the old encoding that they look like, Windows-1252.',
  'article/no-text': 'No article text was found in the page.',
  'article/no-date': 'The day of publication is not known, so relative times stay unresolved.',
  'article/no-publisher': 'The publisher is not known.',
  'article/bad-date': 'A date was given that is not a date.',
  'article/time-out': 'The page took too long to read.',
  'article/hostile': 'The page is built to exhaust a reader; it was refused.',
  'article/language': 'The text does not seem to be English.',
  'article/control': 'Control characters were removed.',
  'input/not-found': 'A file was not found.',
  'input/unreadable': 'A file could not be read.',
  'input/line-too-long': 'A line is longer than the limit; it was left out.',
  'input/not-json': 'A line is not JSON; it was left out.',
  'input/no-text-field': 'A JSON row has no text; it was left out.',
  'input/not-a-record': 'A line is not a record of Readout.',
  'engine/failed': 'The engine failed on a report; it was left out.',
  'knowledge/missing': 'The compiled knowledge was not found.',
  'knowledge/invalid': 'A knowledge file is not valid.',
  'model/missing': 'The language model was not found.',
  'model/invalid': 'The language model could not be loaded.',
  'store/newer': 'The store was written by a newer Readout.',
  'store/not-a-store': 'The file is not a Readout store.',
  'store/missing': 'There is no store at that path.',
  'store/mismatch': 'A record in the store does not slice back to its words.',
  'store/io': 'The store could not be read or written.',
  'store/ambiguous': 'Several records begin with that id.',
  'store/full': 'The disk is full.',
  'store/busy': 'Another process is writing to the store.',
  'store/not-found': 'There is no such record.',
  'usage/unknown-option': 'An option is not known.',
  'usage/bad-value': 'An option has a value it cannot take.',
  'usage/unknown-command': 'The command is not known.',
  'http/not-found': 'There is nothing at this address.',
  'http/bad-request': 'A parameter has a value it cannot take.',
  'http/method': 'The address takes another method.',
  'http/forbidden': 'The request came from another host or origin.',
  'http/too-large': 'The body is larger than the limit.',
  'http/unsupported': 'The body is of a type that is not read.',
  'http/busy': 'The engine is busy.',
  'http/too-many': 'There were too many requests.',
  'http/port': 'No free port was found.',
} as const;

/** A code of the table above. */
export type ErrorCode = keyof typeof ERRORS;

/** The one error class: what happened, where, and what to do. Thrown for misuse and a broken environment, never for a bad document. */
export class ReadoutError extends Error {
  readonly code: ErrorCode;
  /** `file:line`, an option, an id: where it happened. */
  readonly at: string | undefined;

  constructor(code: ErrorCode, message: string, options: { at?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ReadoutError';
    this.code = code;
    this.at = options.at;
  }
}
