import { NAMESPACED } from './stories/namespaced.ts';
import { tellStories } from './tell.ts';

tellStories('an installed package', NAMESPACED);
