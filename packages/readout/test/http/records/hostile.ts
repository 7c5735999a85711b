import { articleId } from '../../../src/1-article/article-id.ts';
import type { Event, Publisher, Record, Span } from '../../../src/model/index.ts';
import { join, STATE, spanIn } from './pieces.ts';
import { shortRecord } from './short.ts';

/** Strings that would run if any of them were taken for HTML, a script or an address. `__ran` would be set on `window`. */
export const HOSTILE = [
  '<script>window.__ran=1</script>',
  '<img src=x onerror="window.__ran=1">',
  '<svg/onload=window.__ran=1>',
  '"><iframe srcdoc="<script>parent.__ran=1</script>">',
  '<a href="javascript:window.__ran=1">tap</a>',
  '<style>@import "https://outside.example/x.css";</style>',
  '{@html window.__ran=1} {{constructor.constructor("window.__ran=1")()}}',
  '</title><script src=//outside.example/x.js></script>',
  '<link rel=prefetch href=https://outside.example/p>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.__ran=1&gt;">',
] as const;

/** A report whose title, body, byline, names, units and rule are hostile strings. */
export function hostileRecord(): Record {
  const made = shortRecord(0);
  const { text, parts } = join([
    ['title', `${HOSTILE[0]} ${HOSTILE[7]}\n`],
    ['byline', `By ${HOSTILE[1]}\n`],
    ['body', `France met Germany in Bonn. ${HOSTILE.join(' ')}\n`],
    ['caption', `${HOSTILE[2]}`],
  ]);
  const at = (words: string, nth = 0): Span => spanIn(text, words, nth);
  const publisher: Publisher = { id: 'hostile', name: `Daily ${HOSTILE[3]}`, kind: 'outlet', state: 'FRA', official: true };
  const event = made.events[0] as Event;
  return {
    ...made,
    article: {
      id: articleId(text, publisher.id, '2024-12-31'),
      text,
      title: `${HOSTILE[0]} ${HOSTILE[7]}`,
      url: 'javascript:window.__ran=1',
      language: 'en',
      publisher,
      published: { value: '2024-12-31', precision: 'day', basis: 'argument' },
      parts,
    },
    entities: [STATE('FRA', `France ${HOSTILE[1]}`), STATE('DEU', `Germany ${HOSTILE[2]}`)],
    mentions: made.mentions.map((m, i) => ({ ...m, span: at(i === 0 ? 'France' : 'Germany') })),
    claims: [
      {
        id: 'c1',
        source: { entity: 'FRA', span: at('France') },
        cue: [at('met')],
        content: [at(HOSTILE[6])],
        quotation: 'indirect',
        act: 'state',
        chain: [{ entity: 'FRA', how: HOSTILE[1] }],
        status: 'current',
        polarity: 'positive',
        topics: [HOSTILE[4]],
        rule: HOSTILE[5],
      },
    ],
    events: [
      {
        ...event,
        evidence: [
          { span: at('France'), as: 'actor' },
          { span: at('met'), as: 'trigger' },
          { span: at('Germany'), as: 'actor' },
        ],
      },
    ],
    silences: [
      {
        id: 's1',
        by: { entity: 'FRA' },
        about: [HOSTILE[0]],
        kind: 'left-out',
        evidence: [{ span: at('met'), as: 'trigger' }],
        rule: 'silence.make-no-mention',
      },
    ],
    figures: [{ id: 'f1', span: at('Bonn'), value: 1, unit: HOSTILE[1] }],
    problems: [{ code: 'article/control', message: HOSTILE[2] }],
  };
}
