import type { FlagName, Values } from './flags.ts';
import type { Io } from './io.ts';

/** One call of a command. */
export interface Call {
  readonly args: readonly string[];
  readonly flags: Values;
  readonly io: Io;
  /** All commands, for those that speak of the others. */
  readonly commands: readonly Command[];
}

/** Does the work and gives the exit code (exit.ts). */
export type Run = (call: Call) => Promise<number>;

/** A command as it is declared; its code is loaded only when it is called. */
export interface Command {
  readonly name: string;
  /** What it does, in one line. */
  readonly summary: string;
  /** What may follow the name: `FILE…|-`. */
  readonly args?: string;
  /** How many there must and may be; default none. */
  readonly count?: readonly [least: number, most: number];
  readonly examples: readonly (readonly [line: string, does: string])[];
  /** More to know, a paragraph each. */
  readonly notes?: readonly string[];
  readonly flags: readonly FlagName[];
  readonly load: () => Promise<Run>;
}
