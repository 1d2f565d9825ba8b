import { join, resolve } from 'node:path';
import express from 'express';
import { listen, type Listening } from '../kit/server.ts';
import { createBundleBuilder, type BuiltBundles } from './build/bundles.ts';
import { CACHE, REPOSITORY } from './build/places.ts';
import { buildPlatform } from './build/platform.ts';
import type { Formats } from './server/context.ts';
import { describeInOrg } from './server/describe.ts';
import { lightningRoutes } from './server/routes.ts';
import { ensureSalesUser } from './server/sales-user.ts';
import { usersOf } from './server/users.ts';
import { openWorkshop, watchSource } from './server/workshop.ts';
import { findSourceFiles } from './source/files.ts';

export interface LightningOptions {
  /** 0, or none, takes a free one. */
  port?: number;
  /** The org next door, and a session of its administrator. */
  salesforce: { instanceUrl: string; accessToken: string };
  /** The source folder whose components and pages are shown; the repository's force-app. */
  source?: string;
  /** Who is signed in before anybody has chosen; the administrator. */
  username?: string;
  /** Whose session `accessToken` is. */
  adminUsername?: string;
  /** The package's namespace in that org, such as `cb`; none when absent or empty. */
  namespace?: string;
  /** Where builds are kept between starts; below node_modules/.cache when absent. */
  cacheDir?: string;
  /** Rebuilds after every edit, and starts even when the sources do not build yet. */
  watch?: boolean;
  /** Makes a sales user with the permission set `Cartbridge_Reader`, to look through. */
  salesUser?: boolean;
  /** Takes the place of the user's own formats and text direction. */
  formats?: Formats;
  /** Hears what is built and how long it took. */
  report?: (line: string) => void;
}

/** Lightning Experience on this machine. */
export interface LocalLightning extends Listening {
  /** Builds what is on disk now. Throws a `BuildFailure` when it would not deploy. */
  rebuild(): Promise<BuiltBundles>;
  /** An address that signs in as a user and goes on to a path such as `/lightning/n/Orders`. */
  urlAs(username: string, path: string): string;
}

/** Starts the server. Throws when the port is taken, or the sources would not deploy. */
export async function startLightning(options: LightningOptions): Promise<LocalLightning> {
  const { report = () => undefined, cacheDir = CACHE, namespace = '' } = options;
  const source = resolve(options.source ?? join(REPOSITORY, 'force-app'));
  const admin = {
    url: options.salesforce.instanceUrl,
    accessToken: options.salesforce.accessToken,
  };
  const adminUsername = options.adminUsername ?? 'admin@local-org.example';

  if (options.salesUser) await ensureSalesUser(admin);
  const platform = await buildPlatform(cacheDir);
  if (platform.took > 0) report(`Built the platform's own modules in ${platform.took} ms`);
  const builder = createBundleBuilder({
    source,
    cacheDir,
    namespace,
    describe: describeInOrg(admin),
    exports: platform.exports,
  });
  const workshop = openWorkshop(source, namespace, builder);
  await workshop.rebuild().then(
    ({ took, files }) => report(`Built ${files.size} files of the components in ${took} ms`),
    (error: unknown) => {
      if (!options.watch) throw error;
      report((error as Error).message);
    },
  );
  const app = express();
  app.disable('x-powered-by');
  app.use(
    lightningRoutes({
      orgUrl: admin.url,
      users: usersOf(admin, adminUsername),
      defaultUsername: options.username ?? adminUsername,
      workshop,
      platformFolder: platform.folder,
      trustedSites: () => findSourceFiles(source).paths('.cspTrustedSite-meta.xml'),
      formats: options.formats ?? {},
    }),
  );
  const stopWatching = options.watch ? watchSource(source, workshop, report) : undefined;
  const listening = await listen(app, options.port ?? 0);
  const { url } = listening;
  return {
    url,
    rebuild: () => workshop.rebuild(),
    urlAs: (username, path) =>
      `${url}/lightning-sign-in?${new URLSearchParams({ as: username, to: path })}`,
    async close() {
      stopWatching?.();
      await listening.close();
      await workshop.close();
    },
  };
}
