/** Where states and places lie, for the map: a state at its capital, a place where the lists or the gazetteer file put it. */

import { slug } from '../3-mentions/lists/naming.ts';
import { placeKnowledge } from '../3-mentions/places/place-knowledge.ts';
import type { Knowledge } from '../knowledge.ts';

/** A point in degrees; empty where nothing is known. */
export interface Point {
  readonly latitude?: number;
  readonly longitude?: number;
}

/** A lookup of points by entity id (`FRA`, `place:lima`); names are read once, each id is looked up once. */
export function pointsOf(knowledge: Knowledge): (id: string) => Point {
  const places = placeKnowledge(knowledge);
  const capitals = new Map(knowledge.list('states').map((r) => [r.id ?? '', r.capital ?? '']));
  const named = new Map<string, { readonly name: string; readonly country: string }>();
  const learn = (name: string, country: string): void => {
    const id = `place:${slug(name)}`;
    if (!named.has(id)) named.set(id, { name, country });
  };
  for (const r of knowledge.list('places')) learn(r.name ?? '', r.country ?? '');
  for (const r of knowledge.list('state-names')) if (/^(capital|city|region|seat)$/.test(r.kind ?? '')) learn(r.name ?? '', r.state ?? '');
  const find = (id: string): Point => {
    const capital = capitals.get(id);
    const { name, country } = capital === undefined ? (named.get(id) ?? { name: '', country: '' }) : { name: capital, country: id };
    const all = name === '' ? [] : places.candidates(name);
    const at =
      all.find((c) => c.country === country && (capital === undefined || c.precision === 'city')) ??
      (capital === undefined ? all.find((c) => country === '' || c.country === undefined) : places.state(id));
    return at ? { latitude: at.lat, longitude: at.lon } : {};
  };
  const found = new Map<string, Point>();
  return (id) => {
    const point = found.get(id) ?? find(id);
    found.set(id, point);
    return point;
  };
}
