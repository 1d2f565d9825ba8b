import { equal, ok } from 'node:assert/strict';
import type { Story } from '../story.ts';
import { arrived, holds, orderOf, personWith } from './expect.ts';

export const GOODS: Story[] = [
  {
    title: 'an order is shipped and comes back: both are records of the order and the person',
    async run(t) {
      const nils = { email: 'nils.aune@example.com', firstName: 'Nils', lastName: 'Aune' };
      const order = await t.step('Nils orders', async () => {
        const made = await t.shop.placeOrder(nils, { 'Linen Towel': 2 });
        await arrived(t, nils.email);
        return made;
      });
      const around = async (): Promise<Record<string, string | null>> => {
        const person = await personWith(t, nils.email);
        const { Id } = await orderOf(t, order, 'Id');
        return { Order__c: String(Id), Lead__c: String(person.Id), Contact__c: null };
      };
      const parcel = await t.step('it is shipped', () => t.shop.ship(order, '1Z0042'));
      await t.step('the shipment is there, with what is in it', () =>
        t.eventually(async () => {
          const sent = await t.org.one(
            `SELECT Order__c, Lead__c, Contact__c, Tracking_Number__c, Status__c, Items__c
             FROM Shipment__c WHERE External_Id__c = '${parcel}'`,
          );
          holds(sent, {
            ...(await around()),
            Tracking_Number__c: '1Z0042',
            Status__c: 'Shipped',
          });
          ok(String(sent.Items__c).includes('Linen Towel'));
          holds(await orderOf(t, order, 'Status__c'), { Status__c: 'Shipped' });
        }),
      );
      const back = await t.step('one towel comes back and is paid back', () =>
        t.shop.takeBack(order, { 'Linen Towel': 1 }),
      );
      await t.step('the return is there, and the totals follow', () =>
        t.eventually(async () => {
          const returned = await t.org.one(
            `SELECT Order__c, Lead__c, Contact__c, Amount__c, Item_Count__c
             FROM Return__c WHERE External_Id__c = '${back}'`,
          );
          holds(returned, { ...(await around()), Item_Count__c: 1 });
          const { Refunded__c, Net_Total__c } = await orderOf(
            t,
            order,
            'Refunded__c, Net_Total__c',
          );
          equal(returned.Amount__c, Refunded__c);
          holds(await personWith(t, nils.email), {
            Total_Spend__c: Number(Number(Net_Total__c).toFixed(2)),
          });
        }),
      );
    },
  },
  {
    title: 'what lies on the shelf reaches the product, with what a mail shows of it',
    async run(t) {
      const mug = await t.step('somebody counts the mugs', async () => {
        await t.shop.setStock('Stoneware Mug', 17);
        return t.shop.productKey('Stoneware Mug');
      });
      await t.step('the product says so', () =>
        t.eventually(async () => {
          const fields = 'Name, SKU__c, Price__c, On_Hand__c, Active__c';
          const product = await t.org.one(
            `SELECT ${fields} FROM Commerce_Product__c WHERE External_Id__c = '${mug}'`,
          );
          holds(product, {
            ...{ Name: 'Stoneware Mug', SKU__c: 'SM-3', Price__c: 14.25, Active__c: true },
            On_Hand__c: 17,
          });
        }),
      );
      await t.step('the last ones go', () => t.shop.setStock('Stoneware Mug', 0));
      await t.step('none is left', () =>
        t.eventually(async () => {
          const there = `FROM Commerce_Product__c WHERE External_Id__c = '${mug}'`;
          holds(await t.org.one(`SELECT On_Hand__c ${there}`), { On_Hand__c: 0 });
        }),
      );
    },
  },
];
