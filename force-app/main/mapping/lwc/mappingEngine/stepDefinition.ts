import type { Effort } from './effort.ts';
import type { MappingSettings } from './model.ts';

/** What a step takes and gives; `items` is a list of records, `list` one of single values. */
export type ValueType =
  'text' | 'number' | 'boolean' | 'date' | 'dateTime' | 'list' | 'items' | 'record' | 'any';

export type StepGroup =
  'text' | 'number' | 'date' | 'list' | 'person' | 'address' | 'choice' | 'formula';

/** The JSON each type of parameter is kept as. */
export interface ParamTypes {
  text: string;
  integer: number;
  boolean: boolean;
  choice: string;
  /** A path into the input, or into an item where the parameter says so. */
  path: string;
  /** From what comes in to what goes out. */
  table: Readonly<Record<string, string>>;
  list: readonly string[];
  formula: string;
}

export interface ParamDefinition {
  type: keyof ParamTypes;
  label: string;
  help?: string;
  required: boolean;
  /** With `choice`: the only values. */
  choices?: readonly string[];
  /** Of an integer; of a text, path or formula its length; of a table or list its entries. */
  min?: number;
  max?: number;
  /** Used when the parameter is left out. */
  default?: string | number | boolean;
}

export type ParamDefinitions = Readonly<Record<string, ParamDefinition>>;

/** What a step may say beside its result. */
export interface Notes {
  /** The one moment of this mapping: formulas that ask for today all get the same answer. */
  readonly now: Date;
  /** What the record may still take; rows share it. */
  readonly effort: Effort;
  /** A table met a value that is not in it and gave its default. */
  unmapped(value: string): void;
  /** The value stands, but not all of it counted; goes on from "The value …". */
  problem(reason: string): void;
}

/** Throws a StepError when the value does not suit the step, and nothing else. */
export type StepFunction = (value: unknown, input: unknown, note: Notes) => unknown;

/** A step of the catalogue; labels and help are English texts for an admin. */
export interface StepDefinition {
  label: string;
  help: string;
  group: StepGroup;
  takes: readonly ValueType[];
  gives: ValueType;
  params: ParamDefinitions;
  /** Sees blanks too; all other steps leave a blank as it is. */
  seesBlanks?: boolean;
  /** Parameters are checked and their defaults filled in before. May throw a StepError. */
  compile(params: Readonly<Record<string, unknown>>, settings: MappingSettings): StepFunction;
}

type ValueOf<Param extends ParamDefinition> = Param extends {
  choices: readonly (infer Choice)[];
}
  ? Choice
  : ParamTypes[Param['type']];

type Names<Params extends ParamDefinitions, Kind> = {
  [Name in keyof Params]: Params[Name] extends Kind ? Name : never;
}[keyof Params];

/** The parameters as a mapping holds them. */
export type StoredParams<Params extends ParamDefinitions> = {
  [Name in Names<Params, { required: true }>]: ValueOf<Params[Name]>;
} & { [Name in Names<Params, { required: false }>]?: ValueOf<Params[Name]> };

/** The parameters as `compile` gets them: with their defaults. */
export type FilledParams<Params extends ParamDefinitions> = {
  readonly [Name in Names<Params, { required: true } | { default: unknown }>]: ValueOf<
    Params[Name]
  >;
} & {
  readonly [
    Name in Exclude<keyof Params, Names<Params, { required: true } | { default: unknown }>>
  ]?: ValueOf<Params[Name]> | undefined;
};

export interface TypedStepDefinition<Params extends ParamDefinitions> extends StepDefinition {
  params: Params;
  compile(params: FilledParams<Params>, settings: MappingSettings): StepFunction;
}

/** Gives `compile` the types of the parameters that stand beside it. */
export function defineStep<const Params extends ParamDefinitions>(
  definition: TypedStepDefinition<Params>,
): TypedStepDefinition<Params> {
  return definition;
}
