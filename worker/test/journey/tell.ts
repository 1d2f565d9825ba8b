import { afterAll, describe, it } from 'vitest';
import { openJourney } from './journey.ts';
import { dropPreparedOrgs } from './prepared-org.ts';
import type { Story } from './story.ts';

/** Each story as a test of its own, on a stack of its own. */
export function tellStories(about: string, stories: Story[]): void {
  describe(about, () => {
    afterAll(dropPreparedOrgs);
    for (const story of stories) {
      it(story.title, { timeout: 180_000 }, async () => {
        const journey = await openJourney({ story });
        try {
          await story.run(journey.context);
        } finally {
          await journey.close();
        }
      });
    }
  });
}
