import across from '@salesforce/label/c.People_Story_Across';
import assigned from '@salesforce/label/c.People_Story_Assigned';
import cartAllowed from '@salesforce/label/c.People_Story_Cart_Allowed';
import cartHeld from '@salesforce/label/c.People_Story_Cart_Held';
import companiesMade from '@salesforce/label/c.People_Story_Companies_Made';
import companiesNone from '@salesforce/label/c.People_Story_Companies_None';
import companiesNoneMade from '@salesforce/label/c.People_Story_Companies_None_Made';
import companiesUnmade from '@salesforce/label/c.People_Story_Companies_Unmade';
import companyId from '@salesforce/label/c.People_Story_Company_Id';
import consent from '@salesforce/label/c.People_Story_Consent';
import contact from '@salesforce/label/c.People_Story_Contact';
import contactFirst from '@salesforce/label/c.People_Story_Contact_First';
import customerNumber from '@salesforce/label/c.People_Story_Customer_Number';
import domain from '@salesforce/label/c.People_Story_Domain';
import email from '@salesforce/label/c.People_Story_Email';
import externalId from '@salesforce/label/c.People_Story_External_Id';
import guest from '@salesforce/label/c.People_Story_Guest';
import guestNobody from '@salesforce/label/c.People_Story_Guest_Nobody';
import joins from '@salesforce/label/c.People_Story_Joins';
import lead from '@salesforce/label/c.People_Story_Lead';
import leadFirst from '@salesforce/label/c.People_Story_Lead_First';
import matching from '@salesforce/label/c.People_Story_Matching';
import name from '@salesforce/label/c.People_Story_Name';
import optedOut from '@salesforce/label/c.People_Story_Opted_Out';
import owned from '@salesforce/label/c.People_Story_Owned';
import personAccount from '@salesforce/label/c.People_Story_Person_Account';
import phone from '@salesforce/label/c.People_Story_Phone';
import registered from '@salesforce/label/c.People_Story_Registered';
import registeredNobody from '@salesforce/label/c.People_Story_Registered_Nobody';
import stays from '@salesforce/label/c.People_Story_Stays';
import then from '@salesforce/label/c.People_Story_Then';
import within from '@salesforce/label/c.People_Story_Within';

export const labels = {
  ...{ across, assigned, cartAllowed, cartHeld, companiesMade, companiesNone },
  ...{ companiesNoneMade, companiesUnmade, companyId, consent, contact, contactFirst },
  ...{ customerNumber, domain, email, externalId, guest, guestNobody },
  ...{ joins, lead, leadFirst, matching, name, optedOut },
  ...{ owned, personAccount, phone, registered, registeredNobody, stays },
  ...{ then, within },
};
