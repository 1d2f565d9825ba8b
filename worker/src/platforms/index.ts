import { bigcommerce } from './bigcommerce.ts';
import { clarity } from './clarity.ts';
import type { Platform, Platforms } from './platform.ts';

/** Every platform there is: a further one is a file beside this one, and its name here. */
const ALL: Platform[] = [bigcommerce, clarity];

export const platforms: Platforms = new Map(ALL.map((platform) => [platform.id, platform]));
