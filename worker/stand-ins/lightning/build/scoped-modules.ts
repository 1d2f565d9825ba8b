import { CONTEXT_URL } from './places.ts';

/**
 * What depends on the user and not on the build comes from the page's context at run time.
 * Answers the module's text, or nothing when it is no such module.
 */
export function contextModule(id: string): string | undefined {
  const [, kind = '', name = ''] = /^@salesforce\/(i18n|client|user)\/(.+)$/.exec(id) ?? [];
  const known =
    kind === 'i18n' || id === '@salesforce/client/formFactor' || /^(Id|isGuest)$/.test(name);
  if (!known) return undefined;
  return fromContext(`context.${kind}[${JSON.stringify(name)}]`);
}

/** A permission is `true` when the user has it and `undefined` when not, as on the platform. */
export function permissionModule(kind: 'userPermission' | 'customPermission', name: string) {
  return fromContext(`context.${kind}s.includes(${JSON.stringify(name)}) || undefined`);
}

function fromContext(expression: string): string {
  return `import { context } from '${CONTEXT_URL}';\nexport default ${expression};\n`;
}
