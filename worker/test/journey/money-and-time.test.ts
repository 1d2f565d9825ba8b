import { MONEY_AND_TIME } from './stories/money-and-time.ts';
import { tellStories } from './tell.ts';

tellStories('money and time', MONEY_AND_TIME);
