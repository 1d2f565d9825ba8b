import type { Sample, SourceKind } from 'c/mappingEngine';
import { inputsOf } from 'c/mappingEngine';
import { labels } from 'c/mappingFieldsLabels';
import type { Pasted } from './paste';

/** One record as rows see it, out of a sample: an order gives itself and each of its items. */
export interface SampleInput {
  /** Unique among all samples. */
  key: string;
  sampleKey: string;
  from: SourceKind;
  title: string;
  input: unknown;
  /** How a pasted one was taken. */
  note?: string;
}

/** Takes samples apart once each: fifty orders are many. */
export class SampleInputs {
  private known = new WeakMap<Sample, SampleInput[]>();

  /** The inputs of one kind, in the order of the samples. */
  of(samples: readonly Sample[], from: SourceKind): SampleInput[] {
    const inputs = samples.flatMap((sample) => this.inputs(sample));
    const found = inputs.filter((one) => one.from === from);
    return from === 'shop' && found.length === 0 ? inputs.slice(0, 1).map(shopOf) : found;
  }

  private inputs(sample: Sample): SampleInput[] {
    let inputs = this.known.get(sample);
    if (!inputs) {
      // A copy: the page hands down proxies, which would slow the engine.
      const copy = JSON.parse(JSON.stringify(sample)) as Sample;
      const sampleKey = `${copy.kind} ${copy.id}`;
      inputs = inputsOf(copy).map((one, at) => ({ ...one, sampleKey, key: `${sampleKey} ${at}` }));
      this.known.set(sample, inputs);
    }
    return inputs;
  }
}

/** Every record knows its shop, so that the shop needs no sample of its own. */
function shopOf({ input, sampleKey }: SampleInput): SampleInput {
  const { shop } = input as { shop?: { name?: unknown } };
  const title = String(shop?.name ?? labels.kindShop);
  return { key: `${sampleKey} shop`, sampleKey, from: 'shop', title, input: { shop } };
}

/** The wanted one; else of the same sample; else the first. */
export function chosenInput(
  inputs: readonly SampleInput[],
  wanted: { key: string; sampleKey: string },
): SampleInput | undefined {
  return (
    inputs.find(({ key }) => key === wanted.key) ??
    inputs.find(({ sampleKey }) => sampleKey === wanted.sampleKey) ??
    inputs[0]
  );
}

/** A pasted record beside the loaded ones; one of each kind. */
export function pastedInput(from: SourceKind, pasted: Pasted): SampleInput {
  const { input, note } = JSON.parse(JSON.stringify(pasted)) as Pasted;
  const title = labels.pasted;
  return { key: `pasted ${from}`, sampleKey: 'pasted', from, title, input, note };
}
