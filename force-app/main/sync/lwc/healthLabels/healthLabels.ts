import heading from '@salesforce/label/c.Health_Heading';
import loading from '@salesforce/label/c.Health_Loading';
import heardAt from '@salesforce/label/c.Health_Heard_At';
import version from '@salesforce/label/c.Health_Version';
import tryAgain from '@salesforce/label/c.Health_Try_Again';
import failed from '@salesforce/label/c.Health_Failed';
import partial from '@salesforce/label/c.Health_Partial';
import noAccess from '@salesforce/label/c.Health_No_Access';
import noAccessNext from '@salesforce/label/c.Health_No_Access_Next';
import never from '@salesforce/label/c.Health_Never';
import neverNext from '@salesforce/label/c.Health_Never_Next';
import openSetup from '@salesforce/label/c.Health_Open_Setup';
import openIssues from '@salesforce/label/c.Health_Open_Issues';
import openMapping from '@salesforce/label/c.Health_Open_Mapping';
import openUsage from '@salesforce/label/c.Health_Open_Usage';
import silent from '@salesforce/label/c.Health_Silent';
import silentMeans from '@salesforce/label/c.Health_Silent_Means';
import silentNext from '@salesforce/label/c.Health_Silent_Next';
import asOf from '@salesforce/label/c.Health_As_Of';
import now from '@salesforce/label/c.Health_Now';
import received from '@salesforce/label/c.Health_Received';
import receivedNote from '@salesforce/label/c.Health_Received_Note';
import written from '@salesforce/label/c.Health_Written';
import writtenNote from '@salesforce/label/c.Health_Written_Note';
import waiting from '@salesforce/label/c.Health_Waiting';
import waitingNote from '@salesforce/label/c.Health_Waiting_Note';
import parked from '@salesforce/label/c.Health_Parked';
import parkedNote from '@salesforce/label/c.Health_Parked_Note';
import parkedNone from '@salesforce/label/c.Health_Parked_None';
import oldest from '@salesforce/label/c.Health_Oldest';
import oldestNote from '@salesforce/label/c.Health_Oldest_Note';
import oldestNone from '@salesforce/label/c.Health_Oldest_None';
import oldestNoneNote from '@salesforce/label/c.Health_Oldest_None_Note';
import delay from '@salesforce/label/c.Health_Delay';
import delayNote from '@salesforce/label/c.Health_Delay_Note';
import delayNone from '@salesforce/label/c.Health_Delay_None';
import delayNoneNote from '@salesforce/label/c.Health_Delay_None_Note';
import attention from '@salesforce/label/c.Health_Attention';
import day from '@salesforce/label/c.Health_Day';
import daySummary from '@salesforce/label/c.Health_Day_Summary';
import dayEmpty from '@salesforce/label/c.Health_Day_Empty';
import dayEmptyNext from '@salesforce/label/c.Health_Day_Empty_Next';
import sendSample from '@salesforce/label/c.Health_Send_Sample';
import sampleAsked from '@salesforce/label/c.Health_Sample_Asked';
import showTable from '@salesforce/label/c.Health_Show_Table';
import showChart from '@salesforce/label/c.Health_Show_Chart';
import hour from '@salesforce/label/c.Health_Hour';
import apiCalls from '@salesforce/label/c.Health_Api_Calls';
import most from '@salesforce/label/c.Health_Most';
import callsUsed from '@salesforce/label/c.Health_Calls_Used';
import callsShare from '@salesforce/label/c.Health_Calls_Share';
import callsOwn from '@salesforce/label/c.Health_Calls_Own';
import callsForecast from '@salesforce/label/c.Health_Calls_Forecast';
import callsFine from '@salesforce/label/c.Health_Calls_Fine';
import callsTight from '@salesforce/label/c.Health_Calls_Tight';
import callsUnknown from '@salesforce/label/c.Health_Calls_Unknown';
import wrong from '@salesforce/label/c.Health_Wrong';
import nothingWrong from '@salesforce/label/c.Health_Nothing_Wrong';
import nothingKnown from '@salesforce/label/c.Health_Nothing_Known';
import problem from '@salesforce/label/c.Health_Problem';
import shops from '@salesforce/label/c.Health_Shops';
import shop from '@salesforce/label/c.Health_Shop';
import status from '@salesforce/label/c.Health_Status';
import hooks from '@salesforce/label/c.Health_Hooks';
import lastSuccess from '@salesforce/label/c.Health_Last_Success';
import action from '@salesforce/label/c.Health_Action';
import hooksByHand from '@salesforce/label/c.Health_Hooks_By_Hand';
import hooksOf from '@salesforce/label/c.Health_Hooks_Of';
import hooksChecked from '@salesforce/label/c.Health_Hooks_Checked';
import hooksUnknown from '@salesforce/label/c.Health_Hooks_Unknown';
import noSuccess from '@salesforce/label/c.Health_No_Success';
import connected from '@salesforce/label/c.Health_Connected';
import paused from '@salesforce/label/c.Health_Paused';
import reconnect from '@salesforce/label/c.Health_Reconnect';
import unknown from '@salesforce/label/c.Health_Unknown';
import repair from '@salesforce/label/c.Health_Repair';
import repairOf from '@salesforce/label/c.Health_Repair_Of';
import noShops from '@salesforce/label/c.Health_No_Shops';
import noShopsNext from '@salesforce/label/c.Health_No_Shops_Next';
import repairAsked from '@salesforce/label/c.Health_Repair_Asked';
import jobWaits from '@salesforce/label/c.Health_Job_Waits';
import jobFailed from '@salesforce/label/c.Health_Job_Failed';
import jobNotAvailable from '@salesforce/label/c.Health_Job_Not_Available';
import problemAuth from '@salesforce/label/c.Health_Problem_Auth';
import problemAuthNext from '@salesforce/label/c.Health_Problem_Auth_Next';
import problemSetup from '@salesforce/label/c.Health_Problem_Setup';
import problemSetupNext from '@salesforce/label/c.Health_Problem_Setup_Next';
import problemQuota from '@salesforce/label/c.Health_Problem_Quota';
import problemQuotaNext from '@salesforce/label/c.Health_Problem_Quota_Next';
import problemHooks from '@salesforce/label/c.Health_Problem_Hooks';
import problemHooksNext from '@salesforce/label/c.Health_Problem_Hooks_Next';
import problemShop from '@salesforce/label/c.Health_Problem_Shop';
import problemShopNext from '@salesforce/label/c.Health_Problem_Shop_Next';
import problemQuiet from '@salesforce/label/c.Health_Problem_Quiet';
import problemQuietNext from '@salesforce/label/c.Health_Problem_Quiet_Next';
import problemWaiting from '@salesforce/label/c.Health_Problem_Waiting';
import problemWaitingNext from '@salesforce/label/c.Health_Problem_Waiting_Next';
import problemCalls from '@salesforce/label/c.Health_Problem_Calls';
import problemCallsNext from '@salesforce/label/c.Health_Problem_Calls_Next';
import problemParked from '@salesforce/label/c.Health_Problem_Parked';
import problemParkedNext from '@salesforce/label/c.Health_Problem_Parked_Next';
import problemReviews from '@salesforce/label/c.Health_Problem_Reviews';
import problemReviewsNext from '@salesforce/label/c.Health_Problem_Reviews_Next';
import openReviews from '@salesforce/label/c.Health_Open_Reviews';

export const labels = {
  heading,
  loading,
  heardAt,
  version,
  tryAgain,
  failed,
  partial,
  noAccess,
  noAccessNext,
  never,
  neverNext,
  openSetup,
  openIssues,
  openMapping,
  openUsage,
  silent,
  silentMeans,
  silentNext,
  asOf,
  now,
  received,
  receivedNote,
  written,
  writtenNote,
  waiting,
  waitingNote,
  parked,
  parkedNote,
  parkedNone,
  oldest,
  oldestNote,
  oldestNone,
  oldestNoneNote,
  delay,
  delayNote,
  delayNone,
  delayNoneNote,
  attention,
  day,
  daySummary,
  dayEmpty,
  dayEmptyNext,
  sendSample,
  sampleAsked,
  showTable,
  showChart,
  hour,
  apiCalls,
  most,
  callsUsed,
  callsShare,
  callsOwn,
  callsForecast,
  callsFine,
  callsTight,
  callsUnknown,
  wrong,
  nothingWrong,
  nothingKnown,
  problem,
  shops,
  shop,
  status,
  hooks,
  lastSuccess,
  action,
  hooksByHand,
  hooksOf,
  hooksChecked,
  hooksUnknown,
  noSuccess,
  connected,
  paused,
  reconnect,
  unknown,
  repair,
  repairOf,
  noShops,
  noShopsNext,
  repairAsked,
  jobWaits,
  jobFailed,
  jobNotAvailable,
  problemAuth,
  problemAuthNext,
  problemSetup,
  problemSetupNext,
  problemQuota,
  problemQuotaNext,
  problemHooks,
  problemHooksNext,
  problemShop,
  problemShopNext,
  problemQuiet,
  problemQuietNext,
  problemWaiting,
  problemWaitingNext,
  problemCalls,
  problemCallsNext,
  problemParked,
  problemParkedNext,
  problemReviews,
  problemReviewsNext,
  openReviews,
};
