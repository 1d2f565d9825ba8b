import added from '@salesforce/label/c.Mapping_Differences_Added';
import removed from '@salesforce/label/c.Mapping_Differences_Removed';
import changed from '@salesforce/label/c.Mapping_Differences_Changed';
import moved from '@salesforce/label/c.Mapping_Differences_Moved';
import showAll from '@salesforce/label/c.Mapping_Differences_Show_All';

export const labels = {
  added,
  removed,
  changed,
  moved,
  showAll,
};
