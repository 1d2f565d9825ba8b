/** Somebody who gets mail, or did: without consents they have unsubscribed. Need be no customer. */
export interface SubscriberRow {
  id: number;
  email: string;
  first_name: string;
  last_name: string;
  source: string;
  order_id: number | null;
  channel_id: number;
  consents: ('marketing_newsletter' | 'abandoned_cart')[];
  createdAt: string;
  modifiedAt: string;
}
