import target from '@salesforce/label/c.Mapping_Fields_Target';
import source from '@salesforce/label/c.Mapping_Fields_Source';
import steps from '@salesforce/label/c.Mapping_Fields_Steps';
import rule from '@salesforce/label/c.Mapping_Fields_Rule';
import engagement from '@salesforce/label/c.Mapping_Fields_Engagement';
import preview from '@salesforce/label/c.Mapping_Fields_Preview';
import status from '@salesforce/label/c.Mapping_Fields_Status';
import actions from '@salesforce/label/c.Mapping_Fields_Actions';
import tableOf from '@salesforce/label/c.Mapping_Fields_Table_Of';
import noSteps from '@salesforce/label/c.Mapping_Fields_No_Steps';
import notChosen from '@salesforce/label/c.Mapping_Fields_Not_Chosen';
import required from '@salesforce/label/c.Mapping_Fields_Required';
import statusReady from '@salesforce/label/c.Mapping_Fields_Status_Ready';
import statusOff from '@salesforce/label/c.Mapping_Fields_Status_Off';
import statusNew from '@salesforce/label/c.Mapping_Fields_Status_New';
import statusChanged from '@salesforce/label/c.Mapping_Fields_Status_Changed';
import statusPaused from '@salesforce/label/c.Mapping_Fields_Status_Paused';
import statusProblem from '@salesforce/label/c.Mapping_Fields_Status_Problem';
import statusMissing from '@salesforce/label/c.Mapping_Fields_Status_Missing';
import previewBlank from '@salesforce/label/c.Mapping_Fields_Preview_Blank';
import previewCleared from '@salesforce/label/c.Mapping_Fields_Preview_Cleared';
import previewDefault from '@salesforce/label/c.Mapping_Fields_Preview_Default';
import previewSkipped from '@salesforce/label/c.Mapping_Fields_Preview_Skipped';
import previewOutranked from '@salesforce/label/c.Mapping_Fields_Preview_Outranked';
import previewPaused from '@salesforce/label/c.Mapping_Fields_Preview_Paused';
import previewOff from '@salesforce/label/c.Mapping_Fields_Preview_Off';
import editOf from '@salesforce/label/c.Mapping_Fields_Edit_Of';
import closeOf from '@salesforce/label/c.Mapping_Fields_Close_Of';
import moreOf from '@salesforce/label/c.Mapping_Fields_More_Of';
import duplicate from '@salesforce/label/c.Mapping_Fields_Duplicate';
import switchOff from '@salesforce/label/c.Mapping_Fields_Switch_Off';
import switchOn from '@salesforce/label/c.Mapping_Fields_Switch_On';
import moveUp from '@salesforce/label/c.Mapping_Fields_Move_Up';
import moveDown from '@salesforce/label/c.Mapping_Fields_Move_Down';
import deleteWord from '@salesforce/label/c.Mapping_Fields_Delete';
import mapIt from '@salesforce/label/c.Mapping_Fields_Map_It';
import mapItOf from '@salesforce/label/c.Mapping_Fields_Map_It_Of';
import search from '@salesforce/label/c.Mapping_Fields_Search';
import searchHelp from '@salesforce/label/c.Mapping_Fields_Search_Help';
import show from '@salesforce/label/c.Mapping_Fields_Show';
import showAll from '@salesforce/label/c.Mapping_Fields_Show_All';
import showAttention from '@salesforce/label/c.Mapping_Fields_Show_Attention';
import showChanged from '@salesforce/label/c.Mapping_Fields_Show_Changed';
import showOff from '@salesforce/label/c.Mapping_Fields_Show_Off';
import showMissing from '@salesforce/label/c.Mapping_Fields_Show_Missing';
import shown from '@salesforce/label/c.Mapping_Fields_Shown';
import addRow from '@salesforce/label/c.Mapping_Fields_Add_Row';
import noRows from '@salesforce/label/c.Mapping_Fields_No_Rows';
import noRowsNext from '@salesforce/label/c.Mapping_Fields_No_Rows_Next';
import noMatch from '@salesforce/label/c.Mapping_Fields_No_Match';
import noMatchNext from '@salesforce/label/c.Mapping_Fields_No_Match_Next';
import clear from '@salesforce/label/c.Mapping_Fields_Clear';
import removed from '@salesforce/label/c.Mapping_Fields_Removed';
import didAdd from '@salesforce/label/c.Mapping_Fields_Did_Add';
import didEdit from '@salesforce/label/c.Mapping_Fields_Did_Edit';
import didDuplicate from '@salesforce/label/c.Mapping_Fields_Did_Duplicate';
import didDelete from '@salesforce/label/c.Mapping_Fields_Did_Delete';
import didSwitchOff from '@salesforce/label/c.Mapping_Fields_Did_Switch_Off';
import didSwitchOn from '@salesforce/label/c.Mapping_Fields_Did_Switch_On';
import didMove from '@salesforce/label/c.Mapping_Fields_Did_Move';
import saidMoved from '@salesforce/label/c.Mapping_Fields_Said_Moved';
import saidDeleted from '@salesforce/label/c.Mapping_Fields_Said_Deleted';
import newRow from '@salesforce/label/c.Mapping_Fields_New_Row';
import engagementSynced from '@salesforce/label/c.Mapping_Fields_Engagement_Synced';
import engagementLookup from '@salesforce/label/c.Mapping_Fields_Engagement_Lookup';
import engagementRefilled from '@salesforce/label/c.Mapping_Fields_Engagement_Refilled';
import engagementEmail from '@salesforce/label/c.Mapping_Fields_Engagement_Email';
import engagementOptOut from '@salesforce/label/c.Mapping_Fields_Engagement_Opt_Out';
import engagementOnce from '@salesforce/label/c.Mapping_Fields_Engagement_Once';
import engagementIfBlank from '@salesforce/label/c.Mapping_Fields_Engagement_If_Blank';
import filters from '@salesforce/label/c.Mapping_Fields_Filters';
import didAddSuggested from '@salesforce/label/c.Mapping_Suggest_Did_Add';

export const tableLabels = {
  target,
  source,
  steps,
  rule,
  engagement,
  preview,
  status,
  actions,
  tableOf,
  noSteps,
  notChosen,
  required,
  statusReady,
  statusOff,
  statusNew,
  statusChanged,
  statusPaused,
  statusProblem,
  statusMissing,
  previewBlank,
  previewCleared,
  previewDefault,
  previewSkipped,
  previewOutranked,
  previewPaused,
  previewOff,
  editOf,
  closeOf,
  moreOf,
  duplicate,
  switchOff,
  switchOn,
  moveUp,
  moveDown,
  delete: deleteWord,
  mapIt,
  mapItOf,
  search,
  searchHelp,
  show,
  showAll,
  showAttention,
  showChanged,
  showOff,
  showMissing,
  shown,
  addRow,
  noRows,
  noRowsNext,
  noMatch,
  noMatchNext,
  clear,
  removed,
  didAdd,
  didEdit,
  didDuplicate,
  didDelete,
  didSwitchOff,
  didSwitchOn,
  didMove,
  saidMoved,
  saidDeleted,
  newRow,
  engagementSynced,
  engagementLookup,
  engagementRefilled,
  engagementEmail,
  engagementOptOut,
  engagementOnce,
  engagementIfBlank,
  filters,
  didAddSuggested,
};
