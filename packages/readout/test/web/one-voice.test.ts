// A comparison of one voice says that there is nothing beside it, not that others lack what it says.
import { expect, it } from 'vitest';
import { sectionsOf, summaryOf } from '../../../../apps/web/src/lib/compare.ts';
import { compareAccounts, searchWords, voicesOf } from '../../src/8-compare/index.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import { meetingRecord } from '../http/records.ts';

it('one voice alone', () => {
  const record = meetingRecord();
  const [first, second] = voicesOf(record);
  if (!first || !second) throw new Error('two voices to begin with');
  const words = searchWords(loadKnowledge());
  const alone = compareAccounts([first], [record], words);
  expect(summaryOf(alone)).toMatch(/^1 voice, \d things?: there is no other to lay beside it\.$/);
  expect(sectionsOf(alone.rows, alone.accounts, false).map((s) => s.title)).toEqual([`Told by ${first.voice.name}`]);
  const both = compareAccounts([first, second], [record], words);
  expect(summaryOf(both)).toMatch(/^2 accounts: /);
  expect(sectionsOf(both.rows, both.accounts, false).map((s) => s.title)).toContain(`Told by ${first.voice.name} only`);
});
