import candidates from '@salesforce/label/c.Setup_Matching_Candidates';
import choose from '@salesforce/label/c.Setup_Matching_Choose';
import contact from '@salesforce/label/c.Setup_Matching_Contact';
import lead from '@salesforce/label/c.Setup_Matching_Lead';
import notSaid from '@salesforce/label/c.Setup_Matching_Not_Said';
import privateContacts from '@salesforce/label/c.Setup_Matching_Private';
import ruleCustomer from '@salesforce/label/c.Setup_Matching_Rule_Customer';
import ruleEmail from '@salesforce/label/c.Setup_Matching_Rule_Email';
import ruleLink from '@salesforce/label/c.Setup_Matching_Rule_Link';
import rules from '@salesforce/label/c.Setup_Matching_Rules';
import save from '@salesforce/label/c.Setup_Matching_Save';
import saved from '@salesforce/label/c.Setup_Matching_Saved';

export const labels = {
  ...{ candidates, choose, contact, lead, notSaid, privateContacts },
  ...{ ruleCustomer, ruleEmail, ruleLink, rules, save, saved },
};
