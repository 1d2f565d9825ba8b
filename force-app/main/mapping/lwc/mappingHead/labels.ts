import shop from '@salesforce/label/c.Mapping_Page_Shop';
import readOnly from '@salesforce/label/c.Mapping_Page_Read_Only';
import never from '@salesforce/label/c.Mapping_Page_Never';
import version from '@salesforce/label/c.Mapping_Page_Version';
import versionOnly from '@salesforce/label/c.Mapping_Page_Version_Only';
import noChanges from '@salesforce/label/c.Mapping_Page_No_Changes';
import oneChange from '@salesforce/label/c.Mapping_Page_One_Change';
import changes from '@salesforce/label/c.Mapping_Page_Changes';
import saved from '@salesforce/label/c.Mapping_Page_Saved';
import saving from '@salesforce/label/c.Mapping_Page_Saving';
import unsaved from '@salesforce/label/c.Mapping_Page_Unsaved';
import saveFailed from '@salesforce/label/c.Mapping_Page_Save_Failed';
import saveAgain from '@salesforce/label/c.Mapping_Page_Save_Again';
import conflict from '@salesforce/label/c.Mapping_Page_Conflict';
import someone from '@salesforce/label/c.Mapping_Page_Someone';
import keepMine from '@salesforce/label/c.Mapping_Page_Keep_Mine';
import takeTheirs from '@salesforce/label/c.Mapping_Page_Take_Theirs';
import undo from '@salesforce/label/c.Mapping_Page_Undo';
import redo from '@salesforce/label/c.Mapping_Page_Redo';
import discard from '@salesforce/label/c.Mapping_Page_Discard';
import publish from '@salesforce/label/c.Mapping_Page_Publish';
import publishing from '@salesforce/label/c.Mapping_Page_Publishing';
import publishingLater from '@salesforce/label/c.Mapping_Page_Publishing_Later';
import publishingNever from '@salesforce/label/c.Mapping_Page_Publishing_Never';
import published from '@salesforce/label/c.Mapping_Page_Published';
import refused from '@salesforce/label/c.Mapping_Page_Refused';
import publishFailed from '@salesforce/label/c.Mapping_Page_Publish_Failed';
import asked from '@salesforce/label/c.Mapping_Page_Asked';
import askedSamples from '@salesforce/label/c.Mapping_Page_Asked_Samples';
import askedFields from '@salesforce/label/c.Mapping_Page_Asked_Fields';
import unreadable from '@salesforce/label/c.Mapping_Page_Unreadable';
import newerBase from '@salesforce/label/c.Mapping_Page_Newer_Base';

export const labels = {
  shop,
  readOnly,
  never,
  version,
  versionOnly,
  noChanges,
  oneChange,
  changes,
  saved,
  saving,
  unsaved,
  saveFailed,
  saveAgain,
  conflict,
  someone,
  keepMine,
  takeTheirs,
  undo,
  redo,
  discard,
  publish,
  publishing,
  publishingLater,
  publishingNever,
  published,
  refused,
  publishFailed,
  asked,
  askedSamples,
  askedFields,
  unreadable,
  newerBase,
};
