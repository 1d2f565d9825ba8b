import { refuse } from '../records/refusal.ts';
import { textOf, type Row } from '../records/row.ts';
import { insert, update } from '../records/save.ts';
import { makeId } from '../records/ids.ts';
import type { Answer } from '../rest/call.ts';
import type { ToolingCall } from '../tooling/call.ts';
import { created, draftOf, existing } from '../rest/records.ts';
import { changeRow, objectNamed, rowsOf } from '../tooling/rows.ts';
import { isLinked } from './namespaces.ts';

/** `POST tooling/sobjects/Package2`: what `sf package create` asks for. */
export function createPackage(call: ToolingCall): Answer {
  const { org, caller } = call;
  const object = objectNamed(org, 'Package2');
  const others = rowsOf(org, 'Package2');
  const draft = draftOf(call, object, call.fields);
  const row = org.database.transaction(() => {
    const made = insert(org, caller, object, draft);
    checkPackage(call, made, others);
    return made;
  });
  changeRow(org, 'Package2', row, { SubscriberPackageId: freshPackageId(call) });
  return created(call, object, row);
}

export function changePackage(call: ToolingCall, id: string): Answer {
  const object = objectNamed(call.org, 'Package2');
  const before = existing(call, object, id);
  update(call.org, call.caller, object, before, draftOf(call, object, call.fields));
  return { status: 204 };
}

function checkPackage({ base }: ToolingCall, row: Row, others: Row[]): void {
  const name = textOf(row, 'Name') ?? '';
  const namespace = textOf(row, 'NamespacePrefix') ?? '';
  if (row.ContainerOptions !== 'Managed') {
    throw refuse('INVALID_INPUT', 'The local org makes managed packages only, no unlocked ones', [
      'ContainerOptions',
    ]);
  }
  if (namespace === '') {
    throw refuse('INVALID_INPUT', 'A managed package must have a namespace', ['NamespacePrefix']);
  }
  // The registry is a record of the org itself, and no object of the Tooling API.
  if (!isLinked(base, namespace)) {
    throw refuse(
      'INVALID_INPUT',
      `The namespace "${namespace}" isn't linked to this Dev Hub. Link it in the namespace registry, and try again.`,
      ['NamespacePrefix'],
    );
  }
  const isTaken = others.some((other) => other.Name === name && other.IsDeprecated !== true);
  if (isTaken) {
    throw refuse('DUPLICATE_VALUE', `A package named ${name} already exists`, ['Name']);
  }
}

/** An id that no package on the shelf has, for several hubs may share it. */
function freshPackageId({ base }: ToolingCall): string {
  const taken = new Set(base.packaging.shelf.all().map(({ packageId }) => packageId));
  for (;;) {
    const id = makeId('033', base.packaging.database.next('id of SubscriberPackage'));
    if (!taken.has(id)) return id;
  }
}
