/** Hand-made records for the doors' tests: our own text, spans found by their words, so that a changed word fails here and not in the page. */
import { articleId } from '../../src/1-article/article-id.ts';
import type {
  Article,
  Claim,
  Entity,
  Event,
  Evidence,
  Figure,
  Mention,
  Part,
  PartKind,
  Publisher,
  Record,
  Relation,
  Silence,
  Span,
  TimeExpression,
} from '../../src/model/index.ts';

const ENGINE = { version: '0.1.0', knowledge: 'sha256:0', model: 'hand-made' };

/** The `nth` place (from 0) of `words` in `text`. */
export function spanIn(text: string, words: string, nth = 0): Span {
  let start = text.indexOf(words);
  for (let i = 0; i < nth && start >= 0; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

/** Consecutive parts as kind and words; they are the text. */
function join(pieces: readonly (readonly [PartKind, string])[]): { text: string; parts: Part[] } {
  let text = '';
  const parts: Part[] = [];
  for (const [kind, words] of pieces) {
    parts.push({ kind, span: { start: text.length, end: text.length + words.length } });
    text += words;
  }
  return { text, parts };
}

const BAY_WIRE: Publisher = { id: 'bay-wire', name: 'Bay Wire', kind: 'news-agency', state: 'KOR', official: false };
const RIVER_DAILY: Publisher = { id: 'river-daily', name: 'River Daily', kind: 'outlet', state: 'CHN', official: true };

const PERSON = (id: string, name: string, state: string, office: string, start: string, end?: string): Entity => ({
  id,
  kind: 'person',
  name,
  state,
  sector: 'GOV',
  roles: [{ office, title: office[0]?.toUpperCase() + office.slice(1), state, start, ...(end ? { end } : {}) }],
  knowledge: 'offices',
});
const STATE = (id: string, name: string): Entity => ({ id, kind: 'state', name, iso3: id, state: id, knowledge: 'states' });

/** A meeting told by Bay Wire (fictional): every kind of record, every kind of part, and one of each mark. */
export function meetingRecord(): Record {
  const { text, parts } = join([
    ['header', 'date 2024-11-15\n'],
    ['title', 'Yoon and Xi meet in Peru for first talks in two years\n'],
    ['byline', 'By Hana Seo\n'],
    ['dateline', 'LIMA, Nov. 15 (Bay Wire) — '],
    [
      'body',
      'South Korean President Yoon Suk Yeol met his Chinese counterpart Xi Jinping on Friday in Peru, on the margins of the APEC summit, which gathers 21 economies with about 60% of world output.\n',
    ],
    ['caption', 'Xi Jinping waves on his arrival at the air base in Callao on Thursday.'],
    ['credit', ' (Pool photo)\n'],
    [
      'body',
      '“I hope our two countries will work for peace and stability on the peninsula,” Yoon said, as quoted by Yonhap.\n\n' +
        'His office said Seoul would send an envoy to Beijing next month. Xi was to visit South Korea next year, it added.\n\n' +
        'China is the main trading partner of South Korea and a key ally of North Korea, with which Seoul is technically still at war.\n\n' +
        'Chinese state media made no mention of North Korea or Russia in their reports of the talks.\n\n' +
        'Last month Beijing announced that it had arrested a South Korean engineer on suspicion of spying. Seoul did not recall its ambassador.\n',
    ],
    ['boilerplate', 'Bay Wire is a fictional agency. All rights reserved.'],
  ]);
  const at = (words: string, nth = 0): Span => spanIn(text, words, nth);
  const mentions: Mention[] = [];
  const m = (words: string, nth: number, entities: readonly string[], kind: Mention['kind']): string => {
    const id = `m${mentions.length + 1}`;
    mentions.push({ id, span: at(words, nth), entities, kind, via: 'hand', sentence: 0, head: 0, tokens: [0, 1] });
    return id;
  };
  const yoon = m('South Korean President Yoon Suk Yeol', 0, ['yoon-suk-yeol'], 'name');
  const xi = m('his Chinese counterpart Xi Jinping', 0, ['xi-jinping'], 'name');
  const peru = m('Peru', 1, ['PER'], 'name');
  m('APEC', 0, ['apec'], 'name');
  m('Xi Jinping', 1, ['xi-jinping'], 'name');
  const yoonSaid = m('Yoon', 2, ['yoon-suk-yeol'], 'name');
  m('Yonhap', 0, ['yonhap'], 'name');
  const office = m('His office', 0, ['office-of-president-kor'], 'nominal');
  const seoul = m('Seoul', 0, ['KOR'], 'metonym');
  const beijing = m('Beijing', 0, ['CHN'], 'metonym');
  const xiVisit = m('Xi', 3, ['xi-jinping'], 'name');
  const korVisit = m('South Korea', 1, ['KOR'], 'name');
  const china = m('China', 0, ['CHN'], 'name');
  const korTrade = m('South Korea', 2, ['KOR'], 'name');
  const prk = m('North Korea', 0, ['PRK'], 'name');
  const seoulWar = m('Seoul', 1, ['KOR'], 'metonym');
  const media = m('Chinese state media', 0, ['media:CHN'], 'nominal');
  const beijing2 = m('Beijing', 1, ['CHN'], 'metonym');
  const engineer = m('a South Korean engineer', 0, ['people:south-korean-engineer'], 'nominal');
  const seoul2 = m('Seoul', 2, ['KOR'], 'metonym');

  const times: TimeExpression[] = [
    { id: 't1', span: at('on Friday'), type: 'DATE', value: '2024-11-15', basis: 'implied' },
    { id: 't2', span: at('next month'), type: 'DATE', value: '2024-12', basis: 'implied' },
    { id: 't3', span: at('Last month'), type: 'DATE', value: '2024-10', basis: 'implied' },
  ];
  const as = (role: Evidence['as'], words: string, nth = 0): Evidence => ({ span: at(words, nth), as: role });

  const events: Event[] = [
    {
      id: 'e1',
      event: 'CONSULT',
      mode: 'third-party',
      contexts: ['diplomatic'],
      cameo: '044',
      quad: 1,
      goldstein: 2.5,
      actor: [
        { entity: 'yoon-suk-yeol', state: 'KOR', sector: 'GOV', mention: yoon },
        { entity: 'xi-jinping', state: 'CHN', sector: 'GOV', mention: xi },
      ],
      recipient: [],
      date: { start: '2024-11-15', end: '2024-11-15', precision: 'day', basis: 'implied', time: 't1' },
      location: { entity: 'PER', mention: peru },
      modality: 'asserted',
      polarity: 'positive',
      status: 'current',
      evidence: [
        as('actor', 'South Korean President Yoon Suk Yeol'),
        as('trigger', 'met'),
        as('actor', 'his Chinese counterpart Xi Jinping'),
        as('date', 'on Friday'),
        as('location', 'Peru', 1),
      ],
      rule: 'consult.meet',
    },
    {
      id: 'e2',
      event: 'CONSULT',
      mode: 'visit',
      contexts: ['diplomatic'],
      cameo: '042',
      quad: 1,
      goldstein: 1.9,
      actor: [{ entity: 'KOR', state: 'KOR', sector: 'GOV', mention: seoul }],
      recipient: [{ entity: 'CHN', state: 'CHN', sector: 'GOV', mention: beijing }],
      date: { start: '2024-12-01', end: '2024-12-31', precision: 'month', basis: 'implied', time: 't2' },
      modality: 'intended',
      polarity: 'positive',
      status: 'current',
      claim: 'c2',
      evidence: [as('actor', 'Seoul'), as('trigger', 'send an envoy'), as('recipient', 'Beijing'), as('date', 'next month')],
      rule: 'consult.send-envoy',
    },
    {
      id: 'e3',
      event: 'COERCE',
      mode: 'arrest',
      contexts: ['intelligence'],
      cameo: '173',
      quad: 4,
      goldstein: -5,
      actor: [{ entity: 'CHN', state: 'CHN', sector: 'GOV', mention: beijing2 }],
      recipient: [{ entity: 'people:south-korean-engineer', state: 'KOR', sector: 'CVL', mention: engineer }],
      date: { end: '2024-10-31', precision: 'month', basis: 'implied', time: 't3' },
      modality: 'asserted',
      polarity: 'positive',
      status: 'background',
      claim: 'c4',
      evidence: [
        as('date', 'Last month'),
        as('actor', 'Beijing', 1),
        as('trigger', 'arrested'),
        as('recipient', 'a South Korean engineer'),
      ],
      rule: 'coerce.arrest',
    },
    {
      id: 'e4',
      event: 'SANCTION',
      contexts: ['diplomatic'],
      cameo: '161',
      quad: 4,
      goldstein: -4,
      actor: [{ entity: 'KOR', state: 'KOR', sector: 'GOV', mention: seoul2 }],
      recipient: [],
      modality: 'asserted',
      polarity: 'negative',
      status: 'current',
      evidence: [as('actor', 'Seoul', 2), as('trigger', 'recall'), as('governor', 'did not')],
      rule: 'sanction.recall-ambassador',
    },
    {
      id: 'e5',
      event: 'CONSULT',
      mode: 'visit',
      contexts: ['diplomatic'],
      cameo: '042',
      quad: 1,
      goldstein: 1.9,
      actor: [{ entity: 'xi-jinping', state: 'CHN', sector: 'GOV', mention: xiVisit }],
      recipient: [{ entity: 'KOR', state: 'KOR', mention: korVisit }],
      date: { start: '2025-01-01', end: '2025-12-31', precision: 'year', basis: 'implied' },
      modality: 'intended',
      polarity: 'positive',
      status: 'current',
      claim: 'c3',
      evidence: [as('actor', 'Xi', 3), as('trigger', 'visit'), as('recipient', 'South Korea', 1)],
      rule: 'consult.visit',
    },
  ];

  const claims: Claim[] = [
    {
      id: 'c1',
      source: { entity: 'yoon-suk-yeol', mention: yoonSaid, span: at('Yoon', 2) },
      cue: [at('said'), at('as quoted by')],
      content: [at('“I hope our two countries will work for peace and stability on the peninsula,”')],
      quotation: 'direct',
      act: 'hope',
      chain: [
        { entity: 'yonhap', how: 'quoted', span: at('as quoted by') },
        { entity: 'yoon-suk-yeol', how: 'said', span: at('said') },
      ],
      status: 'current',
      polarity: 'positive',
      topics: [],
      rule: 'claim.as-quoted-by',
    },
    {
      id: 'c2',
      source: { entity: 'office-of-president-kor', mention: office, span: at('His office') },
      cue: [at('said', 1)],
      content: [at('Seoul would send an envoy to Beijing next month')],
      quotation: 'indirect',
      act: 'announce',
      chain: [{ entity: 'office-of-president-kor', how: 'said', span: at('said', 1) }],
      status: 'current',
      polarity: 'positive',
      topics: ['KOR', 'CHN'],
      rule: 'claim.verb.say',
    },
    {
      id: 'c3',
      source: { entity: 'office-of-president-kor', span: { start: at('it added').start, end: at('it added').start + 2 } },
      cue: [at('added')],
      content: [at('Xi was to visit South Korea next year')],
      quotation: 'indirect',
      act: 'state',
      chain: [{ entity: 'office-of-president-kor', how: 'said', span: at('added') }],
      status: 'current',
      polarity: 'positive',
      topics: ['xi-jinping', 'KOR'],
      rule: 'claim.verb.add',
    },
    {
      id: 'c4',
      source: { entity: 'CHN', mention: beijing2, span: at('Beijing', 1) },
      cue: [at('announced')],
      content: [at('that it had arrested a South Korean engineer on suspicion of spying')],
      quotation: 'indirect',
      act: 'announce',
      chain: [{ entity: 'CHN', how: 'announced', span: at('announced') }],
      date: { start: '2024-10-01', end: '2024-10-31', precision: 'month', basis: 'implied', time: 't3' },
      status: 'background',
      polarity: 'positive',
      topics: ['people:south-korean-engineer'],
      rule: 'claim.verb.announce',
    },
  ];

  const relations: Relation[] = [
    {
      id: 'r1',
      kind: 'trade',
      parties: [
        { entity: 'CHN', mention: china },
        { entity: 'KOR', mention: korTrade },
      ],
      degree: 'main',
      status: 'holds',
      knowledge: 'confirmed',
      evidence: [as('party', 'China'), as('trigger', 'main trading partner'), as('party', 'South Korea', 2)],
      rule: 'relation.trade.partner',
    },
    {
      id: 'r2',
      kind: 'alliance',
      parties: [
        { entity: 'CHN', mention: china },
        { entity: 'PRK', mention: prk },
      ],
      degree: 'key',
      status: 'holds',
      knowledge: 'confirmed',
      evidence: [as('party', 'China'), as('trigger', 'key ally'), as('party', 'North Korea')],
      rule: 'relation.alliance.ally',
    },
    {
      id: 'r3',
      kind: 'war',
      parties: [
        { entity: 'KOR', mention: seoulWar },
        { entity: 'PRK', mention: prk },
      ],
      degree: 'technically',
      status: 'holds',
      knowledge: 'confirmed',
      evidence: [as('party', 'North Korea'), as('party', 'Seoul', 1), as('trigger', 'technically still at war')],
      rule: 'relation.war.at-war',
    },
  ];

  const silences: Silence[] = [
    {
      id: 's1',
      by: { entity: 'media:CHN', state: 'CHN', sector: 'JRN', mention: media },
      about: ['PRK', 'RUS'],
      kind: 'left-out',
      evidence: [as('actor', 'Chinese state media'), as('trigger', 'made no mention'), as('about', 'North Korea or Russia')],
      rule: 'silence.make-no-mention',
    },
  ];

  const figures: Figure[] = [
    { id: 'f1', span: at('21 economies'), value: 21, unit: 'economies', of: { entity: 'apec' } },
    { id: 'f2', span: at('about 60% of world output'), value: 60, unit: '% of world output', hedge: 'about', of: { entity: 'apec' } },
  ];

  const article: Article = {
    id: articleId(text, BAY_WIRE.id, '2024-11-15'),
    text,
    title: 'Yoon and Xi meet in Peru for first talks in two years',
    url: 'https://bay-wire.example/2024/11/15/talks',
    language: 'en',
    publisher: BAY_WIRE,
    published: { value: '2024-11-15', precision: 'day', basis: 'header' },
    dateline: { place: 'LIMA', span: at('LIMA') },
    parts,
  };
  return {
    schema: 'readout/record@1',
    engine: ENGINE,
    article,
    entities: [
      PERSON('yoon-suk-yeol', 'Yoon Suk Yeol', 'KOR', 'president', '2022-05-10', '2025-04-04'),
      PERSON('xi-jinping', 'Xi Jinping', 'CHN', 'president', '2013-03-14'),
      STATE('PER', 'Peru'),
      { id: 'apec', kind: 'organisation', name: 'Asia-Pacific Economic Cooperation', sector: 'IGO', knowledge: 'organisations' },
      {
        id: 'yonhap',
        kind: 'news-agency',
        name: 'Yonhap News Agency',
        state: 'KOR',
        sector: 'JRN',
        official: false,
        knowledge: 'publishers',
      },
      { id: 'office-of-president-kor', kind: 'body', name: 'Office of the President', state: 'KOR', sector: 'GOV', knowledge: 'bodies' },
      STATE('KOR', 'South Korea'),
      STATE('CHN', 'China'),
      STATE('PRK', 'North Korea'),
      STATE('RUS', 'Russia'),
      { id: 'media:CHN', kind: 'outlet', name: 'Chinese state media', state: 'CHN', sector: 'JRN', official: true },
      { id: 'people:south-korean-engineer', kind: 'people', name: 'South Korean engineer', state: 'KOR', sector: 'CVL' },
    ],
    mentions,
    times,
    claims,
    events,
    relations,
    silences,
    figures,
    problems: [],
  };
}

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
