import create from '@salesforce/label/c.Mapping_Trial_Create';
import update from '@salesforce/label/c.Mapping_Trial_Update';
import nothing from '@salesforce/label/c.Mapping_Trial_Nothing';
import changeNew from '@salesforce/label/c.Mapping_Trial_Change_New';
import changeChanged from '@salesforce/label/c.Mapping_Trial_Change_Changed';
import changeSame from '@salesforce/label/c.Mapping_Trial_Change_Same';
import changeKept from '@salesforce/label/c.Mapping_Trial_Change_Kept';
import same from '@salesforce/label/c.Mapping_Trial_Same';
import whoKnown from '@salesforce/label/c.Mapping_Trial_Who_Known';
import whoFound from '@salesforce/label/c.Mapping_Trial_Who_Found';
import whoNew from '@salesforce/label/c.Mapping_Trial_Who_New';
import whoSeveral from '@salesforce/label/c.Mapping_Trial_Who_Several';
import whoNone from '@salesforce/label/c.Mapping_Trial_Who_None';
import duplicateAllow from '@salesforce/label/c.Mapping_Trial_Duplicate_Allow';
import duplicateAlert from '@salesforce/label/c.Mapping_Trial_Duplicate_Alert';
import duplicateBlock from '@salesforce/label/c.Mapping_Trial_Duplicate_Block';
import unmapped from '@salesforce/label/c.Mapping_Trial_Unmapped';
import blank from '@salesforce/label/c.Mapping_Trial_Blank';
import refused from '@salesforce/label/c.Mapping_Trial_Refused';
import noticed from '@salesforce/label/c.Mapping_Trial_Noticed';
import written from '@salesforce/label/c.Mapping_Trial_Written';
import unchanged from '@salesforce/label/c.Mapping_Trial_Unchanged';
import field from '@salesforce/label/c.Mapping_Trial_Field';
import before from '@salesforce/label/c.Mapping_Trial_Before';
import after from '@salesforce/label/c.Mapping_Trial_After';
import change from '@salesforce/label/c.Mapping_Trial_Change';
import showSame from '@salesforce/label/c.Mapping_Trial_Show_Same';

export const labels = {
  create,
  update,
  nothing,
  changeNew,
  changeChanged,
  changeSame,
  changeKept,
  same,
  whoKnown,
  whoFound,
  whoNew,
  whoSeveral,
  whoNone,
  duplicateAllow,
  duplicateAlert,
  duplicateBlock,
  unmapped,
  blank,
  refused,
  noticed,
  written,
  unchanged,
  field,
  before,
  after,
  change,
  showSame,
};
