/** Persons with their full names and surnames, from lists/persons. */
import { plainForm } from '../../2-sentences/features.ts';
import { addUnder } from '../../add-under.ts';
import type { Knowledge, Row } from '../../knowledge.ts';
import { asReading } from './gazetteer-rows.ts';
import { type Listed, learn, namesIn, optional, partsOf } from './listed.ts';

/** Reads the persons. */
export function readPersons(listed: Listed, knowledge: Knowledge): void {
  for (const row of knowledge.list('persons')) {
    learnPerson(listed, row);
    addFullNames(listed, row);
    addSurnames(listed, row);
  }
}

function learnPerson(listed: Listed, row: Row): void {
  const state = optional(row.state);
  const gender = row.gender === 'm' || row.gender === 'f' ? row.gender : undefined;
  learn(listed, {
    id: row.id ?? '',
    kind: 'person',
    name: row.name ?? '',
    source: row.source ?? '',
    ...(state ? { state } : {}),
    ...(gender ? { gender } : {}),
  });
}

function addFullNames({ tree }: Listed, row: Row): void {
  const state = optional(row.state);
  const reading = asReading({ entity: row.id ?? '', kind: 'full-name', entityKind: 'person', context: [], state });
  // One word is a full name only of somebody who has no other.
  const hasOneWord = !(row.name ?? '').includes(' ') && row.surname === row.name;
  for (const name of namesIn(row)) if (hasOneWord || name.includes(' ') || name.includes('-')) tree.add(name, reading);
}

function addSurnames({ surnames }: Listed, row: Row): void {
  const id = row.id ?? '';
  for (const surname of partsOf(row.surname)) {
    const key = plainForm(surname);
    // "De Blasio said": a particle has a capital where no first name stands before it.
    for (const form of /^\p{Ll}/u.test(key) ? [key, key.charAt(0).toUpperCase() + key.slice(1)] : [key]) addUnder(surnames, form, id);
  }
}
