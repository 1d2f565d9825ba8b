import { expect, test } from '@jest/globals';
import { pageOfWorker, problemOf } from 'c/workerAddress';

test.each(['https://worker.example.com', 'http://localhost:3000', 'http://127.0.0.1:8080/base'])(
  '%s is an address a worker may have',
  (address) => expect(problemOf(address)).toBeUndefined(),
);

test.each([
  ['worker.example.com', 'malformed'],
  ['', 'malformed'],
  ['http://worker.example.com', 'insecure'],
  ['http://localhost.example.com', 'insecure'],
  ['data:text/html,hello', 'insecure'],
  ['https://user:secret@worker.example.com', 'credentials'],
])('%s is refused as %s', (address, problem) => expect(problemOf(address)).toBe(problem));

test('a page of the worker is told where to come back to', () => {
  const url = pageOfWorker(
    'https://worker.example.com/',
    '/connect/shop',
    'https://org/n/Setup?a=b',
  );
  expect(url).toBe(
    'https://worker.example.com/connect/shop?return=https%3A%2F%2Forg%2Fn%2FSetup%3Fa%3Db',
  );
});
