import campaigns from '@salesforce/label/c.People_Lookup_Campaigns';
import clear from '@salesforce/label/c.People_Lookup_Clear';
import failed from '@salesforce/label/c.People_Lookup_Failed';
import pasted from '@salesforce/label/c.People_Lookup_Pasted';
import queues from '@salesforce/label/c.People_Lookup_Queues';
import users from '@salesforce/label/c.People_Lookup_Users';

export const labels = {
  ...{ campaigns, clear, failed, pasted, queues, users },
};
