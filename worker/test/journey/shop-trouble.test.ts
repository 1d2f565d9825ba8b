import { SHOP_TROUBLE } from './stories/shop-trouble.ts';
import { tellStories } from './tell.ts';

tellStories('trouble in the shop', SHOP_TROUBLE);
