import acrossShops from '@salesforce/label/c.People_Matching_Across_Shops';
import contact from '@salesforce/label/c.People_Matching_Contact';
import customerNumber from '@salesforce/label/c.People_Matching_Customer_Number';
import customerNumberHelp from '@salesforce/label/c.People_Matching_Customer_Number_Help';
import email from '@salesforce/label/c.People_Matching_Email';
import emailHelp from '@salesforce/label/c.People_Matching_Email_Help';
import externalId from '@salesforce/label/c.People_Matching_External_Id';
import externalIdHelp from '@salesforce/label/c.People_Matching_External_Id_Help';
import field from '@salesforce/label/c.People_Matching_Field';
import fieldHint from '@salesforce/label/c.People_Matching_Field_Hint';
import fieldMissing from '@salesforce/label/c.People_Matching_Field_Missing';
import followerHeading from '@salesforce/label/c.People_Matching_Follower_Heading';
import followerOff from '@salesforce/label/c.People_Matching_Follower_Off';
import followerOn from '@salesforce/label/c.People_Matching_Follower_On';
import followerOpen from '@salesforce/label/c.People_Matching_Follower_Open';
import heading from '@salesforce/label/c.People_Matching_Heading';
import intro from '@salesforce/label/c.People_Matching_Intro';
import keys from '@salesforce/label/c.People_Matching_Keys';
import lead from '@salesforce/label/c.People_Matching_Lead';
import link from '@salesforce/label/c.People_Matching_Link';
import linkHelp from '@salesforce/label/c.People_Matching_Link_Help';
import phone from '@salesforce/label/c.People_Matching_Phone';
import phoneHelp from '@salesforce/label/c.People_Matching_Phone_Help';
import prefer from '@salesforce/label/c.People_Matching_Prefer';

export const labels = {
  ...{ acrossShops, contact, customerNumber, customerNumberHelp, email, emailHelp },
  ...{ externalId, externalIdHelp, field, fieldHint, fieldMissing, followerHeading },
  ...{ followerOff, followerOn, followerOpen, heading, intro, keys },
  ...{ lead, link, linkHelp, phone, phoneHelp, prefer },
};
