import companyId from '@salesforce/label/c.People_Companies_Company_Id';
import companyIdHelp from '@salesforce/label/c.People_Companies_Company_Id_Help';
import create from '@salesforce/label/c.People_Companies_Create';
import domain from '@salesforce/label/c.People_Companies_Domain';
import domainHelp from '@salesforce/label/c.People_Companies_Domain_Help';
import domains from '@salesforce/label/c.People_Companies_Domains';
import domainsHelp from '@salesforce/label/c.People_Companies_Domains_Help';
import domainsMany from '@salesforce/label/c.People_Companies_Domains_Many';
import domainsWrong from '@salesforce/label/c.People_Companies_Domains_Wrong';
import heading from '@salesforce/label/c.People_Companies_Heading';
import intro from '@salesforce/label/c.People_Companies_Intro';
import keys from '@salesforce/label/c.People_Companies_Keys';
import name from '@salesforce/label/c.People_Companies_Name';
import nameHelp from '@salesforce/label/c.People_Companies_Name_Help';

export const labels = {
  ...{ companyId, companyIdHelp, create, domain, domainHelp, domains },
  ...{ domainsHelp, domainsMany, domainsWrong, heading, intro, keys },
  ...{ name, nameHelp },
};
