import { driveOrg } from '../../worker/test/journey/org-driver.ts';
import { driveShop } from '../../worker/test/journey/shop-driver.ts';
import { firstProducts } from '../lib/seed.ts';
import type { StackDescription } from '../lib/stack-file.ts';
import { waitFor } from '../lib/wait-for.ts';

/** Records that the pictures show. */
export interface Furnished {
  contactId: string;
  orderId: string;
  cartId: string;
}

const SHOPPER = { email: 'ada.keller@example.com', firstName: 'Ada', lastName: 'Keller' };
/** More than this needs an approval, says a rule of the org: such an order becomes an issue. */
const LARGEST = 2_000;

/**
 * Lets people shop in the local store, so that every screen has something to show. All of it goes
 * the way it goes in life: through webhooks, the worker and Salesforce.
 */
export async function furnish(stack: StackDescription): Promise<Furnished> {
  const org = driveOrg(stack.salesforce);
  const shop = driveShop(stack.bigcommerce);
  const [towel = 0, lamp = 0, chair = 0] = await firstProducts(stack.bigcommerce, 3);
  const account = await org.create('Account', { Name: 'Keller Interiors' });
  const contactId = await org.create('Contact', {
    ...{ FirstName: SHOPPER.firstName, LastName: SHOPPER.lastName, Email: SHOPPER.email },
    AccountId: account,
  });
  await org.obstruct('validation-rules', {
    ...{ object: 'Order__c', field: 'Total__c', formula: `Total__c > ${LARGEST}` },
    message: 'Orders above 2,000 need an approval first.',
  });
  const buy = (more: object): Promise<unknown> =>
    shop.shopper('place-order', { ...SHOPPER, ...more });
  await buy({ items: [{ productId: towel, quantity: 2 }] });
  await buy({
    items: [
      { productId: lamp, quantity: 1 },
      { productId: chair, quantity: 4 },
    ],
  });
  await buy({ items: [{ productId: chair, quantity: 400 }] });
  await shop.shopper('place-order', {
    ...{ email: 'tomas.ruiz@example.com', firstName: 'Tomas', lastName: 'Ruiz' },
    items: [{ productId: lamp, quantity: 400 }],
  });
  await shop.shopper('start-cart', {
    email: SHOPPER.email,
    items: [{ productId: lamp, quantity: 2 }],
  });
  const idOf = async (object: string): Promise<string> => {
    const found = async (): Promise<unknown> =>
      (await org.all(`SELECT Id FROM ${object} WHERE Contact__c = '${contactId}'`))[0]?.Id;
    await waitFor(async () => (await found()) !== undefined, { what: `a record of ${object}` });
    return String(await found());
  };
  const furnished = { contactId, orderId: await idOf('Order__c'), cartId: await idOf('Cart__c') };
  await ask('Check Setup');
  await ask('Send Sample Event');
  await ask('Load History');
  const [shopRecord] = await org.all('SELECT Id FROM Shop__c');
  const Shop__c = String(shopRecord?.Id);
  await ask('Describe Targets', { Shop__c });
  await ask('Load Samples', { Shop__c });
  await waitFor(async () => (await org.all('SELECT Id FROM Sync_Issue__c')).length > 1, {
    what: 'the orders that were refused to be told as issues',
    timeoutMs: 90_000,
  });
  return furnished;

  async function ask(type: string, more = {}): Promise<void> {
    const id = await org.create('Sync_Job__c', { Type__c: type, Status__c: 'Requested', ...more });
    const ended = (): Promise<unknown[]> =>
      org.all(`SELECT Id FROM Sync_Job__c WHERE Id = '${id}' AND Finished_At__c != null`);
    await waitFor(async () => (await ended()).length > 0, { what: `the job "${type}" to end` });
  }
}
