import { z } from 'zod';
import type { Platform, Platforms } from './platforms/platform.ts';
import { Failure } from './shared/failure.ts';

/** What connecting a shop takes; what else it holds is the platform's own business. */
export interface ShopConnection {
  id: string;
  platform: string;
  [more: string]: unknown;
}

/** Checks a connection by the rules of the platform it names, and leaves it as it came. */
export function shopConnectionShape(platforms: Platforms): z.ZodType<ShopConnection> {
  const names = [...platforms.keys()].join(', ');
  return z
    .looseObject({ id: z.string(), platform: z.string() })
    .superRefine((connection, context) => {
      const platform = platforms.get(connection.platform);
      const issues = platform
        ? (platform.connectShape.safeParse(connection).error?.issues ?? [])
        : [{ path: ['platform'], message: `must be one of: ${names}` }];
      for (const { path, message } of issues) {
        context.addIssue({ code: 'custom', path, message });
      }
    });
}

/** Throws a Failure for a platform nobody registered. */
export function platformOf(platforms: Platforms, id: string): Platform {
  const platform = platforms.get(id);
  if (platform) return platform;
  throw new Failure('shop_unknown', `Cartbridge knows no platform "${id}".`, {
    nextStep: `Name one of: ${[...platforms.keys()].join(', ')}.`,
  });
}
