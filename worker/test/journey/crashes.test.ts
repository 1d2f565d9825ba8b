import { CRASHES } from './stories/crashes.ts';
import { tellStories } from './tell.ts';

tellStories('crashes', CRASHES);
