import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript';

/** What may stand at one place of a metadata file. */
export interface Property {
  /** `string`, `boolean`, `number`, or the name of a shape or of a list of values. */
  type: string;
  repeated: boolean;
  required: boolean;
}

export type Shape = Map<string, Property>;

/** The platform's own definition of its metadata types, by name. */
export interface MetadataTypes {
  /** The elements of a complex type. */
  shape(type: string): Shape | undefined;
  /** The allowed texts of an enumeration. */
  values(type: string): Set<string> | undefined;
}

let read: MetadataTypes | undefined;

/**
 * Reads the definitions from the declaration file of `@salesforce/types`, which Salesforce generates
 * from the Metadata API's WSDL. They are parsed, never type-checked, and only once: that takes a fifth
 * of a second.
 */
export function metadataTypes(): MetadataTypes {
  read ??= readDeclarations();
  return read;
}

function readDeclarations(): MetadataTypes {
  const script = createRequire(import.meta.url).resolve('@salesforce/types/metadata');
  const declarations = script.replace(/\.js$/, '.d.ts');
  const source = ts.createSourceFile(
    declarations,
    readFileSync(declarations, 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const aliases = new Map(
    source.statements.filter(ts.isTypeAliasDeclaration).map((alias) => [alias.name.text, alias]),
  );
  const shapes = new Map<string, Shape | undefined>();

  function shape(type: string): Shape | undefined {
    if (!shapes.has(type)) {
      const alias = aliases.get(type);
      shapes.set(type, alias && shapeOf(alias.type));
    }
    return shapes.get(type);
  }

  function shapeOf(node: ts.TypeNode): Shape | undefined {
    if (ts.isTypeLiteralNode(node)) return new Map(node.members.flatMap(propertyOf));
    if (ts.isTypeReferenceNode(node)) return shape(node.getText(source));
    if (!ts.isIntersectionTypeNode(node)) return undefined;
    return new Map(node.types.flatMap((part) => [...(shapeOf(part) ?? [])]));
  }

  function propertyOf(member: ts.TypeElement): [string, Property][] {
    if (!ts.isPropertySignature(member) || !member.type) return [];
    const repeated = ts.isArrayTypeNode(member.type);
    const item = ts.isArrayTypeNode(member.type) ? member.type.elementType : member.type;
    const required = !repeated && !member.questionToken;
    return [[member.name.getText(source), { type: item.getText(source), repeated, required }]];
  }

  function values(type: string): Set<string> | undefined {
    const node = aliases.get(type)?.type;
    if (!node) return undefined;
    const parts = ts.isUnionTypeNode(node) ? [...node.types] : [node];
    const texts = parts.flatMap((part) =>
      ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? [part.literal.text] : [],
    );
    return texts.length > 0 ? new Set(texts) : undefined;
  }

  return { shape, values };
}
