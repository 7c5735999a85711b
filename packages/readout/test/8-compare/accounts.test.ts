// Whole accounts with known deletions and changes (cases/8-compare/accounts.yaml): what is found, and what is said wrongly.
import { beforeAll, describe, expect, it } from 'vitest';
import { compareCases, type Outcome, scoreAccounts } from '../../../../bench/accounts.ts';
import { openTestParts } from '../engine.ts';

let outcomes: readonly Outcome[] = [];
beforeAll(async () => {
  outcomes = await compareCases(await openTestParts());
});

describe('accounts with known differences', () => {
  it('are many enough', () => {
    expect(outcomes.length).toBeGreaterThanOrEqual(90);
  });

  it('show what was left out and what was changed, and hardly anything else', () => {
    const score = scoreAccounts(outcomes);
    const wrong = outcomes.filter((o) => o.outcome !== 'found' && o.outcome !== 'right');
    const told = JSON.stringify(wrong, undefined, 1);
    expect(score.omissionsFound, told).toBeGreaterThanOrEqual(85);
    expect(score.differencesFound, told).toBeGreaterThanOrEqual(70);
    expect(score.falseSilence, told).toBeLessThanOrEqual(8);
    expect(score.falseDifference, told).toBeLessThanOrEqual(5);
  });
});
