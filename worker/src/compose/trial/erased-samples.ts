import type { Sample } from '#mapping-engine';
import { keyIn, type OpenShop } from '../shops/open-shops.ts';

/** The samples without those that name somebody who was erased, wherever in them it stands. */
export async function withoutErasedSamples(open: OpenShop, samples: Sample[]): Promise<Sample[]> {
  if (!open.whoIsErased) return samples;
  const named = samples.map((sample) => ({ sample, names: namesIn(open, sample) }));
  const erased = await open.whoIsErased([...new Set(named.flatMap(({ names }) => names))]);
  return named.flatMap(({ sample, names }) =>
    names.some((name) => erased.has(name)) ? [] : sample,
  );
}

function namesIn(open: OpenShop, { kind, id, input }: Sample): string[] {
  const names = [id, keyIn(open, kind, id)];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') names.push(...namesOf(value));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(input);
  return names;
}

/** A key as it is, an address as the name it is. Longer texts are neither. */
function namesOf(text: string): string[] {
  if (text.length > 255) return [];
  if (text.includes('@')) return [`email:${text.trim().toLowerCase()}`];
  return text.includes(':') ? [text] : [];
}
