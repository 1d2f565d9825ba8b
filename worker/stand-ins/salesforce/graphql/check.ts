import type { DocumentNode, GraphQLSchema } from 'graphql';
import { validationComplaint, type Complaint } from './complaints.ts';
import { library } from './library.ts';
import { checkLimits } from './limits.ts';

/** About what a query names, which an absent optional field would have named as well. */
const OF_THE_WHOLE = ['NoUnusedVariablesRule', 'NoUnusedFragmentsRule'];

/** All that is wrong with a document before it is run. `whole` still has its absent fields. */
export function check(
  schema: GraphQLSchema,
  whole: DocumentNode,
  document: DocumentNode,
): Complaint[] {
  const { specifiedRules, validate } = library();
  const found = specifiedRules.flatMap((rule) => {
    const subject = OF_THE_WHOLE.includes(rule.name) ? whole : document;
    return validate(schema, subject, [rule], { hideSuggestions: true }).map((error) =>
      validationComplaint(subject, rule.name, error),
    );
  });
  return found.length > 0 ? found : checkLimits(schema, document);
}
