import heading from '@salesforce/label/c.Review_Heading';
import gone from '@salesforce/label/c.Review_Gone';
import goneText from '@salesforce/label/c.Review_Gone_Text';
import failed from '@salesforce/label/c.Review_Failed';
import partial from '@salesforce/label/c.Review_Partial';
import whySeveral from '@salesforce/label/c.Review_Why_Several';
import whyOther from '@salesforce/label/c.Review_Why_Other';
import whyDuplicate from '@salesforce/label/c.Review_Why_Duplicate';
import whyTwice from '@salesforce/label/c.Review_Why_Twice';
import waits from '@salesforce/label/c.Review_Waits';
import waitsOne from '@salesforce/label/c.Review_Waits_One';
import waitsNone from '@salesforce/label/c.Review_Waits_None';
import opened from '@salesforce/label/c.Review_Opened';
import shop from '@salesforce/label/c.Review_Shop';
import statusOpen from '@salesforce/label/c.Review_Status_Open';
import statusDecided from '@salesforce/label/c.Review_Status_Decided';
import statusWithdrawn from '@salesforce/label/c.Review_Status_Withdrawn';
import table from '@salesforce/label/c.Review_Table';
import fact from '@salesforce/label/c.Review_Fact';
import shopper from '@salesforce/label/c.Review_Shopper';
import candidateOf from '@salesforce/label/c.Review_Candidate_Of';
import contact from '@salesforce/label/c.Review_Contact';
import lead from '@salesforce/label/c.Review_Lead';
import account from '@salesforce/label/c.Review_Account';
import name from '@salesforce/label/c.Review_Name';
import email from '@salesforce/label/c.Review_Email';
import phone from '@salesforce/label/c.Review_Phone';
import company from '@salesforce/label/c.Review_Company';
import key from '@salesforce/label/c.Review_Key';
import owner from '@salesforce/label/c.Review_Owner';
import created from '@salesforce/label/c.Review_Created';
import activity from '@salesforce/label/c.Review_Activity';
import matched from '@salesforce/label/c.Review_Matched';
import decision from '@salesforce/label/c.Review_Decision';
import same from '@salesforce/label/c.Review_Same';
import differs from '@salesforce/label/c.Review_Differs';
import byLink from '@salesforce/label/c.Review_By_Link';
import byKey from '@salesforce/label/c.Review_By_Key';
import byEmail from '@salesforce/label/c.Review_By_Email';
import byPhone from '@salesforce/label/c.Review_By_Phone';
import byNumber from '@salesforce/label/c.Review_By_Number';
import byRule from '@salesforce/label/c.Review_By_Rule';
import bySame from '@salesforce/label/c.Review_By_Same';
import candidateGone from '@salesforce/label/c.Review_Candidate_Gone';
import noCandidates from '@salesforce/label/c.Review_No_Candidates';
import choose from '@salesforce/label/c.Review_Choose';
import none from '@salesforce/label/c.Review_None';
import leave from '@salesforce/label/c.Review_Leave';
import noneMeans from '@salesforce/label/c.Review_None_Means';
import leaveMeans from '@salesforce/label/c.Review_Leave_Means';
import chooseQuestion from '@salesforce/label/c.Review_Choose_Question';
import noneQuestion from '@salesforce/label/c.Review_None_Question';
import leaveQuestion from '@salesforce/label/c.Review_Leave_Question';
import goesOn from '@salesforce/label/c.Review_Goes_On';
import goesOnOne from '@salesforce/label/c.Review_Goes_On_One';
import goesOnNone from '@salesforce/label/c.Review_Goes_On_None';
import ignored from '@salesforce/label/c.Review_Ignored';
import ignoredOne from '@salesforce/label/c.Review_Ignored_One';
import twiceLeaveQuestion from '@salesforce/label/c.Review_Twice_Leave_Question';
import asked from '@salesforce/label/c.Review_Asked';
import askedSilent from '@salesforce/label/c.Review_Asked_Silent';
import done from '@salesforce/label/c.Review_Done';
import refused from '@salesforce/label/c.Review_Refused';
import notAvailable from '@salesforce/label/c.Review_Not_Available';
import notKept from '@salesforce/label/c.Review_Not_Kept';
import decidedUse from '@salesforce/label/c.Review_Decided_Use';
import decidedNew from '@salesforce/label/c.Review_Decided_New';
import decidedLeave from '@salesforce/label/c.Review_Decided_Leave';
import decidedTwice from '@salesforce/label/c.Review_Decided_Twice';
import decidedAt from '@salesforce/label/c.Review_Decided_At';
import withdrawn from '@salesforce/label/c.Review_Withdrawn';
import readOnly from '@salesforce/label/c.Review_Read_Only';
import chosen from '@salesforce/label/c.Review_Chosen';
import merge from '@salesforce/label/c.Review_Merge';
import mergeOpen from '@salesforce/label/c.Review_Merge_Open';
import mergeSame from '@salesforce/label/c.Review_Merge_Same';
import mergeLead from '@salesforce/label/c.Review_Merge_Lead';
import mergeThen from '@salesforce/label/c.Review_Merge_Then';
import mergeLeave from '@salesforce/label/c.Review_Merge_Leave';

export const labels = {
  heading,
  gone,
  goneText,
  failed,
  partial,
  whySeveral,
  whyOther,
  whyDuplicate,
  whyTwice,
  waits,
  waitsOne,
  waitsNone,
  opened,
  shop,
  statusOpen,
  statusDecided,
  statusWithdrawn,
  table,
  fact,
  shopper,
  candidateOf,
  contact,
  lead,
  account,
  name,
  email,
  phone,
  company,
  key,
  owner,
  created,
  activity,
  matched,
  decision,
  same,
  differs,
  byLink,
  byKey,
  byEmail,
  byPhone,
  byNumber,
  byRule,
  bySame,
  candidateGone,
  noCandidates,
  choose,
  none,
  leave,
  noneMeans,
  leaveMeans,
  chooseQuestion,
  noneQuestion,
  leaveQuestion,
  goesOn,
  goesOnOne,
  goesOnNone,
  ignored,
  ignoredOne,
  twiceLeaveQuestion,
  asked,
  askedSilent,
  done,
  refused,
  notAvailable,
  notKept,
  decidedUse,
  decidedNew,
  decidedLeave,
  decidedTwice,
  decidedAt,
  withdrawn,
  readOnly,
  chosen,
  merge,
  mergeOpen,
  mergeSame,
  mergeLead,
  mergeThen,
  mergeLeave,
};
