/** Scores stage 6 on cases/6-relations: how many of the wanted are found, how many sentences without any yield one; and its throughput. `--errors` lists what differs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findRelations } from '../../../packages/readout/src/6-relations/index.ts';
import { type FigureCase, figureFailure, type RelationCase, relationFailure } from '../../../packages/readout/test/6-relations/cases.ts';
import { openTestParts, readCases, root, type Whole } from '../../../packages/readout/test/engine.ts';

const read = <T>(name: string): T[] => parse(readFileSync(join(root, 'cases/6-relations', name), 'utf8')) as T[];
const relations = read<RelationCase>('relations.yaml');
const figures = read<FigureCase>('figures.yaml');
const parts = await openTestParts();
const whole = await readCases([...relations, ...figures], parts);

function score<T extends RelationCase | FigureCase>(
  cases: readonly T[],
  read: readonly Whole[],
  failure: (c: T, w: Whole) => string | undefined,
) {
  const failed = cases.filter((c, i) => {
    const w = read[i];
    const wrong = w ? failure(c, w) : 'not read';
    if (wrong && process.argv.includes('--errors')) console.error(`${c.id}: ${wrong}`);
    return wrong !== undefined;
  });
  const none = cases.filter((c) => c.none);
  return {
    cases: cases.length,
    found: cases.length - none.length - failed.filter((c) => !c.none).length,
    wanted: cases.length - none.length,
    none: none.length,
    falselyFound: failed.filter((c) => c.none).length,
  };
}

const documents = whole.slice(0, relations.length);
const before = process.cpuUsage();
const rounds = 20;
for (let i = 0; i < rounds; i++) for (const w of documents) findRelations(w.doc, w.claims, w.events, parts.relations);
const used = process.cpuUsage(before);
console.log(
  JSON.stringify(
    {
      relations: score(relations, documents, relationFailure),
      figures: score(figures, whole.slice(relations.length), figureFailure),
      sentencesPerSecond: Math.round((rounds * documents.length) / ((used.user + used.system) / 1e6)),
    },
    null,
    1,
  ),
);
