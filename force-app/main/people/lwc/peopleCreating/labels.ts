import guest from '@salesforce/label/c.People_Creating_Guest';
import guestHelp from '@salesforce/label/c.People_Creating_Guest_Help';
import heading from '@salesforce/label/c.People_Creating_Heading';
import intro from '@salesforce/label/c.People_Creating_Intro';
import registered from '@salesforce/label/c.People_Creating_Registered';
import registeredHelp from '@salesforce/label/c.People_Creating_Registered_Help';

export const labels = {
  ...{ guest, guestHelp, heading, intro, registered, registeredHelp },
};
