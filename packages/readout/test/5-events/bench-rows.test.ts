// The rows of the task `events` (bench/task-events.ts): label and CAMEO code of a row say the same.
import { describe, expect, it } from 'vitest';
import { readAll } from '../../../../bench/read-all.ts';
import { eventsRow } from '../../../../bench/task-events.ts';
import { openTestParts } from '../engine.ts';

const ROWS: readonly (readonly [text: string, source: string, target: string, root: string, code: string])[] = [
  ['The foreign ministers of Iran and Oman will meet next week.', 'IRNGOV', 'OMNGOV', 'AGREE', '036'],
  ['Norway plans to send aid to Haiti.', 'NORGOV', 'HTIGOV', 'AGREE', '033'],
  ['Norway sent aid to Haiti.', 'NORGOV', 'HTIGOV', 'AID', '07'],
  ['Germany will attack Mali.', 'DEUGOV', 'MLIGOV', 'THREATEN', '138'],
  ['Kenya did not meet Somalia.', 'KENGOV', 'SOMGOV', 'REJECT', '125'],
  ['Kenya urged Somalia to withdraw its troops.', 'KENGOV', 'SOMGOV', 'REQUEST', '02'],
];

describe('the rows of the task events', async () => {
  const parts = await openTestParts();
  const reads = await readAll(
    ROWS.map(([text]) => ({ text })),
    parts,
  );
  it.each(ROWS.map((row, i) => [row[0], i] as const))('%s', (_, i) => {
    const [, source, target, root, code] = ROWS[i] as (typeof ROWS)[number];
    const { events } = eventsRow({ id: 'x' }, reads[i] as never, parts) as { events: { [field: string]: unknown }[] };
    expect(events).toContainEqual(
      expect.objectContaining({ source_code: source, target_code: target, root, code: expect.stringMatching(`^${code}`) }),
    );
  });
});
