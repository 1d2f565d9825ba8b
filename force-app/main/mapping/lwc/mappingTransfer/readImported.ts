import type { Mapping } from 'c/mappingEngine';
import { readMappingText } from 'c/mappingEngine';

export interface Refused {
  key: string;
  text: string;
}

/**
 * Reads a file that claims to be a mapping. Country and time zone stay those of the shop: files go
 * from one shop to another.
 */
export function readImported(
  text: string,
  own: Mapping | undefined,
): { mapping: Mapping } | { refused: Refused[] } {
  const read = readMappingText(text);
  if ('mapping' in read)
    return { mapping: own ? { ...read.mapping, settings: own.settings } : read.mapping };
  return {
    refused: read.problems.map(({ path, reason }, at) => ({
      key: String(at),
      text: path ? `${path}: ${reason}` : reason,
    })),
  };
}
