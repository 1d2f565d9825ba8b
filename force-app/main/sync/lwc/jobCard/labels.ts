import askedCancel from '@salesforce/label/c.Jobs_Asked_Cancel';
import askedPause from '@salesforce/label/c.Jobs_Asked_Pause';
import askedResume from '@salesforce/label/c.Jobs_Asked_Resume';
import asked from '@salesforce/label/c.Jobs_Asked';
import cancel from '@salesforce/label/c.Jobs_Cancel';
import cancelKeep from '@salesforce/label/c.Jobs_Cancel_Keep';
import cancelSure from '@salesforce/label/c.Jobs_Cancel_Sure';
import cancelYes from '@salesforce/label/c.Jobs_Cancel_Yes';
import failed from '@salesforce/label/c.Jobs_Failed_Count';
import finished from '@salesforce/label/c.Jobs_Finished';
import of from '@salesforce/label/c.Jobs_Completed_Of';
import pace from '@salesforce/label/c.Jobs_Pace';
import pause from '@salesforce/label/c.Jobs_Pause';
import quiet from '@salesforce/label/c.Jobs_Quiet';
import resume from '@salesforce/label/c.Jobs_Resume';
import type { Wish } from 'c/jobList';

export const labels = {
  ...{ asked, cancelKeep, cancelSure, cancelYes, failed, finished, of, pace, quiet },
};

export const WISHES: Record<Wish, { label: string; asked: string; icon: string }> = {
  Pause: { label: pause, asked: askedPause, icon: 'utility:pause' },
  Resume: { label: resume, asked: askedResume, icon: 'utility:play' },
  Cancel: { label: cancel, asked: askedCancel, icon: 'utility:close' },
};
