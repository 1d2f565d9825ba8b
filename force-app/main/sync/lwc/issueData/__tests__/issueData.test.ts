import { beforeEach, expect, jest, test } from '@jest/globals';
import { issuesQuery, START } from 'c/issueData';
import { gql } from 'lightning/graphql';

const texts: string[] = [];
beforeEach(() => {
  texts.length = 0;
  (gql as unknown as jest.Mock).mockImplementation(((_: unknown, text: string) =>
    texts.push(text)) as never);
});

function listedWith(filter: object): string {
  issuesQuery({ ...START, ...filter }, 25);
  return /listed: Sync_Issue__c\(([\s\S]*?)orderBy/.exec(texts.at(-1) ?? '')?.[1]?.trim() ?? '';
}

test('a fresh page lists what is open or being retried', () => {
  expect(listedWith({})).toBe(
    'first: 25 where: { and: [{ Status__c: { in: ["Open", "Retrying"] } }] }',
  );
});

test('signs of the search that mean something to the org are searched for as they are', () => {
  expect(listedWith({ status: '', text: '50%" or' })).toContain('like: "%50\\\\%\\" or%"');
});

test('a name of the package in the search gets no namespace', () => {
  expect(listedWith({ text: 'Total__c' })).toContain('%Total\\\\\\u005f\\\\\\u005fc%');
});

test('counts by cause leave the chosen cause out, the list does not', () => {
  expect(listedWith({ cause: 'mapping' })).toContain('{ Cause__c: { eq: "mapping" } }');
  expect(texts.at(-1)?.match(/Cause__c: \{ eq/g)).toHaveLength(1);
});
