import { articleId } from '../../../src/1-article/article-id.ts';
import type { Mention, Record, Span } from '../../../src/model/index.ts';
import { ENGINE, join, RIVER_DAILY, STATE, spanIn } from './pieces.ts';

/** A short report with one event; `n` makes it its own text and day. */
export function shortRecord(n: number): Record {
  const day = `2024-12-${String((n % 28) + 1).padStart(2, '0')}`;
  const { text, parts } = join([
    ['title', `Talks number ${n} end without a statement\n`],
    ['body', `France met Germany in Bonn for talks number ${n}. Officials described a long evening.`],
  ]);
  const at = (words: string, nth = 0): Span => spanIn(text, words, nth);
  const mention = (id: string, words: string, entity: string): Mention => ({
    id,
    span: at(words),
    entities: [entity],
    kind: 'name',
    sentence: 0,
    head: 0,
    tokens: [0, 1],
  });
  return {
    schema: 'readout/record@1',
    engine: ENGINE,
    article: {
      id: articleId(text, RIVER_DAILY.id, day),
      text,
      title: `Talks number ${n} end without a statement`,
      language: 'en',
      publisher: RIVER_DAILY,
      published: { value: day, precision: 'day', basis: 'argument' },
      parts,
    },
    entities: [STATE('FRA', 'France'), STATE('DEU', 'Germany')],
    mentions: [mention('m1', 'France', 'FRA'), mention('m2', 'Germany', 'DEU')],
    times: [],
    claims: [],
    events: [
      {
        id: 'e1',
        event: 'CONSULT',
        contexts: ['diplomatic'],
        cameo: '040',
        quad: 1,
        goldstein: 1,
        actor: [
          { entity: 'FRA', state: 'FRA', mention: 'm1' },
          { entity: 'DEU', state: 'DEU', mention: 'm2' },
        ],
        recipient: [],
        modality: 'asserted',
        polarity: 'positive',
        status: 'current',
        evidence: [
          { span: at('France'), as: 'actor' },
          { span: at('met'), as: 'trigger' },
          { span: at('Germany'), as: 'actor' },
        ],
        rule: 'consult.meet',
      },
    ],
    relations: [],
    silences: [],
    figures: [],
    problems: [{ code: 'article/no-date', message: 'The day of publication is not known, so relative times stay unresolved.' }],
  };
}
