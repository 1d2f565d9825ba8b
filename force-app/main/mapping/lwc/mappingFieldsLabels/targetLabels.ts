import targets from '@salesforce/label/c.Mapping_Fields_Targets';
import targetCount from '@salesforce/label/c.Mapping_Fields_Target_Count';
import targetFrom from '@salesforce/label/c.Mapping_Fields_Target_From';
import targetAttention from '@salesforce/label/c.Mapping_Fields_Target_Attention';
import targetOff from '@salesforce/label/c.Mapping_Fields_Target_Off';
import addTarget from '@salesforce/label/c.Mapping_Fields_Add_Target';
import addTargetText from '@salesforce/label/c.Mapping_Fields_Add_Target_Text';
import targetObject from '@salesforce/label/c.Mapping_Fields_Target_Object';
import targetObjectHelp from '@salesforce/label/c.Mapping_Fields_Target_Object_Help';
import targetKind from '@salesforce/label/c.Mapping_Fields_Target_Kind';
import targetKey from '@salesforce/label/c.Mapping_Fields_Target_Key';
import targetKeyHelp from '@salesforce/label/c.Mapping_Fields_Target_Key_Help';
import targetKeyNone from '@salesforce/label/c.Mapping_Fields_Target_Key_None';
import targetIncomplete from '@salesforce/label/c.Mapping_Fields_Target_Incomplete';
import cancel from '@salesforce/label/c.Mapping_Fields_Cancel';
import add from '@salesforce/label/c.Mapping_Fields_Add';
import keyField from '@salesforce/label/c.Mapping_Fields_Key_Field';
import targetSwitchOff from '@salesforce/label/c.Mapping_Fields_Target_Switch_Off';
import targetSwitchOn from '@salesforce/label/c.Mapping_Fields_Target_Switch_On';
import targetConditionOf from '@salesforce/label/c.Mapping_Fields_Target_Condition_Of';
import targetConditionHelp from '@salesforce/label/c.Mapping_Fields_Target_Condition_Help';
import didCondition from '@salesforce/label/c.Mapping_Fields_Did_Condition';
import targetRemove from '@salesforce/label/c.Mapping_Fields_Target_Remove';
import targetIsOff from '@salesforce/label/c.Mapping_Fields_Target_Is_Off';
import didAddTarget from '@salesforce/label/c.Mapping_Fields_Did_Add_Target';
import didRemoveTarget from '@salesforce/label/c.Mapping_Fields_Did_Remove_Target';
import targetActions from '@salesforce/label/c.Mapping_Fields_Target_Actions';
import targetCondition from '@salesforce/label/c.Mapping_Fields_Target_Condition';
import settings from '@salesforce/label/c.Mapping_Fields_Settings';
import settingsText from '@salesforce/label/c.Mapping_Fields_Settings_Text';
import settingsSearch from '@salesforce/label/c.Mapping_Fields_Settings_Search';
import country from '@salesforce/label/c.Mapping_Fields_Country';
import countryHelp from '@salesforce/label/c.Mapping_Fields_Country_Help';
import timeZone from '@salesforce/label/c.Mapping_Fields_Time_Zone';
import timeZoneHelp from '@salesforce/label/c.Mapping_Fields_Time_Zone_Help';
import apply from '@salesforce/label/c.Mapping_Fields_Apply';
import didSettings from '@salesforce/label/c.Mapping_Fields_Did_Settings';
import noTargets from '@salesforce/label/c.Mapping_Fields_No_Targets';
import noTargetsNext from '@salesforce/label/c.Mapping_Fields_No_Targets_Next';
import needsDescribe from '@salesforce/label/c.Mapping_Fields_Needs_Describe';
import needsDescribes from '@salesforce/label/c.Mapping_Fields_Needs_Describes';
import readFields from '@salesforce/label/c.Mapping_Fields_Read_Fields';
import readAgain from '@salesforce/label/c.Mapping_Fields_Read_Again';

export const targetLabels = {
  targets,
  targetCount,
  targetFrom,
  targetAttention,
  targetOff,
  addTarget,
  addTargetText,
  targetObject,
  targetObjectHelp,
  targetKind,
  targetKey,
  targetKeyHelp,
  targetKeyNone,
  targetIncomplete,
  cancel,
  add,
  keyField,
  targetSwitchOff,
  targetSwitchOn,
  targetConditionOf,
  targetConditionHelp,
  didCondition,
  targetRemove,
  targetIsOff,
  didAddTarget,
  didRemoveTarget,
  targetActions,
  targetCondition,
  settings,
  settingsText,
  settingsSearch,
  country,
  countryHelp,
  timeZone,
  timeZoneHelp,
  apply,
  didSettings,
  noTargets,
  noTargetsNext,
  needsDescribe,
  needsDescribes,
  readFields,
  readAgain,
};
