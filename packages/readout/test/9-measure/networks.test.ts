// Networks, coverage and timelines over records made by hand.
import { describe, expect, it } from 'vitest';
import { coverageMatrix, networkEdges, timelineOf } from '../../src/9-measure/index.ts';
import { agencyRecord, jointRecord, privateRecord, talksRecord } from '../7-store/records.ts';

const records = [talksRecord(), agencyRecord()];

describe('a network', () => {
  it('has who meets whom, without direction, with weight, days and the tellings', () => {
    const [edge, ...more] = networkEdges(records, { kinds: ['meets'] });
    expect(more).toEqual([]);
    expect(edge).toMatchObject({
      from: 'person:kari-holm',
      to: 'person:li-wen',
      weight: 2,
      reports: 2,
      first: '2022-05-02',
      last: '2022-05-02',
    });
    expect(edge?.refs).toHaveLength(2);
    expect(networkEdges(records, { kinds: ['meets'], states: true })[0]).toMatchObject({ from: 'CHN', to: 'NOR' });
  });

  it('has who speaks for which state', () => {
    expect(networkEdges(records, { kinds: ['speaks-for'] })).toMatchObject([{ from: 'person:kari-holm', to: 'NOR', weight: 2 }]);
  });

  it('has nobody who only belongs to a state', () => {
    expect(networkEdges([privateRecord()], { kinds: ['speaks-for'] })).toEqual([]);
  });

  it('has each of those who speak together', () => {
    const joint = jointRecord();
    const entities = ['person:kari-holm', 'person:li-wen'];
    const claims = joint.claims.map((c) => (c.id === 'c2' && c.source ? { ...c, source: { ...c.source, entities } } : c));
    expect(networkEdges([{ ...joint, claims }], { kinds: ['speaks-for'] }).map((e) => [e.from, e.to, e.weight])).toEqual([
      ['person:kari-holm', 'NOR', 2],
      ['person:li-wen', 'CHN', 1],
    ]);
  });

  it('has no accusation where none is', () => {
    expect(networkEdges(records, { kinds: ['accuses'] })).toEqual([]);
    expect(networkEdges(records).map((e) => e.kind)).toEqual(['meets', 'speaks-for']);
  });
});

describe('coverage', () => {
  it('is a share of each publisher’s reports, zeros among them', () => {
    const cells = coverageMatrix(records, { topics: ['CHN', 'RUS'] });
    expect(cells.map((c) => [c.publisher, c.topic, c.reports, c.of, c.share])).toEqual([
      ['harbour-post', 'CHN', 1, 1, 1],
      ['harbour-post', 'RUS', 0, 1, 0],
      ['sudar-news', 'CHN', 1, 1, 1],
      ['sudar-news', 'RUS', 0, 1, 0],
    ]);
    expect(coverageMatrix(records).map((c) => c.topic)).toEqual(['CHN', 'NOR', 'CHN', 'NOR']);
  });
});

describe('a timeline', () => {
  it('has each act once, with its reports and the part taken', () => {
    expect(timelineOf(records, 'person:li-wen')).toMatchObject([
      { day: '2022-05-02', event: 'CONSULT', part: 'together', others: ['person:kari-holm'], reports: 2 },
    ]);
    expect(timelineOf(records, 'NOR', { all: true }).map((e) => [e.day, e.event, e.part])).toEqual([
      ['2019', 'AGREE', 'actor'],
      ['2022-05-02', 'CONSULT', 'together'],
    ]);
    expect(timelineOf(records, 'RUS')).toEqual([]);
  });
});
