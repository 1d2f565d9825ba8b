import type { Finding, Mapping, ObjectDescribe, Target } from 'c/mappingEngine';
import { checkMapping, engagementNote } from 'c/mappingEngine';
import type { EditorFacts } from 'c/mappingRowEditor';
import {
  attentionOf,
  changesSince,
  chosenInput,
  countsOf,
  filtered,
  isAboutMissing,
  partialTrace,
  resultOf,
  SampleInputs,
  sourceChoices,
  sourceName,
  TableModel,
  Traces,
  tryAll,
  type Choice,
  type Tried,
} from 'c/mappingView';
import type { Chosen, FieldsView, Given } from './fieldsView';
import { Memo } from './memo';

/**
 * Makes what is shown of what was handed down and chosen. Each part is made again only when what it
 * is made of changed, so that typing stays fluid with many rows.
 */
export class FieldsModel {
  private traces = new Traces();
  private table = new TableModel();
  private inputs = new SampleInputs();
  private memo = new Memo();

  view(given: Given, chosen: Chosen, findings: readonly Finding[]): FieldsView {
    const { mapping, describes, published } = given;
    const target = chosenTarget(mapping, chosen.targetId);
    const describe = target && describes?.get(target.object);
    const inputs = target ? this.inputsOf(given, chosen, target) : [];
    const input = chosenInput(inputs, chosen.sample);
    const changes = this.memo.of('changes', [published, mapping], () =>
      changesSince(published, mapping),
    );
    const traces = this.traces.of(mapping, target?.id ?? '', input?.input, given.paused);
    const nameOf = this.memo.of('names', [target?.from], () => sourceName(target?.from ?? 'order'));
    const ownChanges = changes.rows.get(target?.id ?? '') ?? new Map();
    const rows = this.table.rows({
      ...{ mapping, targetId: target?.id ?? '', describe, traces, findings, nameOf },
      changes: ownChanges,
    });
    const view: FieldsView = {
      targets: mapping.targets.map((one) => ({
        ...{ id: one.id, label: labelOf(one, mapping.targets, describes), rows: one.rows.length },
        attention: attentionOf(one, findings),
        off: one.off === true,
      })),
      target,
      label: target ? labelOf(target, mapping.targets, describes) : '',
      describe,
      rows,
      shown: filtered(rows, chosen.filter, chosen.editing),
      counts: this.memo.of('counts', [JSON.stringify(countsOf(rows))], () => countsOf(rows)),
      positions: this.memo.of(
        'positions',
        [target?.rows.map(({ id }) => id).join('\n')],
        () => new Map(target?.rows.map(({ id }, at) => [id, at])),
      ),
      inputs,
      input,
      samples: this.memo.of('samples', inputs, () => inputs.map(sampleChoice)),
      sources: this.sourcesOf(given, target, input?.input),
      findings: target ? aboutTarget(target, findings) : [],
      removed: changes.removed.get(target?.id ?? '') ?? [],
      editor: undefined,
    };
    return target ? { ...view, editor: this.editor(given, chosen, view, target, traces) } : view;
  }

  /** Checks the mapping; the same one is checked once. */
  findings({ mapping, describes, seenPaths }: Given): Finding[] {
    return this.memo.of('findings', [mapping, describes, seenPaths], () =>
      checkMapping(mapping, {
        ...(describes && { describes }),
        // Without samples nothing was looked for.
        ...(seenPaths?.size && { seenPaths }),
      }),
    );
  }

  /** What the row that is edited makes of every sample of its kind. */
  tryAll({ mapping }: Given, { editor, inputs, target }: FieldsView): Tried[] | undefined {
    const records = inputs.map(({ input }) => input);
    return editor && target && tryAll(mapping, target.id, editor.row, records);
  }

  private inputsOf({ samples }: Given, { pasted }: Chosen, { from }: Target) {
    const own = pasted.get(from);
    return this.memo.of('inputs', [samples, own, from], () => {
      const loaded = this.inputs.of(samples, from);
      return own ? [own, ...loaded] : loaded;
    });
  }

  private sourcesOf({ seenPaths }: Given, target: Target | undefined, input: unknown): Choice[] {
    return this.memo.of('sources', [target?.from, input, seenPaths], () =>
      target ? sourceChoices(target.from, input, seenPaths) : [],
    );
  }

  private editor(
    { mapping }: Given,
    { editing, tried }: Chosen,
    { input, inputs, describe, rows, sources }: FieldsView,
    target: Target,
    traces: ReturnType<Traces['of']>,
  ): EditorFacts | undefined {
    const row = target.rows.find(({ id }) => id === editing);
    const shown = rows.find(({ id }) => id === editing);
    if (!row || !shown) return undefined;
    const trace = partialTrace(mapping, target, row, input?.input, traces.get(row.id));
    return {
      ...{ row, name: shown.name, object: target.object, describe, sources, trace },
      result: resultOf(trace),
      findings: shown.findings,
      engagement: engagementNote(target.object, row)?.text ?? '',
      hasSample: input !== undefined,
      samples: inputs.length,
      tried,
    };
  }
}

/** What admins come for first is the order. */
function chosenTarget({ targets }: Mapping, wanted: string): Target | undefined {
  const orders = targets.find(({ object }) => object === 'Order__c');
  return targets.find(({ id }) => id === wanted) ?? orders ?? targets[0];
}

/** Of two targets of one object each says which it is. */
function labelOf(
  { id, object }: Target,
  targets: readonly Target[],
  describes: ReadonlyMap<string, ObjectDescribe> | null,
): string {
  const label = describes?.get(object)?.label ?? object.replace(/__c$/, '').replaceAll('_', ' ');
  const isAlone = targets.filter((other) => other.object === object).length === 1;
  return isAlone ? label : `${label} (${id})`;
}

/** What is said of the target as a whole; required fields that are missing have rows of their own. */
function aboutTarget(target: Target, findings: readonly Finding[]): Finding[] {
  return findings.filter(
    (finding) => finding.target === target.id && finding.row === null && !isAboutMissing(finding),
  );
}

function sampleChoice({ key, title }: { key: string; title: string }): Choice {
  return { value: key, label: title, detail: '', meta: '', group: '' };
}
