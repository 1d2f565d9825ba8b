import editing from '@salesforce/label/c.Mapping_Fields_Editing';
import editingNew from '@salesforce/label/c.Mapping_Fields_Editing_New';
import from from '@salesforce/label/c.Mapping_Fields_From';
import fromHelp from '@salesforce/label/c.Mapping_Fields_From_Help';
import addSource from '@salesforce/label/c.Mapping_Fields_Add_Source';
import sourceSearch from '@salesforce/label/c.Mapping_Fields_Source_Search';
import sourceFree from '@salesforce/label/c.Mapping_Fields_Source_Free';
import sourceTyped from '@salesforce/label/c.Mapping_Fields_Source_Typed';
import sourceLinks from '@salesforce/label/c.Mapping_Fields_Source_Links';
import sourceSeen from '@salesforce/label/c.Mapping_Fields_Source_Seen';
import removeSource from '@salesforce/label/c.Mapping_Fields_Remove_Source';
import fixedHelp from '@salesforce/label/c.Mapping_Fields_Fixed_Help';
import addStep from '@salesforce/label/c.Mapping_Fields_Add_Step';
import stepSearch from '@salesforce/label/c.Mapping_Fields_Step_Search';
import stepUp from '@salesforce/label/c.Mapping_Fields_Step_Up';
import stepDown from '@salesforce/label/c.Mapping_Fields_Step_Down';
import stepRemove from '@salesforce/label/c.Mapping_Fields_Step_Remove';
import stepNumber from '@salesforce/label/c.Mapping_Fields_Step_Number';
import stepGives from '@salesforce/label/c.Mapping_Fields_Step_Gives';
import noStepsYet from '@salesforce/label/c.Mapping_Fields_No_Steps_Yet';
import linkNoSteps from '@salesforce/label/c.Mapping_Fields_Link_No_Steps';
import result from '@salesforce/label/c.Mapping_Fields_Result';
import to from '@salesforce/label/c.Mapping_Fields_To';
import toField from '@salesforce/label/c.Mapping_Fields_To_Field';
import toSearch from '@salesforce/label/c.Mapping_Fields_To_Search';
import toFree from '@salesforce/label/c.Mapping_Fields_To_Free';
import toOthers from '@salesforce/label/c.Mapping_Fields_To_Others';
import toUnknown from '@salesforce/label/c.Mapping_Fields_To_Unknown';
import unique from '@salesforce/label/c.Mapping_Fields_Unique';
import externalId from '@salesforce/label/c.Mapping_Fields_External_Id';
import restricted from '@salesforce/label/c.Mapping_Fields_Restricted';
import values from '@salesforce/label/c.Mapping_Fields_Values';
import ruleLabel from '@salesforce/label/c.Mapping_Fields_Rule_Label';
import defaultLabel from '@salesforce/label/c.Mapping_Fields_Default_Label';
import defaultHelp from '@salesforce/label/c.Mapping_Fields_Default_Help';
import defaultNone from '@salesforce/label/c.Mapping_Fields_Default_None';
import conditionLabel from '@salesforce/label/c.Mapping_Fields_Condition_Label';
import conditionNone from '@salesforce/label/c.Mapping_Fields_Condition_None';
import conditionTest from '@salesforce/label/c.Mapping_Fields_Condition_Test';
import conditionFormula from '@salesforce/label/c.Mapping_Fields_Condition_Formula';
import conditionPath from '@salesforce/label/c.Mapping_Fields_Condition_Path';
import conditionIs from '@salesforce/label/c.Mapping_Fields_Condition_Is';
import conditionValue from '@salesforce/label/c.Mapping_Fields_Condition_Value';
import conditionValues from '@salesforce/label/c.Mapping_Fields_Condition_Values';
import conditionValuesHelp from '@salesforce/label/c.Mapping_Fields_Condition_Values_Help';
import formulaHelp from '@salesforce/label/c.Mapping_Fields_Formula_Help';
import formulaAt from '@salesforce/label/c.Mapping_Fields_Formula_At';
import clearLabel from '@salesforce/label/c.Mapping_Fields_Clear_Label';
import clearWarning from '@salesforce/label/c.Mapping_Fields_Clear_Warning';
import clearPerson from '@salesforce/label/c.Mapping_Fields_Clear_Person';
import done from '@salesforce/label/c.Mapping_Fields_Done';
import tableFrom from '@salesforce/label/c.Mapping_Fields_Table_From';
import tableTo from '@salesforce/label/c.Mapping_Fields_Table_To';
import tableAdd from '@salesforce/label/c.Mapping_Fields_Table_Add';
import tableRemove from '@salesforce/label/c.Mapping_Fields_Table_Remove';
import tablePaste from '@salesforce/label/c.Mapping_Fields_Table_Paste';
import tablePasteHelp from '@salesforce/label/c.Mapping_Fields_Table_Paste_Help';
import tableTake from '@salesforce/label/c.Mapping_Fields_Table_Take';
import tableBad from '@salesforce/label/c.Mapping_Fields_Table_Bad';
import tableDouble from '@salesforce/label/c.Mapping_Fields_Table_Double';
import tableMore from '@salesforce/label/c.Mapping_Fields_Table_More';
import listHelp from '@salesforce/label/c.Mapping_Fields_List_Help';
import tryAll from '@salesforce/label/c.Mapping_Fields_Try_All';
import tryAllHeading from '@salesforce/label/c.Mapping_Fields_Try_All_Heading';
import tryAllValue from '@salesforce/label/c.Mapping_Fields_Try_All_Value';
import tryAllCount from '@salesforce/label/c.Mapping_Fields_Try_All_Count';
import tryAllProblem from '@salesforce/label/c.Mapping_Fields_Try_All_Problem';
import tryAllMore from '@salesforce/label/c.Mapping_Fields_Try_All_More';
import notUsed from '@salesforce/label/c.Mapping_Fields_Not_Used';
import lookupNone from '@salesforce/label/c.Mapping_Fields_Lookup_None';
import lookupMore from '@salesforce/label/c.Mapping_Fields_Lookup_More';

export const editorLabels = {
  editing,
  editingNew,
  from,
  fromHelp,
  addSource,
  sourceSearch,
  sourceFree,
  sourceTyped,
  sourceLinks,
  sourceSeen,
  removeSource,
  fixedHelp,
  addStep,
  stepSearch,
  stepUp,
  stepDown,
  stepRemove,
  stepNumber,
  stepGives,
  noStepsYet,
  linkNoSteps,
  result,
  to,
  toField,
  toSearch,
  toFree,
  toOthers,
  toUnknown,
  unique,
  externalId,
  restricted,
  values,
  ruleLabel,
  defaultLabel,
  defaultHelp,
  defaultNone,
  conditionLabel,
  conditionNone,
  conditionTest,
  conditionFormula,
  conditionPath,
  conditionIs,
  conditionValue,
  conditionValues,
  conditionValuesHelp,
  formulaHelp,
  formulaAt,
  clearLabel,
  clearWarning,
  clearPerson,
  done,
  tableFrom,
  tableTo,
  tableAdd,
  tableRemove,
  tablePaste,
  tablePasteHelp,
  tableTake,
  tableBad,
  tableDouble,
  tableMore,
  listHelp,
  tryAll,
  tryAllHeading,
  tryAllValue,
  tryAllCount,
  tryAllProblem,
  tryAllMore,
  notUsed,
  lookupNone,
  lookupMore,
};
