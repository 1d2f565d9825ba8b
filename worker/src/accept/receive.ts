import type { Request } from 'express';
import type { IncomingEvent } from '../buffer/inbox.ts';
import type { KnownShop } from './shop-book.ts';

/** Turns one delivery into what is to be stored, or throws `Refused`. */
export type Receive = (known: KnownShop, request: Request) => Promise<IncomingEvent>;

/** A platform as accepting needs it. */
export interface ReceivingPlatform {
  receive: Receive;
}
