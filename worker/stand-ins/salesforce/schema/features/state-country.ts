import { field } from '../define.ts';
import type { Field, ObjectType } from '../model.ts';
import { COUNTRIES } from './countries.ts';
import { STATES } from './states.ts';

/** An address of an object, by what its fields begin with: `Mailing`, or nothing for a lead's. */
export function addressesOf(object: ObjectType): string[] {
  return object.fields
    .filter(({ name }) =>
      /^(Billing|Shipping|Mailing|Other|PersonMailing|PersonOther)?CountryCode$/.test(name),
    )
    .map(({ name }) => name.slice(0, -'CountryCode'.length));
}

/** Puts the ISO codes beside the texts of every address. */
export function addAddressCodes(objects: ObjectType[]): void {
  for (const object of objects.filter(({ name }) =>
    ['Account', 'Contact', 'Lead'].includes(name),
  )) {
    object.fields = object.fields.flatMap((own) => {
      const [, prefix = '', part] =
        /^(Billing|Shipping|Mailing|Other|)(State|Country)$/.exec(own.name) ?? [];
      if (!part) return [own];
      const isState = part === 'State';
      const label = `${prefix} ${isState ? 'State/Province' : 'Country'}`.trim();
      return [{ ...own, label }, codeField(own, label, isState)];
    });
  }
}

function codeField(text: Field, label: string, isState: boolean): Field {
  const codes = isState
    ? Object.values(STATES).flatMap((states) => [...states.keys()])
    : [...COUNTRIES.keys()];
  const names = isState ? Object.values(STATES).flatMap((states) => [...states]) : [...COUNTRIES];
  return field(`${text.name}Code`, `${label} Code`, 'picklist', {
    length: 10,
    picklist: [...new Set(codes)],
    picklistLabels: new Map(names),
    guardedBy: text.guardedBy,
  });
}
