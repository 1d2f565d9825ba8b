import { BUYING } from './stories/buying.ts';
import { tellStories } from './tell.ts';

tellStories('people and their orders', BUYING);
