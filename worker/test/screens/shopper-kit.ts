import { beforeAll } from 'vitest';
import { startSetupScreens, type SetupScreens } from './setup-kit.ts';
import { ago } from './worker-records.ts';

/** The setup's screens, and people who bought something. */
export interface Shoppers extends SetupScreens {
  /** Ada bought two orders, a month apart, and left a cart. */
  ada: string;
  account: string;
  /** A lead that never bought. */
  newcomer: string;
  orderId: string;
  cartId: string;
  shopId: string;
}

const SECOND = 1000;
const DAY = 86_400 * SECOND;

/** For a whole test file: records as the worker writes them. */
export function startShoppers(namespace = '', formats = {}): Shoppers {
  const screens = startSetupScreens(namespace, formats) as Shoppers;
  beforeAll(async () => {
    const create: Shoppers['create'] = (object, fields) => screens.create(object, fields);
    screens.account = await create('Account', { Name: 'Analytical Engines' });
    screens.newcomer = await create('Lead', { LastName: 'Newcomer', Company: 'Unknown' });
    screens.shopId = await create('Shop__c', { Name: 'Outdoor', Shop_Key__c: 's1' });
    screens.ada = await create('Contact', {
      ...{ FirstName: 'Ada', LastName: 'Lovelace', Email: 'ada@example.com' },
      ...{ AccountId: screens.account, Order_Count__c: 2, Spend_Currency__c: 'EUR' },
      ...{ Total_Spend__c: 366, Average_Order_Value__c: 183 },
      ...{ First_Order_At__c: ago(66 * DAY), Last_Order_At__c: ago(36 * DAY) },
    });
    await placeOrder(screens, '1022', ago(66 * DAY));
    screens.orderId = await placeOrder(screens, '1023', ago(36 * DAY));
    screens.cartId = await create('Cart__c', {
      ...{ External_Id__c: 's1:cart:1', Shop__c: screens.shopId, Contact__c: screens.ada },
      ...{ Status__c: 'Abandoned', Value__c: 89.9, Currency__c: 'EUR', Item_Count__c: 2 },
      ...{ URL__c: 'https://shop.example.com/r/abc', Times_Abandoned__c: 1 },
      ...{ Last_Activity_At__c: ago(6 * 3600 * SECOND), Abandoned_At__c: ago(5 * 3600 * SECOND) },
    });
    await create('Cart_Item__c', {
      ...{ External_Id__c: 's1:cart:1:1', Cart__c: screens.cartId, Product_Name__c: 'Stove' },
      ...{ Quantity__c: 1, Unit_Price__c: 89.9, Total__c: 89.9 },
    });
    await screens.report({ Heard_At__c: ago(5 * SECOND) });
  });
  return screens;
}

/** An order of Ada with one item, changed in the shop two seconds ago. */
export async function placeOrder(screens: Shoppers, number: string, placedAt: string) {
  const orderId = await screens.create('Order__c', {
    ...{ Name: number, External_Id__c: `s1:order:${number}`, Shop__c: screens.shopId },
    ...{ Contact__c: screens.ada, Status__c: 'Shipped', Shop_Status__c: 'Shipped' },
    ...{ Currency__c: 'EUR', Total__c: 183, Subtotal__c: 160, Tax__c: 23, Email__c: 'a@b.example' },
    ...{ Placed_At__c: placedAt, Source_Modified_At__c: ago(2 * SECOND) },
  });
  await screens.create('Order_Item__c', {
    ...{ External_Id__c: `s1:order:${number}:1`, Order__c: orderId, Product_Name__c: 'Trail Shoe' },
    ...{ SKU__c: 'TS-42', Quantity__c: 2, Unit_Price__c: 80, Total__c: 160 },
  });
  return orderId;
}

/** Tells open screens what the worker tells them after it wrote. */
export async function tell(screens: Shoppers, ...ids: string[]): Promise<void> {
  await screens.create('Sync_Signal__e', { Kind__c: 'record', Record_Ids__c: ids.join(',') });
}

/** The username of somebody who sees people and accounts, and nothing of the shop. */
export async function salesPersonWithoutReading(screens: Shoppers): Promise<string> {
  const Username = 'stranger@local-org.example';
  const [profile] = screens.rows("SELECT Id FROM Profile WHERE Name LIKE 'Minimum Access%'");
  const [rights] = screens.rows("SELECT Id FROM PermissionSet WHERE Name = 'Local_Sales'");
  const AssigneeId = await screens.create('User', {
    ...{ Username, LastName: 'Stranger', Email: Username, Alias: 'strange' },
    ProfileId: profile?.Id,
  });
  await screens.create('PermissionSetAssignment', { AssigneeId, PermissionSetId: rights?.Id });
  return Username;
}
