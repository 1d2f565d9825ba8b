import heading from '@salesforce/label/c.Issues_Heading';
import loading from '@salesforce/label/c.Issues_Loading';
import intro from '@salesforce/label/c.Issues_Intro';
import openCount from '@salesforce/label/c.Issues_Open_Count';
import tryAgain from '@salesforce/label/c.Issues_Try_Again';
import failed from '@salesforce/label/c.Issues_Failed';
import partial from '@salesforce/label/c.Issues_Partial';
import noAccess from '@salesforce/label/c.Issues_No_Access';
import noAccessNext from '@salesforce/label/c.Issues_No_Access_Next';
import none from '@salesforce/label/c.Issues_None';
import noneNext from '@salesforce/label/c.Issues_None_Next';
import noMatch from '@salesforce/label/c.Issues_No_Match';
import noMatchNext from '@salesforce/label/c.Issues_No_Match_Next';
import allDone from '@salesforce/label/c.Issues_All_Done';
import allDoneNext from '@salesforce/label/c.Issues_All_Done_Next';
import clear from '@salesforce/label/c.Issues_Clear';
import silent from '@salesforce/label/c.Issues_Silent';
import filters from '@salesforce/label/c.Issues_Filters';
import status from '@salesforce/label/c.Issues_Status';
import shop from '@salesforce/label/c.Issues_Shop';
import who from '@salesforce/label/c.Issues_Who';
import search from '@salesforce/label/c.Issues_Search';
import searchHelp from '@salesforce/label/c.Issues_Search_Help';
import every from '@salesforce/label/c.Issues_Every';
import current from '@salesforce/label/c.Issues_Current';
import statusOpen from '@salesforce/label/c.Issues_Status_Open';
import statusRetrying from '@salesforce/label/c.Issues_Status_Retrying';
import statusSolved from '@salesforce/label/c.Issues_Status_Solved';
import statusIgnored from '@salesforce/label/c.Issues_Status_Ignored';
import statusIgnoring from '@salesforce/label/c.Issues_Status_Ignoring';
import admin from '@salesforce/label/c.Issues_Admin';
import shopAdmin from '@salesforce/label/c.Issues_Shop_Admin';
import sales from '@salesforce/label/c.Issues_Sales';
import support from '@salesforce/label/c.Issues_Support';
import causes from '@salesforce/label/c.Issues_Causes';
import allCauses from '@salesforce/label/c.Issues_All_Causes';
import issuesWord from '@salesforce/label/c.Issues_Issues_Word';
import shown from '@salesforce/label/c.Issues_Shown';
import more from '@salesforce/label/c.Issues_More';
import open from '@salesforce/label/c.Issues_Open';
import events from '@salesforce/label/c.Issues_Events';
import putAside from '@salesforce/label/c.Issues_Put_Aside';
import retryAll from '@salesforce/label/c.Issues_Retry_All';
import retryAllHeading from '@salesforce/label/c.Issues_Retry_All_Heading';
import retryAllQuestion from '@salesforce/label/c.Issues_Retry_All_Question';
import retry from '@salesforce/label/c.Issues_Retry';
import retryOf from '@salesforce/label/c.Issues_Retry_Of';
import back from '@salesforce/label/c.Issues_Back';
import happened from '@salesforce/label/c.Issues_Happened';
import record from '@salesforce/label/c.Issues_Record';
import recordNone from '@salesforce/label/c.Issues_Record_None';
import recordOpen from '@salesforce/label/c.Issues_Record_Open';
import recordShop from '@salesforce/label/c.Issues_Record_Shop';
import recordKey from '@salesforce/label/c.Issues_Record_Key';
import why from '@salesforce/label/c.Issues_Why';
import details from '@salesforce/label/c.Issues_Details';
import code from '@salesforce/label/c.Issues_Code';
import fields from '@salesforce/label/c.Issues_Fields';
import eventsHeld from '@salesforce/label/c.Issues_Events_Held';
import firstSeen from '@salesforce/label/c.Issues_First_Seen';
import parkedAt from '@salesforce/label/c.Issues_Parked_At';
import next from '@salesforce/label/c.Issues_Next';
import nextNone from '@salesforce/label/c.Issues_Next_None';
import reason from '@salesforce/label/c.Issues_Reason';
import correct from '@salesforce/label/c.Issues_Correct';
import correctHelp from '@salesforce/label/c.Issues_Correct_Help';
import correctRetry from '@salesforce/label/c.Issues_Correct_Retry';
import correctNothing from '@salesforce/label/c.Issues_Correct_Nothing';
import correctBoolean from '@salesforce/label/c.Issues_Correct_Boolean';
import correctLong from '@salesforce/label/c.Issues_Correct_Long';
import retryPlain from '@salesforce/label/c.Issues_Retry_Plain';
import payload from '@salesforce/label/c.Issues_Payload';
import payloadMasked from '@salesforce/label/c.Issues_Payload_Masked';
import payloadNone from '@salesforce/label/c.Issues_Payload_None';
import payloadBrief from '@salesforce/label/c.Issues_Payload_Brief';
import ignore from '@salesforce/label/c.Issues_Ignore';
import ignoreHeading from '@salesforce/label/c.Issues_Ignore_Heading';
import ignoreText from '@salesforce/label/c.Issues_Ignore_Text';
import ignoreReason from '@salesforce/label/c.Issues_Ignore_Reason';
import ignoreMissing from '@salesforce/label/c.Issues_Ignore_Missing';
import ignoreConfirm from '@salesforce/label/c.Issues_Ignore_Confirm';
import cancel from '@salesforce/label/c.Issues_Cancel';
import askedRetry from '@salesforce/label/c.Issues_Asked_Retry';
import askedIgnore from '@salesforce/label/c.Issues_Asked_Ignore';
import notAvailable from '@salesforce/label/c.Issues_Not_Available';
import jobFailed from '@salesforce/label/c.Issues_Job_Failed';
import jobDone from '@salesforce/label/c.Issues_Job_Done';
import refused from '@salesforce/label/c.Issues_Refused';
import close from '@salesforce/label/c.Issues_Close';
import gone from '@salesforce/label/c.Issues_Gone';
import causeShopUnavailable from '@salesforce/label/c.Issues_Cause_Shop_Unavailable';
import causeShopRateLimited from '@salesforce/label/c.Issues_Cause_Shop_Rate_Limited';
import causeShopAuth from '@salesforce/label/c.Issues_Cause_Shop_Auth';
import causeShopShape from '@salesforce/label/c.Issues_Cause_Shop_Shape';
import causeSalesforceUnavailable from '@salesforce/label/c.Issues_Cause_Salesforce_Unavailable';
import causeSalesforceAuth from '@salesforce/label/c.Issues_Cause_Salesforce_Auth';
import causeSalesforceSetup from '@salesforce/label/c.Issues_Cause_Salesforce_Setup';
import causeSalesforceQuota from '@salesforce/label/c.Issues_Cause_Salesforce_Quota';
import causeRecordLocked from '@salesforce/label/c.Issues_Cause_Record_Locked';
import causeRecordRefused from '@salesforce/label/c.Issues_Cause_Record_Refused';
import causeRecordData from '@salesforce/label/c.Issues_Cause_Record_Data';
import causeDuplicate from '@salesforce/label/c.Issues_Cause_Duplicate';
import causeLinkLost from '@salesforce/label/c.Issues_Cause_Link_Lost';
import causeAmbiguous from '@salesforce/label/c.Issues_Cause_Ambiguous';
import causePersonBusy from '@salesforce/label/c.Issues_Cause_Person_Busy';
import causeMapping from '@salesforce/label/c.Issues_Cause_Mapping';
import causeMappingPaused from '@salesforce/label/c.Issues_Cause_Mapping_Paused';
import causeShopUnknown from '@salesforce/label/c.Issues_Cause_Shop_Unknown';
import causeUnexpected from '@salesforce/label/c.Issues_Cause_Unexpected';
import review from '@salesforce/label/c.Issues_Review';

export const labels = {
  heading,
  loading,
  intro,
  openCount,
  tryAgain,
  failed,
  partial,
  noAccess,
  noAccessNext,
  none,
  noneNext,
  noMatch,
  noMatchNext,
  allDone,
  allDoneNext,
  clear,
  silent,
  filters,
  status,
  shop,
  who,
  search,
  searchHelp,
  every,
  current,
  statusOpen,
  statusRetrying,
  statusSolved,
  statusIgnored,
  statusIgnoring,
  admin,
  shopAdmin,
  sales,
  support,
  causes,
  allCauses,
  issuesWord,
  shown,
  more,
  open,
  events,
  putAside,
  retryAll,
  retryAllHeading,
  retryAllQuestion,
  retry,
  retryOf,
  back,
  happened,
  record,
  recordNone,
  recordOpen,
  recordShop,
  recordKey,
  why,
  details,
  code,
  fields,
  eventsHeld,
  firstSeen,
  parkedAt,
  next,
  nextNone,
  reason,
  correct,
  correctHelp,
  correctRetry,
  correctNothing,
  correctBoolean,
  correctLong,
  retryPlain,
  payload,
  payloadMasked,
  payloadNone,
  payloadBrief,
  ignore,
  ignoreHeading,
  ignoreText,
  ignoreReason,
  ignoreMissing,
  ignoreConfirm,
  cancel,
  askedRetry,
  askedIgnore,
  notAvailable,
  jobFailed,
  jobDone,
  refused,
  close,
  gone,
  causeShopUnavailable,
  causeShopRateLimited,
  causeShopAuth,
  causeShopShape,
  causeSalesforceUnavailable,
  causeSalesforceAuth,
  causeSalesforceSetup,
  causeSalesforceQuota,
  causeRecordLocked,
  causeRecordRefused,
  causeRecordData,
  causeDuplicate,
  causeLinkLost,
  causeAmbiguous,
  causePersonBusy,
  causeMapping,
  causeMappingPaused,
  causeShopUnknown,
  causeUnexpected,
  review,
};
