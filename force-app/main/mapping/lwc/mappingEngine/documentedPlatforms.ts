/**
 * The platforms whose own records and whose templates the engine knows: by id, what people call
 * them, as `shop.platform` has it. Shops of any other are mapped by their samples alone.
 */
export const DOCUMENTED_PLATFORMS = {
  bigcommerce: 'BigCommerce',
  clarity: 'Clarity eCommerce',
} as const satisfies Readonly<Record<string, string>>;

/** The id of a platform as people call it; undefined for one whose records are not documented. */
export function documentedPlatform(label: string): string | undefined {
  return Object.entries(DOCUMENTED_PLATFORMS).find(([, called]) => called === label)?.[0];
}
