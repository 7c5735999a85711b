import type { Claim, Figure, Relation, Silence } from '../../../src/model/index.ts';
import type { MeetingWords } from './meeting-words.ts';

/** Its claims. */
export function meetingClaims(words: MeetingWords) {
  const { at, ids } = words;
  const { yoonSaid, office, beijing2 } = ids;
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
  return claims;
}

/** Its relations, silences and figures. */
export function meetingRest(words: MeetingWords) {
  const { at, as, ids } = words;
  const { china, korTrade, prk, seoulWar, media } = ids;
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
  return { relations, silences, figures };
}
