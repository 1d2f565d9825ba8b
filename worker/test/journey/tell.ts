import { describe, inject, it } from 'vitest';
import { createDatabase } from '../kit/database.ts';
import { openJourney } from './journey.ts';
import type { Story } from './story.ts';

/** Each story as a test of its own, on a stack of its own; the server of its database is shared. */
export function tellStories(about: string, stories: Story[]): void {
  describe(about, () => {
    for (const story of stories) {
      it(story.title, { timeout: 180_000 }, async () => {
        const database = story.restartsPostgres ? undefined : await createDatabase();
        try {
          await tell(story, database?.url);
        } finally {
          await database?.drop();
        }
      });
    }
  });
}

async function tell(story: Story, databaseUrl: string | undefined): Promise<void> {
  const shelf = inject('preparedOrgs');
  const journey = await openJourney({ shelf, story, ...(databaseUrl && { databaseUrl }) });
  try {
    await story.run(journey.context);
  } finally {
    await journey.close();
  }
}
