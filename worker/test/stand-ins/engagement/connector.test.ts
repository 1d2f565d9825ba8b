import { describe, expect, it } from 'vitest';
import { Connection } from 'jsforce';
import { waitFor } from '../../kit/wait-for.ts';
import {
  ADMIN_TOKEN,
  mapped,
  MINUTE,
  openOrg,
  openPlace,
  openUnitBeside,
  recipe,
} from './unit-kit.ts';

const ADA = { FirstName: 'Ada', LastName: 'Keim', Company: 'Keim', Email: 'ada@example.com' };
const FIELDS = [recipe({ customFields: mapped('Cart_Status__c', 'Interests__c') })];

describe('the connector of the business unit', () => {
  it('makes a prospect of a new Lead two minutes later, and not before', async () => {
    const { unit, create, all, prospect } = await openPlace({ recipes: FIELDS });
    const id = await create('Lead', { ...ADA, Cart_Status__c: 'Abandoned' });

    await unit.clock.advance(MINUTE);
    expect(await all('objects/prospects', 'id')).toEqual([]);
    await unit.clock.advance(MINUTE);

    const fields = 'firstName,company,salesforceId,Cart_Status__c,Interests__c';
    expect(await prospect('ada@example.com', fields)).toEqual({
      firstName: 'Ada',
      company: 'Keim',
      salesforceId: id,
      Cart_Status__c: 'Abandoned',
      Interests__c: null,
    });
  });

  it('takes a Contact’s company from its account, and makes nobody without an email', async () => {
    const { unit, create, all, prospect } = await openPlace();
    const AccountId = await create('Account', { Name: 'Keim & Co' });
    await create('Contact', { LastName: 'Keim', Email: 'ada@example.com', AccountId });
    await create('Contact', { LastName: 'Nobody' });
    await unit.tick();

    expect(await prospect('ada@example.com', 'company')).toEqual({ company: 'Keim & Co' });
    expect(await all('objects/prospects', 'id')).toHaveLength(1);
    expect(unit.status().errors).toEqual([]);
  });

  it('leaves people alone whom nobody touched since the connection', async () => {
    const { org, create, update } = await openOrg();
    await create('Lead', ADA);
    const id = await create('Lead', { ...ADA, Email: 'late@example.com' });
    // Stamps are whole seconds: the connection shall begin in a later one.
    const second = Math.floor(Date.now() / 1000);
    await waitFor(() => Math.floor(Date.now() / 1000) > second, { what: 'the next second' });
    const { unit, all } = await openUnitBeside(org);
    await update('Lead', id, { Phone: '+1 555 0100' });
    await unit.tick();

    expect(await all('objects/prospects', 'email')).toEqual([{ email: 'late@example.com' }]);
  });

  it('follows a changed email address only when it is told to', async () => {
    const { unit, create, update, all } = await openPlace();
    const id = await create('Lead', ADA);
    await unit.tick();
    await update('Lead', id, { Email: 'new@example.com' });
    await unit.tick();
    expect(await all('objects/prospects', 'email')).toEqual([{ email: 'ada@example.com' }]);

    unit.changeSettings({ followEmailChanges: true });
    await update('Lead', id, { Phone: '+1 555 0100' });
    await unit.tick();
    expect(await all('objects/prospects', 'email')).toEqual([{ email: 'new@example.com' }]);
  });

  it('follows a converted Lead to its Contact', async () => {
    const { org, unit, create, prospect } = await openPlace();
    const leadId = await create('Lead', ADA);
    await unit.tick();
    const admin = new Connection({ instanceUrl: org.url, accessToken: ADMIN_TOKEN });
    const [converted] = await admin.soap.convertLead([
      { leadId, convertedStatus: 'Closed - Converted', doNotCreateOpportunity: true },
    ]);
    await unit.tick();
    expect(await prospect('ada@example.com', 'salesforceId')).toEqual({
      salesforceId: converted?.contactId,
    });
  });

  it('makes a Lead of an assigned prospect, and none of an unassigned one', async () => {
    const { org, unit, api, prospect } = await openPlace();
    await api('POST', 'objects/prospects', { email: 'un@example.com', lastName: 'Un' });
    await api('POST', 'objects/prospects', { email: 'as@example.com', lastName: 'As', userId: 7 });
    await unit.tick();

    const leads = org.query('SELECT Id, Email, LastName FROM Lead');
    expect(leads).toMatchObject([{ Email: 'as@example.com', LastName: 'As' }]);
    expect((await prospect('as@example.com', 'salesforceId')).salesforceId).toBe(leads[0]?.Id);
  });

  it('puts the prospect of a deleted Lead into the recycle bin', async () => {
    const { unit, create, remove, all } = await openPlace();
    const id = await create('Lead', ADA);
    await unit.tick();
    await remove('Lead', id);
    await unit.tick();

    expect(await all('objects/prospects', 'email')).toEqual([]);
    const binned = await all('objects/prospects', 'email,salesforceId&deleted=true');
    expect(binned).toEqual([{ email: 'ada@example.com', salesforceId: '[[crm_deleted]]' }]);
  });

  it('does nothing while it is paused, and catches up afterwards', async () => {
    const { unit, create, all } = await openPlace();
    unit.changeSettings({ connectorPaused: true });
    await create('Lead', ADA);
    await unit.tick();
    expect(await all('objects/prospects', 'id')).toEqual([]);

    unit.changeSettings({ connectorPaused: false });
    await unit.tick();
    expect(await all('objects/prospects', 'id')).toHaveLength(1);
  });

  it('says what Salesforce refused, and goes on with the others', async () => {
    const { org, unit, create, update } = await openPlace({ recipes: FIELDS });
    const one = await create('Lead', { ...ADA, Interests__c: 'Towels' });
    const two = await create('Lead', { ...ADA, Email: 'bo@example.com', Interests__c: 'Mugs' });
    await unit.tick();
    for (const id of [one, two]) await update('Lead', id, { Interests__c: null });
    org.faults.add({ method: 'PATCH', path: one, status: 400, body: [{ errorCode: 'NO' }] });
    await unit.tick();

    expect(unit.status().errors).toMatchObject([{ what: `Lead ${one}` }]);
    expect(org.query(`SELECT Interests__c FROM Lead WHERE Id = '${two}'`)).toMatchObject([
      { Interests__c: 'Mugs' },
    ]);
  });

  it('drains a backlog at 12,000 an hour', async () => {
    const { org, unit } = await openPlace();
    const url = `${org.url}/services/data/v66.0/composite/sobjects`;
    for (let batch = 0; batch < 3; batch += 1) {
      const records = Array.from({ length: 200 }, (_, number) => ({
        ...ADA,
        attributes: { type: 'Lead' },
        Email: `p${batch}-${number}@example.com`,
      }));
      await fetch(url, {
        method: 'POST',
        headers: { authorization: 'Bearer 00Dadmin!token', 'content-type': 'application/json' },
        body: JSON.stringify({ records }),
      });
    }
    await unit.tick();
    expect(unit.status().waiting).toBe(200);
    await unit.tick();
    expect(unit.status().waiting).toBe(0);
  });
});
