import { REFUSALS } from './stories/refusals.ts';
import { tellStories } from './tell.ts';

tellStories('refusals of Salesforce', REFUSALS);
