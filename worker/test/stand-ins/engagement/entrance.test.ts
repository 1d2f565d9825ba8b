import { describe, expect, it } from 'vitest';
import { callApi, DAY, openPlace, passQuietly } from './unit-kit.ts';

const READ = 'objects/prospects?fields=id';

describe('the entrance of the API v5', () => {
  it.each([
    ['no token', { token: '' }, 401, 184],
    ['a token the org does not know', { token: '00Dwrong!token' }, 401, 184],
    ['no business unit', { businessUnit: '' }, 401, 181],
    ['something that is no business unit', { businessUnit: '00D000000000001' }, 401, 182],
    ['another business unit', { businessUnit: '0UvXX0000000001' }, 403, 49],
  ])('refuses %s by its code', async (_, options, status, code) => {
    const { unit } = await openPlace();
    const answer = await callApi(unit, 'GET', READ, options);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(typeof answer.body.message).toBe('string');
  });

  it('refuses a user of the org who is none of the business unit', async () => {
    const { unit } = await openPlace({ usernames: ['somebody@else.example'] });
    expect(await callApi(unit, 'GET', READ)).toMatchObject({ status: 403, body: { code: 49 } });
  });

  it('refuses a token whose session has expired since', async () => {
    const { org, unit } = await openPlace();
    org.faults.add({ path: 'userinfo', status: 401, body: [] });
    expect((await callApi(unit, 'GET', READ)).status).toBe(401);
    expect((await callApi(unit, 'GET', READ)).status).toBe(200);
  });

  it('refuses the sixth of six calls at once', async () => {
    const { org, unit } = await openPlace();
    org.faults.add({ path: 'userinfo', times: 5, delayMs: 500 });
    const calls = Array.from({ length: 6 }, () => callApi(unit, 'GET', READ));
    const answers = await Promise.all(calls);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(answers.find(({ status }) => status !== 200)).toMatchObject({
      status: 429,
      body: { code: 66 },
    });
    expect((await callApi(unit, 'GET', READ)).status).toBe(200);
  });

  it('refuses calls beyond the daily limit until midnight', async () => {
    const place = await openPlace();
    place.unit.setDailyLimit(1);
    expect((await callApi(place.unit, 'GET', READ)).status).toBe(200);
    const refused = { status: 429, body: { code: 122, message: 'Daily API rate limit met' } };
    expect(await callApi(place.unit, 'GET', READ)).toEqual(refused);
    await passQuietly(place, DAY);
    expect((await callApi(place.unit, 'GET', READ)).status).toBe(200);
  });

  it('answers 404 where it has nothing, and 405 what an object does not allow', async () => {
    const { api } = await openPlace();
    expect((await api('GET', 'objects/campaigns?fields=id')).status).toBe(404);
    expect((await api('POST', 'objects/visitor-activities', {})).status).toBe(405);
    expect((await api('POST', 'objects/engagement-studio-programs', {})).status).toBe(405);
    expect((await api('GET', 'objects/prospects/999?fields=id')).status).toBe(404);
  });
});
