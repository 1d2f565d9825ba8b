import heading from '@salesforce/label/c.Mapping_Suggest_Heading';
import headingPlain from '@salesforce/label/c.Mapping_Suggest_Heading_Plain';
import intro from '@salesforce/label/c.Mapping_Suggest_Intro';
import noSamples from '@salesforce/label/c.Mapping_Suggest_No_Samples';
import noDescribe from '@salesforce/label/c.Mapping_Suggest_No_Describe';
import none from '@salesforce/label/c.Mapping_Suggest_None';
import fields from '@salesforce/label/c.Mapping_Suggest_Fields';
import sources from '@salesforce/label/c.Mapping_Suggest_Sources';
import allFields from '@salesforce/label/c.Mapping_Suggest_All_Fields';
import allSources from '@salesforce/label/c.Mapping_Suggest_All_Sources';
import fewer from '@salesforce/label/c.Mapping_Suggest_Fewer';
import becomes from '@salesforce/label/c.Mapping_Suggest_Becomes';
import saidAdded from '@salesforce/label/c.Mapping_Suggest_Said_Added';
import saidDismissed from '@salesforce/label/c.Mapping_Suggest_Said_Dismissed';
import ask from '@salesforce/label/c.Mapping_Suggest_Ask';
import askHelp from '@salesforce/label/c.Mapping_Suggest_Ask_Help';

export const labels = {
  heading,
  headingPlain,
  intro,
  noSamples,
  noDescribe,
  none,
  fields,
  sources,
  allFields,
  allSources,
  fewer,
  becomes,
  saidAdded,
  saidDismissed,
  ask,
  askHelp,
};
