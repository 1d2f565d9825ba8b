import { FORGERIES } from './stories/forgeries.ts';
import { tellStories } from './tell.ts';

tellStories('forged calls', FORGERIES);
