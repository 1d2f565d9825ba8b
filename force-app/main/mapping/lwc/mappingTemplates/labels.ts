import heading from '@salesforce/label/c.Mapping_Templates_Heading';
import text from '@salesforce/label/c.Mapping_Templates_Text';
import template from '@salesforce/label/c.Mapping_Templates_Template';
import alike from '@salesforce/label/c.Mapping_Templates_Alike';
import changes from '@salesforce/label/c.Mapping_Templates_Changes';
import conflict from '@salesforce/label/c.Mapping_Templates_Conflict';
import take from '@salesforce/label/c.Mapping_Templates_Take';
import taken from '@salesforce/label/c.Mapping_Templates_Taken';
import begin from '@salesforce/label/c.Mapping_Templates_Begin';
import begun from '@salesforce/label/c.Mapping_Templates_Begun';

export const labels = {
  heading,
  text,
  template,
  alike,
  changes,
  conflict,
  take,
  taken,
  begin,
  begun,
};
