import and from '@salesforce/label/c.People_Save_And';
import changes from '@salesforce/label/c.People_Save_Changes';
import discard from '@salesforce/label/c.People_Save_Discard';
import faults from '@salesforce/label/c.People_Save_Faults';
import heading from '@salesforce/label/c.People_Save_Heading';
import none from '@salesforce/label/c.People_Save_None';
import save from '@salesforce/label/c.People_Save_Save';

export const labels = {
  ...{ and, changes, discard, faults, heading, none },
  ...{ save },
};
