import { PROGRAM } from './stories/program.ts';
import { tellStories } from './tell.ts';

tellStories('the abandoned-cart program', PROGRAM);
