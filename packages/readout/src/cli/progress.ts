import type { Io } from './io.ts';

const WIDTH = 24;

/**
 * A bar on one line of stderr, drawn at most ten times a second, and only where a person sees it. Our own 40 lines: of a library (cli-progress)
 * with its many bars and formats one line would be used.
 */
export class Progress {
  readonly #io: Io;
  readonly #isShown: boolean;
  #drawnAt = 0;

  constructor(io: Io, quiet: boolean | undefined) {
    this.#io = io;
    this.#isShown = io.isTerminal.stderr && io.env.TERM !== 'dumb' && !quiet;
  }

  /** `part` from 0 to 1; undefined when nobody knows how much there is. */
  draw(part: number | undefined, words: string, now: number = performance.now()): void {
    if (!this.#isShown || now - this.#drawnAt < 100) return;
    this.#drawnAt = now;
    const full = part === undefined ? 0 : Math.round(Math.min(1, part) * WIDTH);
    const bar =
      part === undefined
        ? ''
        : `${'━'.repeat(full)}${'╌'.repeat(WIDTH - full)} ${String(Math.floor(Math.min(1, part) * 100)).padStart(3)} % `;
    this.#io.stderr.write(`\r\u001b[2K${`${bar}${words}`.slice(0, this.#io.columns - 1)}`);
  }

  /** Takes the bar away, so that a line can be written or because all is done. */
  clear(): void {
    if (!this.#isShown || this.#drawnAt === 0) return;
    this.#io.stderr.write('\r\u001b[2K');
    this.#drawnAt = 0;
  }
}
