import emptyHeading from '@salesforce/label/c.People_Page_Empty_Heading';
import emptyText from '@salesforce/label/c.People_Page_Empty_Text';
import errorHeading from '@salesforce/label/c.People_Page_Error_Heading';
import heading from '@salesforce/label/c.People_Page_Heading';
import intro from '@salesforce/label/c.People_Page_Intro';
import noAccessHeading from '@salesforce/label/c.People_Page_No_Access_Heading';
import noAccessText from '@salesforce/label/c.People_Page_No_Access_Text';
import openSetup from '@salesforce/label/c.People_Page_Open_Setup';
import partial from '@salesforce/label/c.People_Page_Partial';
import readOnly from '@salesforce/label/c.People_Page_Read_Only';
import silent from '@salesforce/label/c.People_Page_Silent';

export const labels = {
  ...{ emptyHeading, emptyText, errorHeading, heading, intro, noAccessHeading },
  ...{ noAccessText, openSetup, partial, readOnly, silent },
};
