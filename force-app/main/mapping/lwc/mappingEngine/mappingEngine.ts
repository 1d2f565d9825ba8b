/**
 * What screens and the worker use of the mapping engine. All its files lie beside this one, for a
 * bundle has no folders; what a name begins with says where it belongs:
 *
 * - `model.ts`: what a mapping is; begin here. `limits.ts`: how large it may be.
 * - `compile*.ts`, `mapRow.ts`, `trace.ts`: a mapping made into functions, and what they give
 *   (`mapped.ts`). `paths.ts` and `conditions.ts` read the input, `effort.ts` keeps them bounded.
 * - `steps.ts`: the catalogue of steps; `steps*.ts` a group of them each, `stepDefinition.ts` how a
 *   further one is written. They lean on `phone*.ts`, `personNames*.ts`, `countries*.ts`,
 *   `states*.ts` and `rollUp*.ts`.
 * - `formula.ts`: Salesforce's formula language; `formulaTokens`, `formulaParser`, `formulaTypes`,
 *   `formulaOperators` and `formulaFunctions*` in the order of its work, `formulaPattern*` for REGEX.
 * - `money.ts`, `decimals.ts`, `time.ts`, `calendar.ts`, `values.ts`: exact numbers, moments, blanks.
 * - `sources*.ts`, `raw*.ts`: which paths there are. `inputs.ts`: what a sample is mapped as.
 * - `schema*.ts`, `read.ts`: whether data is a mapping. `check*.ts`: whether it works in an org
 *   (`describe.ts`); `findings.ts` is what they say, `engagement.ts` what Account Engagement does.
 * - `edit.ts`, `history.ts`, `diff.ts`, `applyChanges.ts`, `mergeTemplate.ts`: a mapping changed.
 * - `template*.ts`: what a shop begins with. `suggest*.ts`: rows nobody has made yet.
 */
export * from './model.ts';
export type {
  CompiledMapping,
  CompiledTarget,
  Mapped,
  RowProblem,
  RowTrace,
  Unmapped,
} from './mapped.ts';
export { compileMapping } from './compile.ts';
export { compileCondition } from './conditions.ts';
export { compileFormula, FormulaError } from './formula.ts';
export { stepDefinition, STEPS, type Step, type StepName } from './steps.ts';
export type { ParamDefinition, StepDefinition, StepGroup, ValueType } from './stepDefinition.ts';
export { paramProblem } from './params.ts';
export { compilePath, pathProblem } from './paths.ts';
export { isBlank } from './values.ts';
export { ORDER_STATUSES } from './orderStatuses.ts';
export { inputsOf, type Sample, type SampledInput } from './inputs.ts';
export { SOURCES, type SourceField } from './sources.ts';
export {
  beginMapping,
  defaultTemplate,
  formerEdition,
  TEMPLATES,
  templateOf,
  type Template,
} from './templates.ts';
export { MAPPING_SCHEMA } from './schema.ts';
export { readMapping, readMappingText } from './read.ts';
export { readDescribe, type FieldDescribe, type ObjectDescribe } from './describe.ts';
export { checkMapping, type CheckContext } from './check.ts';
export { isRequired } from './checkRequired.ts';
export type { Finding } from './findings.ts';
export { engagementNote, isOfPerson, isPerson, type EngagementNote } from './engagement.ts';
export { diffMappings, type Change } from './diff.ts';
export { applyChanges } from './applyChanges.ts';
export { touchedFields } from './touchedFields.ts';
export { takeEdition, templateChanges, type TemplateChange } from './mergeTemplate.ts';
export * from './edit.ts';
export { newStep } from './newStep.ts';
export { MappingHistory } from './history.ts';
export { DOCUMENTED_PLATFORMS, documentedPlatform } from './documentedPlatforms.ts';
export { rawFieldsOf } from './rawFields.ts';
export { suggest, type SuggestedPath, type Suggestion } from './suggest.ts';
export { suggestedRow } from './suggestRow.ts';
export { SHAPE_WORDS, shapeOfAll } from './suggestShapes.ts';
export { COUNTRIES } from './countries.ts';
