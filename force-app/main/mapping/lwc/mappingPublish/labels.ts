import reason from '@salesforce/label/c.Mapping_Publish_Reason';
import reasonHelp from '@salesforce/label/c.Mapping_Publish_Reason_Help';
import reasonMissing from '@salesforce/label/c.Mapping_Publish_Reason_Missing';
import changes from '@salesforce/label/c.Mapping_Publish_Changes';
import nothing from '@salesforce/label/c.Mapping_Publish_Nothing';
import errors from '@salesforce/label/c.Mapping_Publish_Errors';
import warnings from '@salesforce/label/c.Mapping_Publish_Warnings';
import cancel from '@salesforce/label/c.Mapping_Publish_Cancel';
import publish from '@salesforce/label/c.Mapping_Publish_Publish';

export const labels = {
  reason,
  reasonHelp,
  reasonMissing,
  changes,
  nothing,
  errors,
  warnings,
  cancel,
  publish,
};
