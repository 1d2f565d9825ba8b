export { tryAll, type Tried } from './allSamples';
export { changesSince, type Changes } from './changes';
export { typeText } from './fieldTypes';
export { ALL_ROWS, countsOf, filtered, SHOWN, type Shown, type TableFilter } from './filter';
export { Live } from './live';
export { isSample, readPasted, type Pasted } from './paste';
export { partialTrace } from './partialTrace';
export { whereIn } from './place';
export { rawPathsOf, seenPathsIn } from './rawPaths';
export { resultOf, type ResultView } from './resultView';
export type { RowView } from './rowView';
export { chosenInput, pastedInput, SampleInputs, type SampleInput } from './samples';
export {
  pathChoices,
  sourceChoices,
  sourceName,
  typedPath,
  typedSource,
  type Choice,
} from './sources';
export { StableRows } from './stable';
export { withoutRow, type StatusView } from './statusView';
export { attentionOf, isAboutMissing, TableModel } from './tableModel';
export { Traces } from './traces';
export { shown, valueAt } from './values';
export { conditionText, countryName, kindText, LINK_TEXTS, ruleText, stepText } from './words';
