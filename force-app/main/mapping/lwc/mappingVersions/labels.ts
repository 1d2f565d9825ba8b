import compare from '@salesforce/label/c.Mapping_Versions_Compare';
import from from '@salesforce/label/c.Mapping_Versions_From';
import to from '@salesforce/label/c.Mapping_Versions_To';
import draft from '@salesforce/label/c.Mapping_Versions_Draft';
import numbered from '@salesforce/label/c.Mapping_Versions_Numbered';
import unnumbered from '@salesforce/label/c.Mapping_Versions_Unnumbered';
import alike from '@salesforce/label/c.Mapping_Versions_Alike';
import versions from '@salesforce/label/c.Mapping_Versions_Versions';
import emptyHeading from '@salesforce/label/c.Mapping_Versions_Empty_Heading';
import emptyText from '@salesforce/label/c.Mapping_Versions_Empty_Text';
import proposed from '@salesforce/label/c.Mapping_Versions_Proposed';
import published from '@salesforce/label/c.Mapping_Versions_Published';
import superseded from '@salesforce/label/c.Mapping_Versions_Superseded';
import refused from '@salesforce/label/c.Mapping_Versions_Refused';
import compareWith from '@salesforce/label/c.Mapping_Versions_Compare_With';
import compareOne from '@salesforce/label/c.Mapping_Versions_Compare_One';
import restore from '@salesforce/label/c.Mapping_Versions_Restore';
import restoreOne from '@salesforce/label/c.Mapping_Versions_Restore_One';
import restoreReason from '@salesforce/label/c.Mapping_Versions_Restore_Reason';
import problems from '@salesforce/label/c.Mapping_Versions_Problems';
import unreadable from '@salesforce/label/c.Mapping_Versions_Unreadable';

export const labels = {
  compare,
  from,
  to,
  draft,
  numbered,
  unnumbered,
  alike,
  versions,
  emptyHeading,
  emptyText,
  proposed,
  published,
  superseded,
  refused,
  compareWith,
  compareOne,
  restore,
  restoreOne,
  restoreReason,
  problems,
  unreadable,
};
