import { SCENES } from './stories/index.ts';
import { tellScene } from './tell.ts';

tellScene(SCENES.carts);
