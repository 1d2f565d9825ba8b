import errorHeading from '@salesforce/label/c.Setup_Error_Heading';
import heading from '@salesforce/label/c.Setup_Heading';
import intro from '@salesforce/label/c.Setup_Intro';
import left from '@salesforce/label/c.Setup_Minutes_Left';
import loading from '@salesforce/label/c.Setup_Loading';
import neverHeard from '@salesforce/label/c.Setup_Never_Heard';
import noAccessHeading from '@salesforce/label/c.Setup_No_Access_Heading';
import noAccessText from '@salesforce/label/c.Setup_No_Access_Text';
import notHeard from '@salesforce/label/c.Setup_Not_Heard';
import partial from '@salesforce/label/c.Setup_Partial';
import progress from '@salesforce/label/c.Setup_Progress';
import readOnly from '@salesforce/label/c.Setup_Read_Only';
import ready from '@salesforce/label/c.Setup_Ready';
import tryAgain from '@salesforce/label/c.Setup_Try_Again';
import liveHeading from '@salesforce/label/c.Setup_Live_Heading';
import liveDescription from '@salesforce/label/c.Setup_Live_Description';
import mappingHeading from '@salesforce/label/c.Setup_Mapping_Heading';
import mappingDescription from '@salesforce/label/c.Setup_Mapping_Description';
import matchingHeading from '@salesforce/label/c.Setup_Matching_Heading';
import matchingDescription from '@salesforce/label/c.Setup_Matching_Description';
import sampleHeading from '@salesforce/label/c.Setup_Sample_Heading';
import sampleDescription from '@salesforce/label/c.Setup_Sample_Description';
import shopHeading from '@salesforce/label/c.Setup_Shop_Heading';
import shopDescription from '@salesforce/label/c.Setup_Shop_Description';
import workerHeading from '@salesforce/label/c.Setup_Worker_Heading';
import workerDescription from '@salesforce/label/c.Setup_Worker_Description';
import type { StepName } from 'c/setupSteps';

export const labels = {
  ...{ errorHeading, heading, intro, left, loading, neverHeard, noAccessHeading, noAccessText },
  ...{ notHeard, partial, progress, readOnly, ready, tryAgain },
};

export const TEXTS: Record<StepName, { heading: string; description: string }> = {
  worker: { heading: workerHeading, description: workerDescription },
  shop: { heading: shopHeading, description: shopDescription },
  matching: { heading: matchingHeading, description: matchingDescription },
  mapping: { heading: mappingHeading, description: mappingDescription },
  sample: { heading: sampleHeading, description: sampleDescription },
  live: { heading: liveHeading, description: liveDescription },
};
