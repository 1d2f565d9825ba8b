import allow from '@salesforce/label/c.People_Consent_Allow';
import cart from '@salesforce/label/c.People_Consent_Cart';
import cartFor from '@salesforce/label/c.People_Consent_Cart_For';
import cartMail from '@salesforce/label/c.People_Consent_Cart_Mail';
import given from '@salesforce/label/c.People_Consent_Given';
import heading from '@salesforce/label/c.People_Consent_Heading';
import hold from '@salesforce/label/c.People_Consent_Hold';
import holdHelp from '@salesforce/label/c.People_Consent_Hold_Help';
import intro from '@salesforce/label/c.People_Consent_Intro';
import marketing from '@salesforce/label/c.People_Consent_Marketing';
import optOut from '@salesforce/label/c.People_Consent_Opt_Out';
import optOutFor from '@salesforce/label/c.People_Consent_Opt_Out_For';
import refused from '@salesforce/label/c.People_Consent_Refused';
import unknown from '@salesforce/label/c.People_Consent_Unknown';
import word from '@salesforce/label/c.People_Consent_Word';

export const labels = {
  ...{ allow, cart, cartFor, cartMail, given, heading },
  ...{ hold, holdHelp, intro, marketing, optOut, optOutFor },
  ...{ refused, unknown, word },
};
