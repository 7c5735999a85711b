import type { Span } from './span.ts';

/** Something that was wrong with the input; what could be read was read. Codes are listed in `errors.ts`. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly span?: Span;
}
