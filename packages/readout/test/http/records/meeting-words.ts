import type { Evidence, Mention, Span, TimeExpression } from '../../../src/model/index.ts';
import { join, spanIn } from './pieces.ts';

/** The text of the meeting, where its words stand, and whom they name. */
export function meetingWords() {
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
  return {
    text,
    parts,
    at,
    as,
    mentions,
    times,
    ids: {
      yoon,
      xi,
      peru,
      yoonSaid,
      office,
      seoul,
      beijing,
      xiVisit,
      korVisit,
      china,
      korTrade,
      prk,
      seoulWar,
      media,
      beijing2,
      engineer,
      seoul2,
    },
  };
}

export type MeetingWords = ReturnType<typeof meetingWords>;
