import after from '@salesforce/label/c.People_Section_After';
import changed from '@salesforce/label/c.People_Section_Changed';
import example from '@salesforce/label/c.People_Section_Example';
import now from '@salesforce/label/c.People_Section_Now';

export const labels = {
  ...{ after, changed, example, now },
};
