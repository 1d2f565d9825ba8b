import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  OBJECT_PLACES,
  PERSON_PLACES,
  SILENT_OBJECTS,
  TEXT_OBJECTS,
} from '../../../src/control/privacy/object-places.ts';
import { addressPattern } from '../../../src/control/privacy/address-pattern.ts';
import { SILENT_TABLES, TABLE_PLACES } from '../../../src/control/privacy/table-places.ts';
import { useDatabase } from '../../compose/use-database.ts';

const PACKAGE = join(import.meta.dirname, '../../../../force-app/main');
const database = useDatabase();

it('every table of the worker is searched for people, or said to hold nothing about them', async () => {
  const { rows } = await database
    .pool()
    .query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'cartbridge'`,
    );
  const spoken = [...TABLE_PLACES.map(({ place }) => place), ...Object.keys(SILENT_TABLES)];
  const unspoken = rows.map(({ name }) => name).filter((name) => !spoken.includes(name));
  expect(
    unspoken,
    'Say in worker/src/control/privacy/table-places.ts what these tables hold about people.',
  ).toEqual([]);
});

it('every object of the package is searched for people, or said to hold nothing about them', () => {
  const objects = readdirSync(PACKAGE).flatMap((feature) => {
    try {
      return readdirSync(join(PACKAGE, feature, 'objects'));
    } catch {
      return [];
    }
  });
  const spoken = [
    ...OBJECT_PLACES.map(({ place }) => place),
    ...[PERSON_PLACES, TEXT_OBJECTS, SILENT_OBJECTS].flatMap((places) => Object.keys(places)),
  ];
  const unspoken = objects.filter((name) => !spoken.includes(name));
  expect(objects).toContain('Order__c');
  expect(
    unspoken,
    'Say in worker/src/control/privacy/object-places.ts what these objects hold about people.',
  ).toEqual([]);
});

describe('an address is found in a text', () => {
  const pattern = addressPattern(['kim.berg+shop@example.com', 'kim@example.com']) ?? '';
  it.each([
    ['kim@example.com', true],
    ['"KIM@example.com"', true],
    ['Write to kim@example.com.', true],
    [String.raw`{\"note\":\"line\nkim@example.com\"}`, true],
    ['https://shop.example/?email=kim%40example.com&a=1', true],
    [String.raw`kim\u0040example.com`, true],
    ['kim.berg+shop@example.com', true],
    ['nokim@example.com', false],
    ['no.kim@example.com', false],
    ['kim@example.com.au', false],
    ['kim@example.community', false],
    ['kim.bergXshop@example.com', false],
  ])('%s: %s', async (text, isFound) => {
    expect(new RegExp(pattern, 'i').test(text), 'by JavaScript').toBe(isFound);
    const { rows } = await database.pool().query('select $1::text ~* $2 as found', [text, pattern]);
    expect(rows, 'by PostgreSQL').toEqual([{ found: isFound }]);
  });
});
