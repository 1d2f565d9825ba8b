import emptyHeading from '@salesforce/label/c.Jobs_Empty_Heading';
import emptyText from '@salesforce/label/c.Jobs_Empty_Text';
import errorHeading from '@salesforce/label/c.Jobs_Error_Heading';
import heading from '@salesforce/label/c.Jobs_Heading';
import list from '@salesforce/label/c.Jobs_List';
import loading from '@salesforce/label/c.Jobs_Loading';
import newer from '@salesforce/label/c.Jobs_Newer';
import noAccessHeading from '@salesforce/label/c.Jobs_No_Access_Heading';
import noAccessText from '@salesforce/label/c.Jobs_No_Access_Text';
import notHeard from '@salesforce/label/c.Jobs_Not_Heard';
import neverHeard from '@salesforce/label/c.Jobs_Never_Heard';
import older from '@salesforce/label/c.Jobs_Older';
import pages from '@salesforce/label/c.Jobs_Pages';
import partial from '@salesforce/label/c.Jobs_Partial';
import readOnly from '@salesforce/label/c.Jobs_Read_Only';
import shown from '@salesforce/label/c.Jobs_Shown';
import tryAgain from '@salesforce/label/c.Jobs_Try_Again';

export const labels = {
  ...{ emptyHeading, emptyText, errorHeading, heading, list, loading, newer, noAccessHeading },
  ...{ noAccessText, neverHeard, notHeard, older, pages, partial, readOnly, shown, tryAgain },
};
