import { describe, expect, it } from 'vitest';
import { ADMIN_TOKEN, callApi, mapped, openPlace, recipe } from './unit-kit.ts';

const READ = 'objects/prospects?fields=id';

describe('objects of the API v5', () => {
  it('are not read without fields, nor with one that is none of theirs', async () => {
    const { api } = await openPlace();
    expect(await api('GET', 'objects/lists')).toMatchObject({ status: 400, body: { code: 36 } });
    expect(await api('GET', 'objects/lists?fields=id,wrong')).toMatchObject({
      status: 400,
      body: { code: 130 },
    });
  });

  it('answer a write with the id alone, or with what was asked for', async () => {
    const { api } = await openPlace();
    const plain = await api('POST', 'objects/lists', { name: 'One' });
    expect(plain).toEqual({ status: 201, body: { id: expect.any(Number) as number } });
    const path = `objects/lists/${String(plain.body.id)}`;
    expect(await api('PATCH', `${path}?fields=id,title`, { title: 'First' })).toEqual({
      status: 200,
      body: { id: plain.body.id, title: 'First' },
    });
    expect((await api('DELETE', path)).status).toBe(204);
    expect((await api('GET', `${path}?fields=id`)).status).toBe(404);
  });

  it('come in pages whose next address repeats only the fields', async () => {
    const { unit, api } = await openPlace();
    for (const name of ['a', 'b', 'c']) await api('POST', 'objects/tags', { name });
    const first = await api('GET', 'objects/tags?fields=name&limit=2&orderBy=name desc');
    expect(first.body.values).toEqual([{ name: 'c' }, { name: 'b' }]);
    const next = new URL(String(first.body.nextPageUrl));
    expect([...next.searchParams.keys()]).toEqual(['fields', 'nextPageToken']);
    const path = `objects/tags${next.search}`;
    const second = await callApi(unit, 'GET', path, { token: ADMIN_TOKEN });
    expect(second.body).toEqual({
      nextPageToken: null,
      nextPageUrl: null,
      values: [{ name: 'a' }],
    });
  });

  it('are filtered by value, id and time', async () => {
    const { unit, api, all } = await openPlace();
    const one = await api('POST', 'objects/prospects', { email: 'one@example.com' });
    await unit.clock.advance(60_000);
    const between = unit.clock.now().toISOString();
    await unit.clock.advance(1000);
    await api('POST', 'objects/prospects', { email: 'two@example.com' });
    const two = [{ email: 'two@example.com' }];
    expect(await all('objects/prospects', 'email&email=TWO@example.com')).toEqual(two);
    const above = `email&idGreaterThan=${String(one.body.id)}`;
    expect(await all('objects/prospects', above)).toEqual(two);
    expect(await all('objects/prospects', `email&createdAtAfter=${between}`)).toEqual(two);
    expect((await api('GET', `${READ}&unknown=1`)).body.code).toBe(130);
    expect((await api('GET', `${READ}&limit=1001`)).status).toBe(400);
  });

  it('upsert a prospect by email: made first, changed afterwards', async () => {
    const { api, all } = await openPlace();
    const upsert = (firstName: string): Promise<unknown> =>
      api('POST', 'objects/prospects/do/upsertLatestByEmail', {
        matchEmail: 'ada@example.com',
        prospect: { email: 'ada@example.com', firstName },
        fields: ['id', 'firstName'],
      });
    const first = await upsert('Ada');
    expect(first).toMatchObject({ status: 201, body: { firstName: 'Ada' } });
    expect(await upsert('Adele')).toMatchObject({ status: 201, body: { firstName: 'Adele' } });
    expect(await all('objects/prospects', 'firstName')).toEqual([{ firstName: 'Adele' }]);
  });

  it('refuse an address twice, a wrong one, none, and fields nobody may write', async () => {
    const { api } = await openPlace();
    const make = async (body: object): Promise<unknown> =>
      (await api('POST', 'objects/prospects', body)).body.code;
    expect(await make({ email: 'ada@example.com' })).toBeUndefined();
    expect(await make({ email: 'ADA@example.com' })).toBe(54);
    expect(await make({ email: 'ada@' })).toBe(4);
    expect(await make({ firstName: 'Ada' })).toBe(36);
    expect(await make({ email: 'bo@example.com', salesforceId: '00Q' })).toBe(130);
  });

  it('refuse a membership twice and of nobody', async () => {
    const { api } = await openPlace();
    const { body: list } = await api('POST', 'objects/lists', { name: 'One' });
    const { body: ada } = await api('POST', 'objects/prospects', { email: 'ada@example.com' });
    const join = async (prospectId: unknown): Promise<unknown> =>
      (await api('POST', 'objects/list-memberships', { listId: list.id, prospectId })).body.code;
    expect(await join(ada.id)).toBeUndefined();
    expect(await join(ada.id)).toBe(58);
    expect(await join(99)).toBe(3);
  });

  it('add a custom field with its mapping, which the next tick fills', async () => {
    const { unit, api, create, prospect } = await openPlace();
    const field = { name: 'Cart', fieldId: 'Cart', type: 'Text', salesforceId: 'Cart_Status__c' };
    const made = await api('POST', 'objects/custom-fields?fields=apiFieldId', field);
    expect(made.body).toMatchObject({ apiFieldId: 'Cart__c' });
    expect((await api('POST', 'objects/custom-fields', { ...field, fieldId: 'X' })).status).toBe(
      400,
    );
    await create('Lead', {
      ...{ LastName: 'Keim', Company: 'Keim', Email: 'ada@example.com' },
      Cart_Status__c: 'Open',
    });
    await unit.tick();
    expect(await prospect('ada@example.com', 'Cart__c')).toEqual({ Cart__c: 'Open' });
  });

  it('tag and untag a prospect, delete and undelete it', async () => {
    const { api, all } = await openPlace();
    const { body } = await api('POST', 'objects/prospects', { email: 'ada@example.com' });
    const path = `objects/prospects/${String(body.id)}`;
    expect((await api('POST', `${path}/do/addTag`, { tagName: 'vip' })).status).toBe(200);
    expect(await all('objects/tags', 'name')).toEqual([{ name: 'vip' }]);
    expect((await api('POST', `${path}/do/removeTag`, { tagName: 'vip' })).status).toBe(200);
    expect((await api('DELETE', path)).status).toBe(204);
    expect((await api('GET', `${path}?fields=id`)).status).toBe(404);
    expect((await api('POST', `${path}/do/undelete`)).status).toBe(200);
    expect((await api('GET', `${path}?fields=id`)).status).toBe(200);
  });

  it('keep an external activity as a visitor activity of a prospect who exists', async () => {
    const { api, all } = await openPlace();
    const activity = { extension: 'Cartbridge', type: 'Cart_Abandoned', value: 'cart-1' };
    const send = (email: string): ReturnType<typeof api> =>
      api('POST', 'external-activities', { ...activity, email });
    expect(await send('ada@example.com')).toMatchObject({ status: 400, body: { code: 4 } });
    await api('POST', 'objects/prospects', { email: 'ada@example.com' });
    expect((await send('ada@example.com')).status).toBe(201);
    expect(await all('objects/visitor-activities', 'details')).toEqual([
      { details: 'Cartbridge: Cart_Abandoned' },
    ]);
  });

  it('are under the package’s namespace in Salesforce, and without it on the prospect', async () => {
    const { unit, create, prospect } = await openPlace(
      { namespace: 'cb', recipes: [recipe({ customFields: mapped('Cart_Status__c') })] },
      { namespace: 'cb' },
    );
    await create('Lead', {
      ...{ LastName: 'Keim', Company: 'Keim', Email: 'ada@example.com' },
      cb__Cart_Status__c: 'Open',
    });
    await unit.tick();
    expect(await prospect('ada@example.com', 'Cart_Status__c')).toEqual({ Cart_Status__c: 'Open' });
  });
});
