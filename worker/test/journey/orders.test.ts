import { ORDERS } from './stories/orders.ts';
import { tellStories } from './tell.ts';

tellStories('orders', ORDERS);
