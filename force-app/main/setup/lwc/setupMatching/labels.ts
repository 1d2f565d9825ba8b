import contact from '@salesforce/label/c.Setup_Matching_Contact';
import guests from '@salesforce/label/c.Setup_Matching_Guests';
import lead from '@salesforce/label/c.Setup_Matching_Lead';
import more from '@salesforce/label/c.Setup_Matching_More';
import nobody from '@salesforce/label/c.People_Newcomer_Nobody';
import notSaid from '@salesforce/label/c.Setup_Matching_Not_Said';
import open from '@salesforce/label/c.Setup_Matching_Open';
import personAccount from '@salesforce/label/c.People_Newcomer_Person_Account';
import registered from '@salesforce/label/c.Setup_Matching_Registered';
import save from '@salesforce/label/c.Setup_Matching_Save';
import saved from '@salesforce/label/c.Setup_Matching_Saved';

export const labels = {
  ...{ contact, guests, lead, more, nobody, notSaid, open, personAccount, registered, save, saved },
};
