import heading from '@salesforce/label/c.Mapping_Why_Heading';
import text from '@salesforce/label/c.Mapping_Why_Text';
import ask from '@salesforce/label/c.Mapping_Why_Ask';
import underWay from '@salesforce/label/c.Mapping_Why_Under_Way';
import event from '@salesforce/label/c.Mapping_Why_Event';
import eventText from '@salesforce/label/c.Mapping_Why_Event_Text';
import source from '@salesforce/label/c.Mapping_Why_Source';
import version from '@salesforce/label/c.Mapping_Why_Version';
import versionText from '@salesforce/label/c.Mapping_Why_Version_Text';
import written from '@salesforce/label/c.Mapping_Why_Written';
import field from '@salesforce/label/c.Mapping_Why_Field';
import value from '@salesforce/label/c.Mapping_Why_Value';
import from from '@salesforce/label/c.Mapping_Why_From';
import steps from '@salesforce/label/c.Mapping_Why_Steps';
import find from '@salesforce/label/c.Mapping_Why_Find';
import differs from '@salesforce/label/c.Mapping_Why_Differs';
import blank from '@salesforce/label/c.Mapping_Why_Blank';
import blankOutcome from '@salesforce/label/c.Mapping_Why_Blank_Outcome';
import cleared from '@salesforce/label/c.Mapping_Why_Cleared';
import byDefault from '@salesforce/label/c.Mapping_Why_By_Default';
import skipped from '@salesforce/label/c.Mapping_Why_Skipped';
import outranked from '@salesforce/label/c.Mapping_Why_Outranked';
import paused from '@salesforce/label/c.Mapping_Why_Paused';
import off from '@salesforce/label/c.Mapping_Why_Off';
import link from '@salesforce/label/c.Mapping_Why_Link';
import failed from '@salesforce/label/c.Mapping_Why_Failed';

export const labels = {
  heading,
  text,
  ask,
  underWay,
  event,
  eventText,
  source,
  version,
  versionText,
  written,
  field,
  value,
  from,
  steps,
  find,
  differs,
  blank,
  failed,
  blankOutcome,
  cleared,
  byDefault,
  skipped,
  outranked,
  paused,
  off,
  link,
};
