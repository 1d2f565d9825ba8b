import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { names, only, refusal } from './features-kit.ts';
import { askAs, connectAsAdmin, create, startOrg } from './kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());
const ask = askAs(() => org);

describe('state and country picklists', () => {
  beforeEach(() => org.enableFeature('stateCountryPicklists'));
  const read = () =>
    only(
      org,
      'SELECT MailingState, MailingStateCode, MailingCountry, MailingCountryCode FROM Contact',
    );
  const berkeley = {
    MailingState: 'California',
    MailingStateCode: 'CA',
    MailingCountry: 'United States',
    MailingCountryCode: 'US',
  };

  it('fill the text from the code', async () => {
    await create(org, 'Contact', {
      LastName: 'Doe',
      MailingStateCode: 'CA',
      MailingCountryCode: 'US',
    });
    expect(read()).toMatchObject(berkeley);
  });

  it('fill the code from the text, and empty both together', async () => {
    const { MailingState, MailingCountry } = berkeley;
    const id = await create(org, 'Contact', { LastName: 'Doe', MailingState, MailingCountry });
    expect(read()).toMatchObject(berkeley);
    await connectAsAdmin(org).sobject('Contact').update({ Id: id, MailingStateCode: null });
    expect(read()).toMatchObject({ ...berkeley, MailingState: null, MailingStateCode: null });
  });

  it.each([
    [
      { MailingCountry: 'Atlantis' },
      "There's a problem with this country, even though it may appear correct. Please select a " +
        'country/territory from the list of valid countries.',
      'MailingCountry',
    ],
    [
      { MailingCountry: 'United States', MailingState: 'Bavaria' },
      "There's a problem with this state, even though it may appear correct. Please select a " +
        'state/province from the list of valid states.',
      'MailingState',
    ],
    [
      { MailingState: 'California' },
      'A country/territory must be specified before specifying a state value for field: Mailing ' +
        'State/Province',
      'MailingState',
    ],
    [
      { MailingCountryCode: 'CA', MailingStateCode: 'TX' },
      "The existing country/territory doesn't recognize the state value for field: Mailing " +
        'State/Province Code',
      'MailingStateCode',
    ],
    [
      { MailingCountry: 'Canada', MailingCountryCode: 'US' },
      'Mismatched integration value and ISO code for field: Mailing Country',
      'MailingCountry',
    ],
  ])('refuse %o', async (fields, message, field) => {
    expect(await refusal(org, 'Contact', { LastName: 'Doe', ...fields })).toEqual({
      status: 400,
      errorCode: 'FIELD_INTEGRITY_EXCEPTION',
      message,
      fields: [field],
    });
  });

  it('keep a state from staying behind when the country changes', async () => {
    const id = await create(org, 'Contact', { LastName: 'Doe', ...berkeley });
    const moved = await ask('PATCH', `sobjects/Contact/${id}`, { MailingCountryCode: 'DE' });
    expect(moved).toMatchObject({
      status: 400,
      json: [{ errorCode: 'FIELD_INTEGRITY_EXCEPTION' }],
    });
    const body = { MailingCountryCode: 'DE', MailingStateCode: null };
    expect((await ask('PATCH', `sobjects/Contact/${id}`, body)).status).toBe(204);
  });

  it('are in the describe of leads and accounts as well', async () => {
    expect(await names(org, 'Lead')).toEqual(expect.arrayContaining(['StateCode', 'CountryCode']));
    expect(await names(org, 'Account')).toEqual(
      expect.arrayContaining(['BillingStateCode', 'ShippingCountryCode']),
    );
  });
});
