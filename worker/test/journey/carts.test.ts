import { CARTS } from './stories/carts.ts';
import { tellStories } from './tell.ts';

tellStories('carts', CARTS);
