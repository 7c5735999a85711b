// What is laid beside each other, and what is said where there is nothing to lay; names of files without a store.
import { expect, it } from 'vitest';
import { accountsOf } from '../../src/cli/chosen.ts';
import { entityIn } from '../../src/cli/with-store.ts';
import { talksRecord } from '../7-store/records.ts';
import { run } from './run.ts';

it('no text is nothing to compare, and one text alone is called by its name only where it was the only one named', async () => {
  expect(() => accountsOf([], ['nosuch.txt'])).toThrow('None of the texts could be read');
  const alone = { ...talksRecord(), claims: [], events: [], relations: [], silences: [] };
  expect(() => accountsOf([alone], ['b.txt'])).toThrow(/^b\.txt relays fewer than two voices/);
  expect(() => accountsOf([alone], ['empty.txt', 'b.txt'])).toThrow(/^The one text that could be read relays/);
});

it('a state that the texts do not name is known all the same', async () => {
  const { io } = { io: { stderr: { write: () => expect.unreachable() } } } as never;
  expect(await entityIn('Fiji', { flags: {}, io }, [talksRecord()])).toBe('FJI');
  expect(await entityIn('kor', { flags: {}, io }, [])).toBe('KOR');
});

it('a page is not written of no text', async () => {
  const { code, err } = await run(['report', '/nowhere/a.txt', '/nowhere/out.html']);
  expect(code).toBe(3);
  expect(err).toContain('None of the texts could be read');
});
