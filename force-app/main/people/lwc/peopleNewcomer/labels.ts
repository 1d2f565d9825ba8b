import become from '@salesforce/label/c.People_Newcomer_Become';
import campaign from '@salesforce/label/c.People_Newcomer_Campaign';
import campaignHint from '@salesforce/label/c.People_Newcomer_Campaign_Hint';
import contact from '@salesforce/label/c.People_Newcomer_Contact';
import lead from '@salesforce/label/c.People_Newcomer_Lead';
import leadSource from '@salesforce/label/c.People_Newcomer_Lead_Source';
import nobody from '@salesforce/label/c.People_Newcomer_Nobody';
import none from '@salesforce/label/c.People_Newcomer_None';
import owner from '@salesforce/label/c.People_Newcomer_Owner';
import ownerHint from '@salesforce/label/c.People_Newcomer_Owner_Hint';
import personAccount from '@salesforce/label/c.People_Newcomer_Person_Account';
import recordType from '@salesforce/label/c.People_Newcomer_Record_Type';
import recordTypeDefault from '@salesforce/label/c.People_Newcomer_Record_Type_Default';
import rules from '@salesforce/label/c.People_Newcomer_Rules';
import status from '@salesforce/label/c.People_Newcomer_Status';
import statusHelp from '@salesforce/label/c.People_Newcomer_Status_Help';

export const labels = {
  ...{ become, campaign, campaignHint, contact, lead, leadSource },
  ...{ nobody, none, owner, ownerHint, personAccount, recordType },
  ...{ recordTypeDefault, rules, status, statusHelp },
};
