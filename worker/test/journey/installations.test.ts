import { SCENES } from './stories/index.ts';
import { tellScene } from './tell.ts';

tellScene(SCENES.asked, [{ shop: 'clarity', namespace: '' }]);
tellScene(SCENES.renamed, [{ shop: 'clarity', namespace: '' }]);
