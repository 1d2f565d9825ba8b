export {
  MAPPINGS,
  mappingsOf,
  tellingJobs,
  type MappingJob,
  type MappingPage,
  type MappingRecord,
} from './mappings';
export {
  DEFINITION,
  VERSIONS,
  definitionOf,
  mappingIn,
  versionsOf,
  type Definition,
  type Version,
} from './versions';
export { RESULTS, describesOf, resultsOf, samplesOf, type Results } from './results';
