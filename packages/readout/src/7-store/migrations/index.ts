import { RECORDS } from './1-records.ts';
import { MEASURES } from './2-measures.ts';
import { REFUSALS } from './3-refusals.ts';
import { PAIRS } from './4-pairs.ts';
import { PATHS } from './5-paths.ts';
import { VOICES } from './6-voices.ts';
import { CONFIDENCE } from './7-confidence.ts';
import { SPOKEN_FOR } from './8-spoken-for.ts';

/** One step of the schema's history. `shared` runs on every engine, `sqlite` on SQLite alone. Never changed once released. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly shared: string;
  readonly sqlite: string;
}

/** All steps, oldest first. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'records', ...RECORDS },
  { version: 2, name: 'measures', ...MEASURES },
  { version: 3, name: 'refusals', ...REFUSALS },
  { version: 4, name: 'pairs', ...PAIRS },
  { version: 5, name: 'paths', ...PATHS },
  { version: 6, name: 'voices', ...VOICES },
  { version: 7, name: 'confidence', ...CONFIDENCE },
  { version: 8, name: 'spoken for', ...SPOKEN_FOR },
];

/** The schema that this Readout writes. */
export const SCHEMA_VERSION: number = MIGRATIONS.at(-1)?.version ?? 0;
