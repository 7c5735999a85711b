/** Temporary folders of the tests: below the one that `test/setup.ts` makes for a run and removes with it, so that a run that is stopped leaves none. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A new empty folder. */
export const newFolder = (name: string): string => mkdtempSync(join(process.env.READOUT_TEST_FOLDER ?? tmpdir(), `readout-${name}-`));

/** One that goes when the tests of the file are done, after all that they close. */
export function folderOfTests(name: string): string {
  const folder = newFolder(name);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
