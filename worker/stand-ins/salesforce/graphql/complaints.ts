import type { ASTNode, DocumentNode, GraphQLError } from 'graphql';
import { library } from './library.ts';

export type ErrorType =
  'InvalidSyntax' | 'ValidationError' | 'DataFetchingException' | 'OperationNotSupported';

/** An error as the platform's answers show it. */
export interface Complaint {
  message: string;
  locations: readonly { line: number; column: number }[];
  paths: readonly (string | number)[];
  extensions: { ErrorType: ErrorType };
}

export function complaint(
  type: ErrorType,
  message: string,
  { locations, path }: Partial<Pick<GraphQLError, 'locations' | 'path'>> = {},
): Complaint {
  return {
    message,
    locations: (locations ?? []).map(({ line, column }) => ({ line, column })),
    paths: path ?? [],
    extensions: { ErrorType: type },
  };
}

/** `Invalid syntax with offending token '}' at line 1 column 9` */
export function syntaxComplaint(error: GraphQLError): Complaint {
  const found = /(?:[Uu]nexpected|found) (?:character: )?(.+?)\.?$/.exec(error.message)?.[1] ?? '';
  const token = found.replace(/^(?:Name|Int|Float|String) /, '').replace(/^"|"$/g, '');
  const [place = 0] = error.positions ?? [];
  return offending(token || (error.source?.body[place] ?? '<EOF>'), error.locations);
}

/** The library lets nothing stand between braces, which the platform does not. */
export function emptySelections(document: DocumentNode): Complaint[] {
  const complaints: Complaint[] = [];
  library().visit(document, {
    SelectionSet({ selections, loc }) {
      if (selections.length > 0 || !loc) return;
      const { line, column } = loc.endToken;
      complaints.push(offending('}', [{ line, column }]));
    },
  });
  return complaints.slice(0, 1);
}

function offending(token: string, locations: GraphQLError['locations']): Complaint {
  const [place] = locations ?? [];
  const where = place ? ` at line ${place.line} column ${place.column}` : '';
  const message = `Invalid syntax with offending token '${token}'${where}`;
  return complaint('InvalidSyntax', message, { locations });
}

/** The kinds of the platform's validator, by the rule of ours that finds the same. */
const KINDS: Record<string, string> = {
  FieldsOnCorrectTypeRule: 'FieldUndefined',
  KnownArgumentNamesRule: 'UnknownArgument',
  KnownDirectivesRule: 'UnknownDirective',
  KnownFragmentNamesRule: 'UndefinedFragment',
  KnownTypeNamesRule: 'UnknownType',
  NoUndefinedVariablesRule: 'UndefinedVariable',
  NoUnusedFragmentsRule: 'UnusedFragment',
  NoUnusedVariablesRule: 'UnusedVariable',
  OverlappingFieldsCanBeMergedRule: 'FieldsConflict',
  PossibleFragmentSpreadsRule: 'InvalidFragmentType',
  ProvidedRequiredArgumentsRule: 'MissingFieldArgument',
  ScalarLeafsRule: 'SubSelectionRequired',
  UniqueOperationNamesRule: 'DuplicateOperationName',
  ValuesOfCorrectTypeRule: 'WrongType',
  VariablesInAllowedPositionRule: 'VariableTypeMismatch',
};

/** What is wrong with a document that was read, in the platform's form. */
export function validationComplaint(
  document: DocumentNode,
  rule: string,
  error: GraphQLError,
): Complaint {
  const kind = KINDS[rule] ?? rule.replace(/Rule$/, '');
  // A variable that does not fit is named first where it is declared, then where it is used.
  const path = queryPath(document, error.nodes?.at(kind === 'VariableTypeMismatch' ? -1 : 0));
  const at = path ? ` @ '${path}'` : '';
  const message = `Validation error of type ${kind}: ${sentence(kind, error.message)}${at}`;
  return complaint('ValidationError', message, { locations: error.locations });
}

/** The platform's own sentence where it is known; of the others the same, less the full stop. */
function sentence(kind: string, message: string): string {
  const names = [...message.matchAll(/"([^"]+)"/g)].map(([, name]) => name ?? '');
  const [one = '', other = ''] = names;
  if (kind === 'FieldUndefined') return `Field '${one}' in type '${other}' is undefined`;
  if (kind === 'UnknownArgument') return `Unknown field argument ${one}`;
  if (kind === 'UnknownDirective') return `Unknown directive ${one.replace('@', '')}`;
  if (kind === 'UnknownType') return `Unknown type ${one}`;
  if (kind === 'UndefinedFragment') return `Undefined fragment ${one}`;
  if (kind === 'UndefinedVariable') return `Undefined variable ${one.replace('$', '')}`;
  if (kind === 'UnusedVariable') return `Unused variable ${one.replace('$', '')}`;
  if (kind === 'VariableTypeMismatch') {
    return `Variable type '${other}' doesn't match expected type '${names[2] ?? ''}'`;
  }
  return message.replace(/\.$/, '').replaceAll('"', "'");
}

/** The names of the fields around a node, from the operation down. */
function queryPath(document: DocumentNode, wanted: ASTNode | undefined): string {
  const { visit, BREAK } = library();
  const names: string[] = [];
  let found = '';
  visit(document, {
    enter(node) {
      if (node.kind === 'Field') names.push(node.name.value);
      if (node !== wanted) return undefined;
      found = names.join('/');
      return BREAK;
    },
    leave(node) {
      if (node.kind === 'Field') names.pop();
    },
  });
  return found;
}
