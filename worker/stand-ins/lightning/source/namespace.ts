/** A custom name without a namespace, such as `Order__c`, `Orders__r` or `Order__cUpdateInput`. */
const OWN_NAME = /(?<!\w)[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*__(?:c|r|e|mdt)(?![a-z0-9_])/g;

/** The package's names as they are in an org in which it is installed under a namespace. */
export function namesInOrg(text: string, namespace: string): string {
  return namespace ? text.replace(OWN_NAME, `${namespace}__$&`) : text;
}

/**
 * A script whose GraphQL texts name what the org has. Aliases stay as they were written, so that
 * the keys of the answer do.
 */
export function graphqlInOrg(script: string, namespace: string): string {
  if (!namespace) return script;
  return script.replace(/\bgql`[^`]*`/g, (text) =>
    text
      .split(/(\b\w+__[cr]\s*:\s*(?=[A-Za-z]))/)
      .map((part, at) => (at % 2 === 1 ? part : namesInOrg(part, namespace)))
      .join(''),
  );
}
