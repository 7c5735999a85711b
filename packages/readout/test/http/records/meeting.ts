import { articleId } from '../../../src/1-article/article-id.ts';
import type { Article, Record } from '../../../src/model/index.ts';
import { meetingClaims, meetingRest } from './meeting-claims.ts';
import { meetingEvents } from './meeting-events.ts';
import { meetingWords } from './meeting-words.ts';
import { BAY_WIRE, ENGINE, PERSON, STATE } from './pieces.ts';

/** A meeting told by Bay Wire (fictional): every kind of record, every kind of part, and one of each mark. */
export function meetingRecord(): Record {
  const words = meetingWords();
  const { text, parts, at } = words;
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
    mentions: words.mentions,
    times: words.times,
    claims: meetingClaims(words),
    events: meetingEvents(words),
    ...meetingRest(words),
    problems: [],
  };
}
