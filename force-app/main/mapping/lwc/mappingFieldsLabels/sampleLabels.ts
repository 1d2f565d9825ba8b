import sample from '@salesforce/label/c.Mapping_Fields_Sample';
import sampleNone from '@salesforce/label/c.Mapping_Fields_Sample_None';
import sampleNoneNext from '@salesforce/label/c.Mapping_Fields_Sample_None_Next';
import sampleNoneOfKind from '@salesforce/label/c.Mapping_Fields_Sample_None_Of_Kind';
import loadSamples from '@salesforce/label/c.Mapping_Fields_Load_Samples';
import paste from '@salesforce/label/c.Mapping_Fields_Paste';
import pasteHeading from '@salesforce/label/c.Mapping_Fields_Paste_Heading';
import pasteText from '@salesforce/label/c.Mapping_Fields_Paste_Text';
import pasteField from '@salesforce/label/c.Mapping_Fields_Paste_Field';
import pasteUse from '@salesforce/label/c.Mapping_Fields_Paste_Use';
import pasteBlank from '@salesforce/label/c.Mapping_Fields_Paste_Blank';
import pasteTooLong from '@salesforce/label/c.Mapping_Fields_Paste_Too_Long';
import pasteNoObject from '@salesforce/label/c.Mapping_Fields_Paste_No_Object';
import pasteSyntax from '@salesforce/label/c.Mapping_Fields_Paste_Syntax';
import pasteIncomplete from '@salesforce/label/c.Mapping_Fields_Paste_Incomplete';
import pasteOtherKind from '@salesforce/label/c.Mapping_Fields_Paste_Other_Kind';
import pastedRaw from '@salesforce/label/c.Mapping_Fields_Pasted_Raw';
import pasted from '@salesforce/label/c.Mapping_Fields_Pasted';
import samplePlaceholder from '@salesforce/label/c.Mapping_Fields_Sample_Placeholder';

export const sampleLabels = {
  sample,
  sampleNone,
  sampleNoneNext,
  sampleNoneOfKind,
  loadSamples,
  paste,
  pasteHeading,
  pasteText,
  pasteField,
  pasteUse,
  pasteBlank,
  pasteTooLong,
  pasteNoObject,
  pasteSyntax,
  pasteIncomplete,
  pasteOtherKind,
  pastedRaw,
  pasted,
  samplePlaceholder,
};
