import add from '@salesforce/label/c.People_Keys_Add';
import added from '@salesforce/label/c.People_Keys_Added';
import down from '@salesforce/label/c.People_Keys_Down';
import fixed from '@salesforce/label/c.People_Keys_Fixed';
import moved from '@salesforce/label/c.People_Keys_Moved';
import none from '@salesforce/label/c.People_Keys_None';
import remove from '@salesforce/label/c.People_Keys_Remove';
import removed from '@salesforce/label/c.People_Keys_Removed';
import up from '@salesforce/label/c.People_Keys_Up';

export const labels = {
  ...{ add, added, down, fixed, moved, none },
  ...{ remove, removed, up },
};
