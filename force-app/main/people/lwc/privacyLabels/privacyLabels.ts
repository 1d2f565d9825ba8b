import heading from '@salesforce/label/c.Privacy_Heading';
import intro from '@salesforce/label/c.Privacy_Intro';
import failed from '@salesforce/label/c.Privacy_Failed';
import noAccess from '@salesforce/label/c.Privacy_No_Access';
import noAccessText from '@salesforce/label/c.Privacy_No_Access_Text';
import silent from '@salesforce/label/c.Privacy_Silent';
import who from '@salesforce/label/c.Privacy_Who';
import whoHelp from '@salesforce/label/c.Privacy_Who_Help';
import whoWrong from '@salesforce/label/c.Privacy_Who_Wrong';
import find from '@salesforce/label/c.Privacy_Find';
import finding from '@salesforce/label/c.Privacy_Finding';
import exporting from '@salesforce/label/c.Privacy_Exporting';
import erasing from '@salesforce/label/c.Privacy_Erasing';
import progress from '@salesforce/label/c.Privacy_Progress';
import jobFailed from '@salesforce/label/c.Privacy_Job_Failed';
import notAvailable from '@salesforce/label/c.Privacy_Not_Available';
import notKept from '@salesforce/label/c.Privacy_Not_Kept';
import unreadable from '@salesforce/label/c.Privacy_Unreadable';
import nobody from '@salesforce/label/c.Privacy_Nobody';
import nobodyText from '@salesforce/label/c.Privacy_Nobody_Text';
import several from '@salesforce/label/c.Privacy_Several';
import severalText from '@salesforce/label/c.Privacy_Several_Text';
import severalPick from '@salesforce/label/c.Privacy_Several_Pick';
import goOn from '@salesforce/label/c.Privacy_Go_On';
import person from '@salesforce/label/c.Privacy_Person';
import registered from '@salesforce/label/c.Privacy_Registered';
import guest from '@salesforce/label/c.Privacy_Guest';
import unnamed from '@salesforce/label/c.Privacy_Unnamed';
import held from '@salesforce/label/c.Privacy_Held';
import heldText from '@salesforce/label/c.Privacy_Held_Text';
import place from '@salesforce/label/c.Privacy_Place';
import where from '@salesforce/label/c.Privacy_Where';
import worker from '@salesforce/label/c.Privacy_Worker';
import salesforce from '@salesforce/label/c.Privacy_Salesforce';
import count from '@salesforce/label/c.Privacy_Count';
import what from '@salesforce/label/c.Privacy_What';
import note from '@salesforce/label/c.Privacy_Note';
import erased from '@salesforce/label/c.Privacy_Erased';
import anonymised from '@salesforce/label/c.Privacy_Anonymised';
import kept from '@salesforce/label/c.Privacy_Kept';
import records from '@salesforce/label/c.Privacy_Records';
import madeByUs from '@salesforce/label/c.Privacy_Made_By_Us';
import madeByPeople from '@salesforce/label/c.Privacy_Made_By_People';
import anonymise from '@salesforce/label/c.Privacy_Anonymise';
import unlink from '@salesforce/label/c.Privacy_Unlink';
import treat from '@salesforce/label/c.Privacy_Treat';
import treatDefault from '@salesforce/label/c.Privacy_Treat_Default';
import treatAnonymise from '@salesforce/label/c.Privacy_Treat_Anonymise';
import treatUnlink from '@salesforce/label/c.Privacy_Treat_Unlink';
import left from '@salesforce/label/c.Privacy_Left';
import logs from '@salesforce/label/c.Privacy_Logs';
import logsText from '@salesforce/label/c.Privacy_Logs_Text';
import logsMore from '@salesforce/label/c.Privacy_Logs_More';
import exportFile from '@salesforce/label/c.Privacy_Export_File';
import exportReady from '@salesforce/label/c.Privacy_Export_Ready';
import exportBroken from '@salesforce/label/c.Privacy_Export_Broken';
import save from '@salesforce/label/c.Privacy_Save';
import erase from '@salesforce/label/c.Privacy_Erase';
import gate from '@salesforce/label/c.Privacy_Gate';
import gateText from '@salesforce/label/c.Privacy_Gate_Text';
import gateLeft from '@salesforce/label/c.Privacy_Gate_Left';
import gateWord from '@salesforce/label/c.Privacy_Gate_Word';
import gateType from '@salesforce/label/c.Privacy_Gate_Type';
import gateWrong from '@salesforce/label/c.Privacy_Gate_Wrong';
import gateConfirm from '@salesforce/label/c.Privacy_Gate_Confirm';
import cancel from '@salesforce/label/c.Privacy_Cancel';
import done from '@salesforce/label/c.Privacy_Done';
import doneText from '@salesforce/label/c.Privacy_Done_Text';
import notVerified from '@salesforce/label/c.Privacy_Not_Verified';
import notVerifiedText from '@salesforce/label/c.Privacy_Not_Verified_Text';
import remaining from '@salesforce/label/c.Privacy_Remaining';
import receipt from '@salesforce/label/c.Privacy_Receipt';
import receiptText from '@salesforce/label/c.Privacy_Receipt_Text';
import openJob from '@salesforce/label/c.Privacy_Open_Job';
import donePlaces from '@salesforce/label/c.Privacy_Done_Places';
import again from '@salesforce/label/c.Privacy_Again';

export const labels = {
  heading,
  intro,
  failed,
  noAccess,
  noAccessText,
  silent,
  who,
  whoHelp,
  whoWrong,
  find,
  finding,
  exporting,
  erasing,
  progress,
  jobFailed,
  notAvailable,
  notKept,
  unreadable,
  nobody,
  nobodyText,
  several,
  severalText,
  severalPick,
  goOn,
  person,
  registered,
  guest,
  unnamed,
  held,
  heldText,
  place,
  where,
  worker,
  salesforce,
  count,
  what,
  note,
  erased,
  anonymised,
  kept,
  records,
  madeByUs,
  madeByPeople,
  anonymise,
  unlink,
  treat,
  treatDefault,
  treatAnonymise,
  treatUnlink,
  left,
  logs,
  logsText,
  logsMore,
  exportFile,
  exportReady,
  exportBroken,
  save,
  erase,
  gate,
  gateText,
  gateLeft,
  gateWord,
  gateType,
  gateWrong,
  gateConfirm,
  cancel,
  done,
  doneText,
  notVerified,
  notVerifiedText,
  remaining,
  receipt,
  receiptText,
  openJob,
  donePlaces,
  again,
};
