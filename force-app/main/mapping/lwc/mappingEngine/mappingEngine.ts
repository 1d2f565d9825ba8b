/** What screens and the worker use of the mapping engine. */
export * from './model.ts';
export type {
  CompiledMapping,
  CompiledTarget,
  CompileOptions,
  Mapped,
  MapOptions,
  Outcome,
  RowProblem,
  RowTrace,
  Unmapped,
} from './mapped.ts';
export { compileMapping } from './compile.ts';
export { compileCondition } from './conditions.ts';
export { compileFormula, FormulaError, FUNCTION_NAMES, type Formula } from './formula.ts';
export { typeOfSource } from './formulaOfSources.ts';
export { stepDefinition, STEPS, type Step, type StepName } from './steps.ts';
export type {
  ParamDefinition,
  StepDefinition,
  StepFunction,
  StepGroup,
  ValueType,
} from './stepDefinition.ts';
export { paramProblem } from './params.ts';
export { compileLookUp, compilePath, pathProblem } from './paths.ts';
export { isBlank, StepError, textOf, typeOf } from './values.ts';
export { ORDER_STATUSES } from './orderStatuses.ts';
export { inputsOf, type Sample, type SampledInput } from './inputs.ts';
export { SOURCES, type SourceField } from './sources.ts';
export {
  beginMapping,
  defaultTemplate,
  TEMPLATES,
  templateOf,
  type Platform,
  type Template,
} from './templates.ts';
export { MAPPING_SCHEMA, MOST_ROWS, MOST_SOURCES, MOST_STEPS, MOST_TARGETS } from './schema.ts';
export { readMapping, readMappingText, type Reading, type ReadProblem } from './read.ts';
export { readDescribe, type FieldDescribe, type ObjectDescribe } from './describe.ts';
export { checkMapping, type CheckContext } from './check.ts';
export { isRequired } from './checkRequired.ts';
export type { Finding } from './findings.ts';
export { engagementNote, isPerson, type EngagementNote } from './engagement.ts';
export { diffMappings, type Change, type MappingHead, type TargetHead } from './diff.ts';
export { applyChanges } from './applyChanges.ts';
export { touchedFields } from './touchedFields.ts';
export { conditionWords } from './changeWords.ts';
export { takeEdition, templateChanges, type TemplateChange } from './mergeTemplate.ts';
export * from './edit.ts';
export { newStep } from './newStep.ts';
export { MappingHistory } from './history.ts';
export { RAW_FIELDS, rawFieldsOf } from './rawFields.ts';
export { suggest, type SuggestedPath, type Suggestion, type Suggestions } from './suggest.ts';
export { suggestedRow } from './suggestRow.ts';
export { SHAPE_WORDS, shapeOfAll } from './suggestShapes.ts';
