/** Records made by hand, of texts that a newspaper could have printed; the spans are found from the words. */
import { articleId } from '../../src/1-article/article-id.ts';
import type { Entity, Evidence, Mention, Publisher, Record, Span } from '../../src/model/index.ts';
import { SCHEMA } from '../../src/model/record.ts';

const HARBOUR: Publisher = { id: 'harbour-post', name: 'Harbour Post', kind: 'outlet', state: 'NOR', official: false };
const SUDAR: Publisher = { id: 'sudar-news', name: 'Sudar News', kind: 'news-agency', state: 'CHN', official: true };

const TALKS =
  'Norwegian Foreign Minister Kari Holm met her Chinese counterpart Li Wen in Oslo on Monday. Norway and China signed a trade deal in 2019.\n\n' +
  '“We agreed to keep talking,” Holm said after the talks, Sudar News reported. China is Norway’s largest trading partner in Asia.\n\n' +
  'Chinese state media did not mention the fishing dispute. About 300 reporters were there.';

/** Where words stand; the nth time, counted from 0. */
export function spanOf(text: string, words: string, nth = 0): Span {
  let start = text.indexOf(words);
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

export interface RecordOptions {
  readonly text?: string;
  readonly url?: string;
  readonly day?: string;
  readonly publisher?: Publisher;
  readonly engine?: string;
  readonly title?: string;
}

/** A report of a meeting in Oslo with one record of each kind, two events among them background or intended. */
export function talksRecord(options: RecordOptions = {}): Record {
  const text = options.text ?? TALKS;
  const day = options.day ?? '2022-05-03';
  const publisher = options.publisher ?? HARBOUR;
  const at = (words: string, nth = 0): Span => spanOf(text, words, nth);
  const mention = (id: string, words: string, entity: string, kind: Mention['kind'] = 'name', nth = 0): Mention => ({
    id,
    span: at(words, nth),
    entities: [entity],
    kind,
    sentence: 0,
    head: 0,
    tokens: [0, 1],
  });
  const evidence = (as: Evidence['as'], words: string, nth = 0): Evidence => ({ span: at(words, nth), as });
  const entities: Entity[] = [
    { id: 'NOR', kind: 'state', name: 'Norway', iso3: 'NOR', state: 'NOR' },
    { id: 'CHN', kind: 'state', name: 'China', iso3: 'CHN', state: 'CHN' },
    { id: 'person:kari-holm', kind: 'person', name: 'Kari Holm', state: 'NOR', sector: 'GOV' },
    { id: 'person:li-wen', kind: 'person', name: 'Li Wen', state: 'CHN', sector: 'GOV' },
    { id: 'place:oslo', kind: 'place', name: 'Oslo', state: 'NOR' },
    { id: 'outlet:chinese-state-media', kind: 'outlet', name: 'Chinese state media', state: 'CHN', sector: 'JRN', official: true },
  ];
  return {
    schema: SCHEMA,
    engine: { version: options.engine ?? '0.1.0', knowledge: 'sha256:test', model: 'test' },
    article: {
      id: articleId(text, publisher.id, day),
      text,
      title: options.title ?? 'Ministers meet in Oslo',
      ...(options.url === undefined ? {} : { url: options.url }),
      language: 'en',
      publisher,
      published: { value: day, precision: 'day', basis: 'header' },
      parts: [{ kind: 'body', span: { start: 0, end: text.length } }],
    },
    entities,
    mentions: [
      mention('m1', 'Kari Holm', 'person:kari-holm'),
      mention('m2', 'Li Wen', 'person:li-wen'),
      mention('m3', 'Oslo', 'place:oslo'),
      mention('m4', 'Holm', 'person:kari-holm', 'name', 1),
      mention('m5', 'Chinese state media', 'outlet:chinese-state-media', 'nominal'),
      mention('m6', 'Norway', 'NOR'),
      mention('m7', 'China', 'CHN'),
    ],
    times: [{ id: 't1', span: at('Monday'), type: 'DATE', value: '2022-05-02', basis: 'implied' }],
    claims: [
      {
        id: 'c1',
        source: { entity: 'person:kari-holm', mention: 'm4', span: at('Holm', 1) },
        cue: [at('said')],
        content: [at('We agreed to keep talking')],
        quotation: 'direct',
        act: 'state',
        chain: [
          { entity: 'sudar-news', how: 'reported', span: at('reported') },
          { entity: 'person:kari-holm', how: 'said' },
        ],
        status: 'current',
        polarity: 'positive',
        topics: ['CHN'],
        rule: 'claim.verb.say',
      },
    ],
    events: [
      {
        id: 'e1',
        event: 'CONSULT',
        contexts: ['diplomatic'],
        cameo: '042',
        quad: 1,
        goldstein: 2.5,
        actor: [
          { entity: 'person:kari-holm', state: 'NOR', sector: 'GOV', mention: 'm1' },
          { entity: 'person:li-wen', state: 'CHN', sector: 'GOV', mention: 'm2' },
        ],
        recipient: [],
        date: { start: '2022-05-02', end: '2022-05-02', precision: 'day', basis: 'implied', time: 't1' },
        location: { entity: 'place:oslo', mention: 'm3' },
        modality: 'asserted',
        polarity: 'positive',
        status: 'current',
        evidence: [evidence('trigger', 'met'), evidence('actor', 'Kari Holm'), evidence('actor', 'Li Wen'), evidence('date', 'Monday')],
        rule: 'consult.meet',
      },
      {
        id: 'e2',
        event: 'AGREE',
        contexts: ['economic'],
        cameo: '057',
        quad: 1,
        goldstein: 8,
        actor: [{ entity: 'NOR', state: 'NOR', mention: 'm6' }],
        recipient: [{ entity: 'CHN', state: 'CHN', mention: 'm7' }],
        date: { start: '2019-01-01', end: '2019-12-31', precision: 'year', basis: 'known' },
        modality: 'asserted',
        polarity: 'positive',
        status: 'background',
        evidence: [evidence('trigger', 'signed a trade deal')],
        rule: 'agree.sign',
      },
      {
        id: 'e3',
        event: 'CONSULT',
        contexts: [],
        cameo: '036',
        quad: 1,
        goldstein: 4,
        actor: [{ entity: 'person:kari-holm', state: 'NOR', sector: 'GOV', mention: 'm4' }],
        recipient: [],
        modality: 'intended',
        polarity: 'positive',
        status: 'current',
        claim: 'c1',
        evidence: [evidence('trigger', 'keep talking')],
        rule: 'consult.talk',
      },
    ],
    relations: [
      {
        id: 'r1',
        kind: 'trade',
        parties: [
          { entity: 'CHN', mention: 'm7' },
          { entity: 'NOR', mention: 'm6' },
        ],
        status: 'holds',
        knowledge: 'new',
        evidence: [evidence('trigger', 'trading partner'), evidence('party', 'China is')],
        rule: 'trade.partner',
      },
    ],
    silences: [
      {
        id: 's1',
        by: { entity: 'outlet:chinese-state-media', state: 'CHN', sector: 'JRN', mention: 'm5' },
        about: ['the fishing dispute'],
        kind: 'left-out',
        evidence: [evidence('trigger', 'did not mention'), evidence('about', 'the fishing dispute')],
        rule: 'silence.not-mention',
      },
    ],
    figures: [{ id: 'f1', span: at('300 reporters'), value: 300, unit: 'reporters', hedge: 'about' }],
    problems: [],
  };
}

/** The same meeting as the other side's agency tells it: another publisher, another text. */
export function agencyRecord(options: RecordOptions = {}): Record {
  return talksRecord({
    text: TALKS.replace('Norwegian Foreign', 'The Norwegian Foreign'),
    publisher: SUDAR,
    url: 'https://sudar.example/a/7',
    day: '2022-05-04',
    ...options,
  });
}

/** What several say together: as records have it, and as they had it before `source.entities`, when the mention of "the two ministers" had it alone. */
export function jointRecord(options: RecordOptions = {}): Record {
  const said = `${TALKS} Norway and China said the port would stay open. The two ministers said it was safe.`;
  const whole = talksRecord({ text: said, day: '2022-05-05', ...options });
  const { text } = whole.article;
  const at = (words: string, nth = 0): Span => spanOf(text, words, nth);
  const [base] = whole.claims;
  if (!base) throw new Error('a claim to begin with');
  const states = ['NOR', 'CHN'];
  const ministers = ['person:kari-holm', 'person:li-wen'];
  const rest = { quotation: 'indirect', topics: [], rule: 'claim.verb.say' } as const;
  const where = { sentence: 0, head: 0, tokens: [0, 1] } as const;
  return {
    ...whole,
    mentions: [
      ...whole.mentions,
      { id: 'm8', span: at('Norway and China said'), entities: ['NOR'], kind: 'name', ...where },
      { id: 'm9', span: at('The two ministers'), entities: ministers, kind: 'nominal', ...where },
    ],
    claims: [
      base,
      {
        ...base,
        ...rest,
        id: 'c2',
        source: { entities: states, mention: 'm8', span: at('Norway and China', 1) },
        cue: [at('said', 1)],
        content: [at('the port would stay open')],
        chain: [{ entity: 'NOR', entities: states, how: 'said' }],
      },
      {
        ...base,
        ...rest,
        id: 'c3',
        source: { mention: 'm9', span: at('The two ministers') },
        cue: [at('said', 2)],
        content: [at('it was safe')],
        chain: [{ entity: 'person:kari-holm', how: 'said' }],
      },
    ],
  };
}

/** The same of people who only belong to their states: a merchant and a rebel speak for neither. */
export function privateRecord(options: RecordOptions = {}): Record {
  const whole = jointRecord({ day: '2022-05-06', ...options });
  const sectors = new Map([
    ['person:kari-holm', 'BUS'],
    ['person:li-wen', 'REB'],
  ]);
  return {
    ...whole,
    entities: whole.entities.map((e) => {
      const sector = sectors.get(e.id);
      return sector === undefined ? e : { ...e, sector };
    }),
  };
}

/** `count` reports of different days with the same sentences. */
export function manyRecords(count: number): readonly Record[] {
  return Array.from({ length: count }, (_, i) => {
    const day = `2021-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`;
    return talksRecord({ text: `${TALKS} Report ${i}.`, day, url: `https://harbour.example/${i}` });
  });
}
