/** The only file of `scripts/` that reads the environment. */

/** A database of the reader's own instead of the one `npm start` brings. */
export function ownDatabaseUrl(): string | undefined {
  return notEmpty(process.env.DATABASE_URL);
}

/** A running PostgreSQL server whose databases the tests may create and drop. */
export function testDatabaseUrl(): string | undefined {
  return notEmpty(process.env.TEST_DATABASE_URL);
}

/** Which stories of people a test plays: `SEED=17` that one alone, `SEEDS=200` the first so many. */
export function storySeeds(usually: number): number[] {
  const one = notEmpty(process.env.SEED);
  if (one !== undefined) return [Number(one)];
  const many = Number(notEmpty(process.env.SEEDS) ?? usually);
  return Array.from({ length: many }, (_, index) => index + 1);
}

/** How much the local worker writes into its log. */
export function logLevel(): string {
  return process.env.LOG_LEVEL ?? 'info';
}

/**
 * How the contract suite reaches a real system, such as CONTRACT_SALESFORCE_URL; undefined when
 * none of its variables is set. Throws when only some are.
 */
export function contractCredentials<Name extends string>(
  system: 'SALESFORCE' | 'BIGCOMMERCE' | 'ENGAGEMENT',
  names: readonly Name[],
): Record<Name, string> | undefined {
  const variable = (name: Name): string => `CONTRACT_${system}_${name}`;
  const given = names.map((name) => [name, notEmpty(process.env[variable(name)])] as const);
  const missing = given.filter(([, value]) => value === undefined).map(([name]) => variable(name));
  if (missing.length === names.length) return undefined;
  if (missing.length > 0)
    throw new Error(`To reach the real system, set ${missing.join(', ')} too.`);
  return Object.fromEntries(given) as Record<Name, string>;
}

/** What a child process gets: our environment with `changes`; `undefined` takes a name away. */
export function childEnvironment(
  changes: Record<string, string | undefined> = {},
): Record<string, string> {
  const merged = { ...process.env, ...changes };
  return Object.fromEntries(
    Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** `DATABASE_URL= npm start` means none. */
function notEmpty(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
