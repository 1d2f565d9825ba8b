import heading from '@salesforce/label/c.Mapping_Reapply_Heading';
import text from '@salesforce/label/c.Mapping_Reapply_Text';
import count from '@salesforce/label/c.Mapping_Reapply_Count';
import apply from '@salesforce/label/c.Mapping_Reapply_Apply';
import touched from '@salesforce/label/c.Mapping_Reapply_Touched';
import touchedUpTo from '@salesforce/label/c.Mapping_Reapply_Touched_Up_To';
import nothing from '@salesforce/label/c.Mapping_Reapply_Nothing';

export const labels = {
  heading,
  text,
  count,
  apply,
  touched,
  touchedUpTo,
  nothing,
};
