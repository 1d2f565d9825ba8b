import { driveOrg } from '../../worker/test/journey/org-driver.ts';
import { driveStore } from '../../worker/test/journey/drivers/bigcommerce-store.ts';
import { firstProducts } from '../lib/seed.ts';
import { bigcommerceOf, type StackDescription } from '../lib/stack-file.ts';
import { waitFor } from '../lib/wait-for.ts';

/** Records that the pictures show. */
export interface Furnished {
  contactId: string;
  orderId: string;
  cartId: string;
  reviewId: string;
}

const SHOPPER = { email: 'ada.keller@example.com', firstName: 'Ada', lastName: 'Keller' };
/** Two contacts have this address: whose order it is, people must say. */
const TWINS = { email: 'nora.berg@example.com', lastName: 'Berg' };
/** More than this needs an approval, says a rule of the org: such an order becomes an issue. */
const LARGEST = 2_000;

/**
 * Lets people shop in the local store, so that every screen has something to show. All of it goes
 * the way it goes in life: through webhooks, the worker and Salesforce.
 */
export async function furnish(stack: StackDescription): Promise<Furnished> {
  const org = driveOrg(stack.salesforce);
  const shop = driveStore(bigcommerceOf(stack));
  const [towel = 0, lamp = 0, chair = 0] = await firstProducts(bigcommerceOf(stack), 3);
  const account = await org.create('Account', { Name: 'Keller Interiors' });
  const contactId = await org.create('Contact', {
    ...{ FirstName: SHOPPER.firstName, LastName: SHOPPER.lastName, Email: SHOPPER.email },
    AccountId: account,
  });
  for (const FirstName of ['Nora', 'Nils']) {
    const { email: Email, lastName: LastName } = TWINS;
    await org.create('Contact', { FirstName, LastName, Email, AccountId: account });
  }
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
  await buy({ ...TWINS, firstName: 'Nora', items: [{ productId: towel, quantity: 1 }] });
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
  const ids = { contactId, orderId: await idOf('Order__c'), cartId: await idOf('Cart__c') };
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
  const reviews = (): Promise<Record<string, unknown>[]> =>
    org.all('SELECT Id FROM Match_Review__c WHERE Waiting__c > 0');
  await waitFor(async () => (await reviews()).length > 0, {
    what: 'the review of the two contacts to be told',
    timeoutMs: 90_000,
  });
  return { ...ids, reviewId: String((await reviews())[0]?.Id) };

  async function ask(type: string, more = {}): Promise<void> {
    const id = await org.create('Sync_Job__c', { Type__c: type, Status__c: 'Requested', ...more });
    const ended = (): Promise<unknown[]> =>
      org.all(`SELECT Id FROM Sync_Job__c WHERE Id = '${id}' AND Finished_At__c != null`);
    await waitFor(async () => (await ended()).length > 0, { what: `the job "${type}" to end` });
  }
}
