// What `npm run bench -- --only` chooses: names, kinds and beginnings; nothing is passed over in silence.
import { expect, it } from 'vitest';
import { BENCHES } from '../bench/benches.ts';
import { chosenTasks } from '../bench/only.ts';

const chosen = (only: string | undefined) => [...chosenTasks(only, BENCHES)];

it('takes a name, a kind of task, a beginning, or several', () => {
  expect(chosen(undefined)).toHaveLength(BENCHES.length + 1);
  expect(chosen('places lgl')).toEqual(['places lgl']);
  expect(chosen('places')).toEqual(['places geovirus', 'places lgl']);
  expect(chosen('neardup')).toEqual(['neardup', 'neardup traps']);
  expect(chosen('names')).toEqual(['names uner', 'names news']);
  expect(chosen('parse ')).toEqual(['parse gum', 'parse gum news', 'parse ewt', 'names uner', 'names news']);
  expect(chosen('PLV,accounts')).toEqual(['plv', 'accounts']);
});

it('says which tasks there are where there is none of that name', () => {
  for (const none of ['coref', '', 'plv,coref'])
    expect(() => chosen(none)).toThrow(/There is no task "(?:coref)?"\. Tasks: parse gum, .*, accounts\./);
});
